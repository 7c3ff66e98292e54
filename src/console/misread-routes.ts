import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { markMisread, unmarkMisread } from "../shop/misread/misread-store.ts";
import { Intent } from "../understanding/meaning.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { readHeard } from "./heard-store.ts";
import { misreadLines, readMisread, readMisreads } from "./misread-store.ts";
import { readMessage } from "./read-message.ts";
import type { ReadingView } from "./reading-view.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const params = z.object({ id: z.string().max(64) });
/** A correction is the right intents and the right goods; with neither the message is only marked. */
const Mark = z.object({
  misread: z.boolean(),
  intents: z.array(Intent).max(12).optional(),
  goods: z.string().max(1_000).optional(),
});

/** Why a message was understood as it was, and which of them were understood wrongly. */
export async function misreadRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock, timeZone } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.get("/console/api/messages/:id/reading", { onRequest, schema: { params } }, async (request, reply) => {
    const heard = await readHeard(database, request.params.id, timeZone);
    if (heard === undefined) return refuse(reply, 404, "not_found", words.notFound);
    const misread = await readMisread(database, heard.eventId);
    return { ...readMessage(heard).view, ...(misread && { misread }) } satisfies ReadingView;
  });

  routes.post(
    "/console/api/messages/:id/misread",
    { onRequest, schema: { params, body: Mark } },
    async (request, reply) => {
      const heard = await readHeard(database, request.params.id, timeZone);
      if (heard === undefined) return refuse(reply, 404, "not_found", words.notFound);
      const { eventId, context, hearing, shop } = heard;
      const { misread, intents, goods } = request.body;
      const who = sessionOf(request).staff.id;
      const at = clock();
      if (misread) {
        const reading = readMessage(heard);
        const correction = intents && reading.correct(intents, goods ?? "");
        const said = { text: hearing.text, context, saidAt: hearing.now, catalogueVersion: shop.catalogueVersion };
        const understood = JSON.stringify(reading.understood);
        const row = { ...said, understood, correction: correction ? JSON.stringify(correction) : null };
        await markMisread(database, { ...row, id: newId(), eventId, at, who }, newId());
      } else await unmarkMisread(database, eventId, { id: newId(), at, who });
      live.publish([{ type: "conversation", id: heard.conversationId }]);
      return reply.code(204).send();
    },
  );

  routes.get("/console/api/misreads", { onRequest }, async () => readMisreads(database));

  routes.get("/console/api/misreads/export", { onRequest }, async (_, reply) =>
    reply
      .header("content-disposition", 'attachment; filename="salah-dibaca.jsonl"')
      .type("application/x-ndjson; charset=utf-8")
      .send(Readable.from(misreadLines(database, timeZone))),
  );
}
