import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { setPhoto } from "../shop/catalogue/edit-products-store.ts";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { editWords } from "./edit.words.ts";
import { answerProductEdit } from "./edit-answer.ts";
import { mediaTypeOf } from "./media-type.ts";
import { readPhoto } from "./photo-store.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const MOST_BYTES = 2 * 1024 * 1024;
/** As base64, with the rest of the request */
const MOST_LETTERS = Math.ceil(MOST_BYTES / 3) * 4 + 4096;
const SHOWN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Pictures of what is sold, by the SHA-256 of their bytes. */
export async function photoRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, live, clock } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();

  routes.get(
    "/console/api/photos/:id",
    { onRequest: sessionGuard(deps, ["owner", "seller", "courier"]), schema: { params: z.object({ id: Sha256 }) } },
    async (request, reply) => {
      const photo = await readPhoto(database, request.params.id);
      if (photo === undefined) return refuse(reply, 404, "not_found", words.notFound);
      return (
        reply
          .header("content-type", photo.mime)
          .header("x-content-type-options", "nosniff")
          .header("content-security-policy", "sandbox; default-src 'none'")
          // Its name is its content: it never changes.
          .header("cache-control", "private, max-age=31536000, immutable")
          .send(Buffer.from(photo.bytes))
      );
    },
  );

  routes.put(
    "/console/api/catalogue/products/:sku/photo",
    {
      onRequest: sessionGuard(deps, ["owner"]),
      bodyLimit: MOST_LETTERS,
      schema: {
        params: z.object({ sku: z.string().min(1).max(200) }),
        body: z.object({ seen: Sha256.nullable(), data: z.base64().nullable() }),
      },
    },
    async (request, reply) => {
      const { seen, data } = request.body;
      const photo = data === null ? null : pictureOf(Buffer.from(data, "base64"));
      if (photo === undefined) return refuse(reply, 400, "no_picture", editWords.noPicture);
      const by = { who: sessionOf(request).staff.id, at: clock() };
      const outcome = await setPhoto(database, request.params.sku, { seen, photo }, by);
      live.publish([{ type: "shop", id: "catalogue" }]);
      return answerProductEdit(reply, outcome);
    },
  );
}

/** What its bytes say it is counts, not what it is called; undefined where that is no picture we show. */
function pictureOf(bytes: Uint8Array) {
  const { mime } = mediaTypeOf(bytes, "photo");
  if (!SHOWN.has(mime) || bytes.byteLength > MOST_BYTES) return undefined;
  return { id: createHash("sha256").update(bytes).digest("hex"), mime, bytes };
}
