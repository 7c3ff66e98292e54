/** What a file is as a picture, read from its own parts: nothing of it is ever decoded. */
export interface PictureShape {
  readonly mime: "image/jpeg" | "image/png" | "image/webp";
  /** Pixels that a browser would make of it */
  readonly width: number;
  readonly height: number;
  /** Whatever it carries beside the picture: colour profiles, cameras' notes, comments */
  readonly notes: readonly Uint8Array[];
}

/**
 * The shape of a whole, still picture; undefined for anything else: another kind of file, one cut short, one with
 * something behind its end, one that moves.
 */
export function pictureShape(bytes: Uint8Array): PictureShape | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.subarray(0, 12).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return jpegShape(file);
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return pngShape(file);
  if (/^RIFF.{4}WEBP$/s.test(head)) return webpShape(file);
  return undefined;
}

// PNG: length, name, data and checksum of each part; IHDR first, IEND last

const PNG_PIXELS = new Set(["IDAT", "PLTE", "IEND"]);

function pngShape(file: Buffer): PictureShape | undefined {
  const parts: { readonly name: string; readonly data: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    if (at + 12 > file.length) return undefined;
    const length = file.readUInt32BE(at);
    if (length > file.length - at - 12) return undefined;
    parts.push({ name: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  const [first, ...rest] = parts;
  if (first?.name !== "IHDR" || first.data.length !== 13) return undefined;
  const names = rest.map(({ name }) => name);
  if (names.indexOf("IEND") !== names.length - 1 || !names.includes("IDAT") || names.includes("acTL")) return undefined;
  const notes = rest.flatMap(({ name, data }) => (PNG_PIXELS.has(name) ? [] : [data]));
  return { mime: "image/png", width: first.data.readUInt32BE(0), height: first.data.readUInt32BE(4), notes };
}

// JPEG: parts that begin with FF and a letter, most with their length; scans run up to the next such letter

const END = 0xd9;
const SCAN = 0xda;

function jpegShape(file: Buffer): PictureShape | undefined {
  const notes: Uint8Array[] = [];
  let size: { readonly width: number; readonly height: number } | undefined;
  let scanned = false;
  for (let at = 2; at + 2 <= file.length; ) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END)
      return size && scanned && at + 2 === file.length ? { mime: "image/jpeg", ...size, notes } : undefined;
    if (at + 4 > file.length) return undefined;
    const length = file.readUInt16BE(at + 2);
    const next = at + 2 + length;
    if (length < 2 || next > file.length) return undefined;
    const data = file.subarray(at + 4, next);
    if (isFrame(marker)) {
      // A second frame would be drawn in place of the one that was measured.
      if (size || data.length < 6) return undefined;
      size = { height: data.readUInt16BE(1), width: data.readUInt16BE(3) };
    }
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) notes.push(data);
    at = marker === SCAN ? endOfScan(file, next) : next;
    scanned ||= marker === SCAN;
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** FF within a scan is followed by 00, or by the number of a restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

// WebP: name, length and data of each part, evened out; the whole's length in front

const WEBP_PIXELS = new Set(["VP8 ", "VP8L", "VP8X", "ALPH"]);
const MOVES = 0x02;

function webpShape(file: Buffer): PictureShape | undefined {
  if (file.length < 20 || file.readUInt32LE(4) !== file.length - 8) return undefined;
  const sizes: { readonly width: number; readonly height: number }[] = [];
  const notes: Uint8Array[] = [];
  let drawn = false;
  for (let at = 12; at < file.length; ) {
    if (at + 8 > file.length) return undefined;
    const name = file.toString("latin1", at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > file.length) return undefined;
    const data = file.subarray(at + 8, at + 8 + length);
    const size = webpSize(name, data);
    if (size === "bad") return undefined;
    if (size) sizes.push(size);
    if (!WEBP_PIXELS.has(name)) notes.push(data);
    drawn ||= name === "VP8 " || name === "VP8L";
    at = next;
  }
  if (!drawn) return undefined;
  const width = Math.max(...sizes.map((size) => size.width));
  const height = Math.max(...sizes.map((size) => size.height));
  return { mime: "image/webp", width, height, notes };
}

function webpSize(name: string, data: Buffer): { readonly width: number; readonly height: number } | "bad" | undefined {
  if (name === "VP8X") {
    if (data.length < 10 || ((data[0] ?? 0) & MOVES) !== 0) return "bad";
    return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
  }
  if (name === "VP8L") {
    if (data.length < 5 || data[0] !== 0x2f) return "bad";
    const bits = data.readUInt32LE(1);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (name !== "VP8 ") return undefined;
  if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a) return "bad";
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}
