import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { MOST_PHOTO_BYTES, photoOf } from "../shop/photo/photo.ts";
import { keepPhoto } from "../shop/photo/photo-store.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { accountOfConversation } from "./conversation-view-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const id = z.string().max(64);
const params = z.object({ id });
const Reply = z
  .strictObject({
    /** Made by the page, so that a reply sent again is one */
    id: z.uuid(),
    text: z.string().trim().max(4_000),
    /** Base64 of a JPEG, PNG or WebP */
    picture: z.base64().min(1).optional(),
  })
  .refine(({ text, picture }) => text !== "" || picture !== undefined);
const Note = z.object({ id: z.uuid(), text: z.string().trim().min(1).max(2_000) });

/** A picture grows by a third on its way, and words come with it. */
const bodyLimit = Math.ceil((MOST_PHOTO_BYTES * 4) / 3) + 64 * 1024;

/** What a seller writes into a conversation: replies, with pictures where the channel takes them, and notes for colleagues. */
export async function replyRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts, channelOf, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.post(
    "/console/api/conversations/:id/reply",
    { onRequest, bodyLimit, schema: { params, body: Reply } },
    async (request, reply) => {
      const { id: key, text, picture } = request.body;
      const { staff } = sessionOf(request);
      if (picture === undefined) return answer(reply, await acts.reply(request.params.id, staff, text, key));
      const account = await accountOfConversation(database, request.params.id);
      if (account === undefined) return refuse(reply, 404, "not_found", words.notFound);
      if (!channelOf(account)?.abilities.images) return refuse(reply, 409, "no_pictures", words.picture.notHere);
      const photo = photoOf(Buffer.from(picture, "base64"));
      if (photo === undefined) return refuse(reply, 400, "no_picture", words.picture.unreadable);
      await keepPhoto(database, photo, { who: staff.id, at: clock() });
      const message = { text: text === "" ? words.picture.caption : text, photo: photo.id };
      return answer(reply, await acts.reply(request.params.id, staff, message, key));
    },
  );

  routes.post(
    "/console/api/conversations/:id/rows/:row/again",
    { onRequest, schema: { params: z.object({ id, row: id }) } },
    async (request, reply) => {
      const { id: conversation, row } = request.params;
      return answer(reply, await acts.sendAgain(conversation, row, sessionOf(request).staff));
    },
  );

  routes.post(
    "/console/api/conversations/:id/notes",
    { onRequest, schema: { params, body: Note } },
    async (request, reply) =>
      answer(reply, await acts.writeNote(request.params.id, sessionOf(request).staff, request.body)),
  );
}
