import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type MediaFile, MOST_MEDIA_BYTES } from "../channels/channel.ts";
import { rateCheck } from "../web/rate-check.ts";
import { refuse } from "../web/web-guard.ts";
import { byteRange } from "./byte-range.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { readAttachment, type StoredAttachment } from "./media-store.ts";
import { mediaTypeOf } from "./media-type.ts";
import { RecentFiles } from "./recent-files.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const PATIENCE_MS = 45_000;
const MOST_IN_A_MINUTE = 240;
const params = z.object({ eventId: z.string().max(64), index: z.coerce.number().int().min(0).max(50) });

/** Pictures, voice notes and documents that came with messages, fetched from the platform when somebody wants to see them. */
export async function mediaRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);
  const recent = new RecentFiles();
  const tooMany = rateCheck(server, "files of", MOST_IN_A_MINUTE, (request) => sessionOf(request).id, 1);

  routes.get("/console/api/media/:eventId/:index", { onRequest, schema: { params } }, async (request, reply) => {
    if (await tooMany(request)) return refuse(reply, 429, "too_many", words.tooMany);
    const { eventId, index } = request.params;
    const attachment = await readAttachment(deps.database, eventId, index);
    if (attachment === undefined) return refuse(reply, 404, "not_found", words.notFound);
    const key = `${eventId}/${index}`;
    const file = recent.get(key) ?? (await fetched(deps, attachment, request.log.warn.bind(request.log)));
    if (file.type !== "file") return refuse(reply, STATUSES[file.type], file.type, words.media[file.type]);
    recent.keep(key, file);
    return send(reply, attachment, file.bytes, request.headers.range);
  });
}

const STATUSES = { gone: 410, tooLarge: 413, away: 503 } as const;

async function fetched(
  { channelOf }: ConsoleDeps,
  { accountId, externalId }: StoredAttachment,
  warn: (details: object, text: string) => void,
): Promise<MediaFile> {
  const channel = channelOf(accountId);
  if (channel === undefined) return { type: "away" };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const late = new Promise<MediaFile>((resolve) => {
    signal.addEventListener("abort", () => resolve({ type: "away" }), { once: true });
  });
  try {
    const file = await Promise.race([channel.media(externalId, signal), late]);
    return file.type === "file" && file.bytes.byteLength > MOST_MEDIA_BYTES ? { type: "tooLarge" } : file;
  } catch (error) {
    warn({ err: error }, "a file could not be fetched");
    return { type: "away" };
  }
}

function send(
  reply: FastifyReply,
  attachment: StoredAttachment,
  bytes: Uint8Array,
  range: string | undefined,
): FastifyReply {
  const { mime, extension, inPage } = mediaTypeOf(bytes, attachment.kind);
  const name = fileName(attachment.name ?? `${attachment.kind}.${extension}`);
  const part = byteRange(range, bytes.byteLength);
  reply
    .header("content-type", mime)
    .header("content-disposition", `${inPage ? "inline" : "attachment"}; filename*=UTF-8''${name}`)
    // Whatever it turns out to be, it runs nothing and reaches nothing.
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("x-content-type-options", "nosniff")
    .header("accept-ranges", "bytes");
  if (part === undefined) return reply.send(Buffer.from(bytes));
  return reply
    .code(206)
    .header("content-range", `bytes ${part.from}-${part.to}/${bytes.byteLength}`)
    .send(Buffer.from(bytes.subarray(part.from, part.to + 1)));
}

const LONGEST_NAME = 120;

/** A name as somebody else gave it, safe in a header: what is no letter, or turns the writing around, is left out. */
function fileName(given: string): string {
  const plain = given.replace(/[\p{Cs}\p{Cc}\p{Cf}]/gu, "");
  return encodeURIComponent([...plain].slice(-LONGEST_NAME).join("")).replace(/['()*]/g, "");
}
