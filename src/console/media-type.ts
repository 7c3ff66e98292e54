import type { Attachment } from "../channels/message.ts";

/** What a file is, as far as the console hands it to a browser. */
export interface MediaType {
  /** One of a few that no browser runs anything in */
  readonly mime: string;
  readonly extension: string;
  /** Shown or played in the page; everything else is only downloaded */
  readonly inPage: boolean;
}

/**
 * What its first bytes say a file is. Neither platform nor customer is believed: a page that calls itself a picture
 * stays an unknown file.
 */
export function mediaTypeOf(bytes: Uint8Array, kind: Attachment["kind"]): MediaType {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  const isSound = kind === "voice" || kind === "audio";
  for (const [pattern, mime, extension, soundMime] of SHOWN)
    if (pattern.test(head)) return { mime: isSound ? (soundMime ?? mime) : mime, extension, inPage: true };
  if (head.startsWith("255044462d")) return { mime: "application/pdf", extension: "pdf", inPage: false };
  return { mime: "application/octet-stream", extension: "bin", inPage: false };
}

/** Beginning of the file in hex, what it is, its ending, and what it is where the message is a sound */
const SHOWN: readonly (readonly [RegExp, string, string, string?])[] = [
  [/^ffd8ff/, "image/jpeg", "jpg"],
  [/^89504e470d0a1a0a/, "image/png", "png"],
  [/^47494638(?:37|39)61/, "image/gif", "gif"],
  [/^52494646.{8}57454250/, "image/webp", "webp"],
  [/^52494646.{8}57415645/, "audio/wav", "wav"],
  [/^4f676753/, "audio/ogg", "ogg"],
  [/^(?:494433|fff[23b])/, "audio/mpeg", "mp3"],
  [/^fff[019]/, "audio/aac", "aac"],
  [/^2321414d52/, "audio/amr", "amr"],
  [/^.{8}66747970/, "video/mp4", "mp4", "audio/mp4"],
  [/^1a45dfa3/, "video/webm", "webm", "audio/webm"],
];
