import { z } from "zod";
import { type MediaFile, MOST_MEDIA_BYTES } from "../channel.ts";
import { callWithin } from "./call-within.ts";
import type { ClientOptions, TelegramClient } from "./telegram-client.ts";

const FILE_LIMIT_MS = 30_000;
const File = z.looseObject({ file_path: z.string().optional(), file_size: z.number().optional() });

/** Fetches a file that a customer sent. The address holds the bot's token, so it stays in here. */
export async function fetchMedia(
  client: TelegramClient,
  { apiRoot, token }: ClientOptions,
  fileId: string,
  signal: AbortSignal,
): Promise<MediaFile> {
  const answer = await callWithin(client, "getFile", { file_id: fileId }, signal, FILE_LIMIT_MS);
  if (answer.type === "lost") return { type: "away" };
  if (answer.type === "refused") return { type: refusalOf(answer.code, answer.description) };
  const file = File.safeParse(answer.result);
  if (!file.success || file.data.file_path === undefined) return { type: "gone" };
  if ((file.data.file_size ?? 0) > MOST_MEDIA_BYTES) return { type: "tooLarge" };
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(FILE_LIMIT_MS)]);
    const response = await fetch(`${apiRoot}/file/bot${token}/${file.data.file_path}`, { signal: within });
    if (!response.ok) return { type: response.status >= 500 ? "away" : "gone" };
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.byteLength > MOST_MEDIA_BYTES) return { type: "tooLarge" };
    return { type: "file", mime: response.headers.get("content-type") ?? "application/octet-stream", bytes };
  } catch {
    return { type: "away" };
  }
}

function refusalOf(code: number, description: string): "tooLarge" | "away" | "gone" {
  if (/too big/i.test(description)) return "tooLarge";
  return code === 429 || code >= 500 ? "away" : "gone";
}
