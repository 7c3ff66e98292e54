import { z } from "zod";
import { type MediaFile, MOST_MEDIA_BYTES } from "../channel.ts";
import type { GraphAccess, GraphClient } from "./graph-client.ts";

const LIMIT_MS = 30_000;

// Keys as the library hands them over.
const File = z.looseObject({
  url: z.string(),
  mimeType: z.string().catch("application/octet-stream"),
  fileSize: z.coerce.number().catch(0),
});

/** Where the platform keeps its files. */
const FILE_HOSTS = /(^|\.)(fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net|whatsapp\.com)$/;

/** Fetches a file that came with a message. The token goes to the platform's own hosts and nowhere else. */
export async function fetchMedia(
  client: GraphClient,
  { token, apiRoot, phoneNumberId }: GraphAccess,
  mediaId: string,
  signal: AbortSignal,
): Promise<MediaFile> {
  const answer = await client.call((api) => api.media.get({ mediaId, phoneNumberId }), signal, LIMIT_MS);
  if (answer.type === "lost") return { type: "away" };
  if (answer.type === "refused") return { type: isPassing(answer.status) ? "away" : "gone" };
  const file = File.safeParse(answer.result);
  if (!file.success || !isOurs(file.data.url, apiRoot)) return { type: "gone" };
  if (file.data.fileSize > MOST_MEDIA_BYTES) return { type: "tooLarge" };
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    const headers = { authorization: `Bearer ${token}` };
    // A redirect would lead past the check of the host.
    const response = await fetch(file.data.url, { headers, signal: within, redirect: "error" });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return { type: isPassing(response.status) ? "away" : "gone" };
    }
    const bytes = await readAtMost(response.body, MOST_MEDIA_BYTES);
    return bytes ? { type: "file", mime: file.data.mimeType, bytes } : { type: "tooLarge" };
  } catch {
    return { type: "away" };
  }
}

/** Worth another try later: the platform is ill, busy, or refuses the token that somebody will renew. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 429 || status === 401;
}

function isOurs(address: string, apiRoot: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return false;
  const root = new URL(apiRoot);
  if (url.origin === root.origin) return true;
  return url.protocol === "https:" && FILE_HOSTS.test(url.hostname);
}

/** What the platform says of a file's size is not relied on. */
async function readAtMost(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
