import { createHash } from "node:crypto";

/** A picture that the shop keeps. Its id is the SHA-256 of its bytes in hex. */
export interface Photo {
  readonly id: string;
  readonly mime: PhotoType;
  /** Base64 */
  readonly data: string;
}

export type PhotoType = "image/jpeg" | "image/png" | "image/webp";

/** Larger pictures are refused; our own pages shrink them before. */
export const MOST_PHOTO_BYTES = 2 * 1024 * 1024;

/** What these bytes are as a picture; undefined where their beginning says that they are none, or they are too many. */
export function photoOf(bytes: Uint8Array): Photo | undefined {
  if (bytes.byteLength > MOST_PHOTO_BYTES) return undefined;
  const head = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  const mime = TYPES.find(([beginning]) => beginning.test(head))?.[1];
  if (mime === undefined) return undefined;
  const id = createHash("sha256").update(bytes).digest("hex");
  return { id, mime, data: Buffer.from(bytes).toString("base64") };
}

/** How each begins, in hex */
const TYPES: readonly (readonly [RegExp, PhotoType])[] = [
  [/^ffd8ff/, "image/jpeg"],
  [/^89504e470d0a1a0a/, "image/png"],
  [/^52494646.{8}57454250/, "image/webp"],
];
