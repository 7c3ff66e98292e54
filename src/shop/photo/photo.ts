import { createHash } from "node:crypto";
import { type PictureShape, pictureShape } from "./picture-shape.ts";

/** A picture that the shop keeps: of a product, or sent in a chat. Its id is the SHA-256 of its bytes in hex. */
export interface Photo {
  readonly id: string;
  readonly mime: PictureShape["mime"];
  /** Base64 */
  readonly data: string;
}

/** Larger pictures are refused; our own pages shrink them before. */
export const MOST_PHOTO_BYTES = 2 * 1024 * 1024;
/** A few bytes can unfold into more pixels than a phone has memory for. */
const MOST_PIXELS_A_SIDE = 4096;

/**
 * What these bytes are as a picture, whatever they are called and whatever they were sent as; undefined where they are
 * no whole JPEG, PNG or WebP, are too many or unfold into too many pixels, or carry something else along.
 */
export function photoOf(bytes: Uint8Array): Photo | undefined {
  if (bytes.byteLength > MOST_PHOTO_BYTES) return undefined;
  const shape = pictureShape(bytes);
  if (!shape || !isDrawable(shape) || shape.notes.some(holdsProgram)) return undefined;
  const id = createHash("sha256").update(bytes).digest("hex");
  return { id, mime: shape.mime, data: Buffer.from(bytes).toString("base64") };
}

function isDrawable({ width, height }: PictureShape): boolean {
  return [width, height].every((side) => side >= 1 && side <= MOST_PIXELS_A_SIDE);
}

/** A page, a script or an archive in a picture's notes is there to be taken for one. */
const PROGRAM = /<(?:!doctype|html|head|body|script|svg|iframe|img|\?php|\?=)|%PDF-/i;

const ARCHIVE = Buffer.from("504b0304", "hex");

function holdsProgram(note: Uint8Array): boolean {
  const bytes = Buffer.from(note);
  return PROGRAM.test(bytes.toString("latin1")) || bytes.includes(ARCHIVE);
}
