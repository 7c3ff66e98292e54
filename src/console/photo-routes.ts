import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { setPhoto } from "../shop/catalogue/edit-products-store.ts";
import { MOST_PHOTO_BYTES, photoOf } from "../shop/photo/photo.ts";
import { isOfProduct, keepPhoto, readPhoto } from "../shop/photo/photo-store.ts";
import { sendPicture } from "../web/send-picture.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { editWords } from "./edit.words.ts";
import { answerProductEdit } from "./edit-answer.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

/** As base64, with the rest of the request */
const MOST_LETTERS = Math.ceil(MOST_PHOTO_BYTES / 3) * 4 + 4096;
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Pictures that the shop keeps, of what is sold and in chats, by the SHA-256 of their bytes. */
export async function photoRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();

  routes.get(
    "/console/api/photos/:id",
    { onRequest: sessionGuard(deps, ["owner", "seller", "courier"]), schema: { params: z.object({ id: Sha256 }) } },
    async (request, reply) => {
      const { id } = request.params;
      // What was sent in a chat is for those who may read it.
      const mayRead = sessionOf(request).staff.role !== "courier" || (await isOfProduct(database, id));
      const photo = mayRead ? await readPhoto(database, id) : undefined;
      if (photo === undefined) return refuse(reply, 404, "not_found", words.notFound);
      // Its name is its content: it never changes.
      return sendPicture(reply.header("cache-control", "private, max-age=31536000, immutable"), photo);
    },
  );

  routes.put(
    "/console/api/catalogue/products/:sku/photo",
    {
      onRequest: sessionGuard(deps, ["owner"]),
      bodyLimit: MOST_LETTERS,
      schema: {
        params: z.object({ sku: z.string().min(1).max(200) }),
        body: z.strictObject({ seen: Sha256.nullable(), data: z.base64().nullable() }),
      },
    },
    async (request, reply) => {
      const { seen, data } = request.body;
      const photo = data === null ? null : photoOf(Buffer.from(data, "base64"));
      if (photo === undefined) return refuse(reply, 400, "no_picture", editWords.noPicture);
      const by = { who: sessionOf(request).staff.id, at: clock() };
      if (photo) await keepPhoto(database, photo, by);
      const outcome = await setPhoto(database, request.params.sku, { seen, photoId: photo?.id ?? null }, by);
      live.publish([{ type: "shop", id: "catalogue" }]);
      return answerProductEdit(reply, outcome);
    },
  );
}
