import type { FastifyReply } from "fastify";
import type { EditOutcome } from "../shop/catalogue/edit-catalogue.ts";
import type { ProductEdit } from "../shop/catalogue/edit-products-store.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import { editWords } from "./edit.words.ts";

/** Answers how an edit of the shop ended: saved under its key, or why not, in words for who edits. */
export function answerEdit(reply: FastifyReply, outcome: EditOutcome): FastifyReply {
  switch (outcome.type) {
    case "saved":
      return reply.send({ key: outcome.key });
    case "changed":
      return refuse(reply, 409, "changed", editWords.changed(outcome.fields));
    case "gone":
      return refuse(reply, 409, "gone", editWords.gone);
    case "wrong":
      return refuse(reply, 400, "wrong", outcome.problems.map(editWords.problem).join("\n"));
  }
}

export function answerProductEdit(reply: FastifyReply, outcome: ProductEdit): FastifyReply {
  switch (outcome) {
    case "saved":
      return reply.code(204).send();
    case "changed":
      return refuse(reply, 409, "changed", editWords.changed([]));
    case "gone":
      return refuse(reply, 404, "not_found", words.notFound);
    case "promised":
      return refuse(reply, 409, "promised", editWords.promised);
  }
}
