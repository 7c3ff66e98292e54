import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_PHOTO_BYTES, photoOf } from "../../../src/shop/photo/photo.ts";
import { JPEG, png, WEBP } from "../../fixtures/pictures.ts";

describe("a picture that a shop keeps", () => {
  it.each([
    ["image/jpeg", JPEG],
    ["image/png", png()],
    ["image/png", png({ width: 4096, height: 1 })],
    ["image/webp", WEBP],
  ])("is %s by what its bytes are, and named after them", (mime, bytes) => {
    const id = createHash("sha256").update(bytes).digest("hex");
    expect(photoOf(bytes)).toEqual({ id, mime, data: bytes.toString("base64") });
  });

  it("may carry a colour profile and a camera's notes", () => {
    expect(photoOf(jpegWith("Exif\0\0II*\0 Kamera <Toko> 12 mm"))?.mime).toBe("image/jpeg");
    expect(photoOf(png({}, [{ name: "tEXt", data: "Author\0Ratna < Ratih" }]))?.mime).toBe("image/png");
  });
});

describe("what is no picture for a shop", () => {
  const large = png();
  it.each<[string, Buffer]>([
    ["a script that is called a picture", Buffer.from("<?php system($_GET['x']); ?>")],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a drawing with scripts (SVG)", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    [
      "an animation (GIF)",
      Buffer.from("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b", "hex"),
    ],
    ["a moving PNG", png({}, [{ name: "acTL", data: "\0\0\0\x02\0\0\0\0" }])],
    ["a moving WebP", movingWebp()],
    ["a document (PDF)", Buffer.from("%PDF-1.7\n")],
    ["nothing", Buffer.alloc(0)],
    ["a picture's first bytes alone", Buffer.from("ffd8ffe0", "hex")],
    ["a JPEG cut short", JPEG.subarray(0, JPEG.length - 3)],
    ["a JPEG cut within its tables", JPEG.subarray(0, 60)],
    ["a PNG cut short", large.subarray(0, large.length - 6)],
    ["a PNG without its end", large.subarray(0, large.length - 12)],
    ["a WebP cut short", WEBP.subarray(0, WEBP.length - 4)],
    ["a page behind a picture's end", Buffer.concat([JPEG, Buffer.from("<script>alert(1)</script>")])],
    ["an archive behind a picture's end", Buffer.concat([large, Buffer.from("504b0304", "hex")])],
    ["a page behind a WebP's end", Buffer.concat([WEBP, Buffer.from("<html>")])],
    ["a page among a JPEG's notes", jpegWith("<ScRiPt>alert(1)</script>")],
    ["a program among a JPEG's notes", jpegWith("<?php phpinfo();")],
    ["an archive among a JPEG's notes", jpegWith("PK\x03\x04 hidden")],
    ["a page among a PNG's notes", png({}, [{ name: "tEXt", data: "Comment\0<svg onload=alert(1)>" }])],
    ["a document among a PNG's notes", png({}, [{ name: "iTXt", data: "x\0%PDF-1.4" }])],
    ["a few bytes that unfold into a wall", png({ width: 100_000, height: 100_000 })],
    ["one side too long", png({ width: 1, height: 4097 })],
    ["no side at all", png({ width: 0, height: 5 })],
    ["a part that says it is longer than the file", partTooLong()],
    [
      "a JPEG that is larger than it said first",
      Buffer.concat([JPEG.subarray(0, 2), frame(9_999, 9_999), JPEG.subarray(2)]),
    ],
    ["a JPEG of too many pixels", huge()],
    ["too many bytes", Buffer.concat([large, Buffer.alloc(MOST_PHOTO_BYTES)])],
  ])("%s", (_, bytes) => {
    expect(photoOf(bytes)).toBeUndefined();
  });

  it("any picture with a piece torn off anywhere", () => {
    for (const whole of [JPEG, png(), WEBP])
      for (let length = 0; length < whole.length; length += 1)
        expect(photoOf(whole.subarray(0, length))).toBeUndefined();
  });

  it("whatever bytes come, reading them ends and throws nothing", () => {
    const beginnings = [JPEG, png(), WEBP].map((whole) => whole.subarray(0, 12));
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }), (beginning, rest) => {
        photoOf(Buffer.concat([beginning, rest]));
      }),
      { numRuns: 500 },
    );
  });
});

function jpegWith(note: string): Buffer {
  const data = Buffer.from(note, "latin1");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([JPEG.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, data, JPEG.subarray(2)]);
}

function frame(width: number, height: number): Buffer {
  const data = Buffer.from("ffc0001108000000000301220002110103110100".slice(0, 38), "hex");
  data.writeUInt16BE(height, 5);
  data.writeUInt16BE(width, 7);
  return data;
}

function huge(): Buffer {
  const bytes = Buffer.from(JPEG);
  const at = bytes.indexOf(Buffer.from("ffc00011", "hex"));
  bytes.writeUInt16BE(65_000, at + 5);
  return bytes;
}

function partTooLong(): Buffer {
  const bytes = Buffer.from(png());
  bytes.writeUInt32BE(0x7fffffff, 33);
  return bytes;
}

function movingWebp(): Buffer {
  const extended = Buffer.from("565038580a00000002000000030000020000", "hex");
  const bytes = Buffer.concat([WEBP.subarray(0, 12), extended, WEBP.subarray(12)]);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  return bytes;
}
