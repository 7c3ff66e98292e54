import { expect, it } from "vitest";
import { byteRange } from "../../src/console/byte-range.ts";
import { mediaTypeOf } from "../../src/console/media-type.ts";
import { RecentFiles } from "../../src/console/recent-files.ts";

it("a file is what its first bytes say", () => {
  const type = (hex: string, kind: "photo" | "voice" | "video" = "photo") =>
    mediaTypeOf(Buffer.from(hex, "hex"), kind).mime;
  expect(type("ffd8ffe000104a46494600")).toBe("image/jpeg");
  expect(type("89504e470d0a1a0a0000")).toBe("image/png");
  expect(type("52494646000000005745425056503820")).toBe("image/webp");
  expect(type("4f67675300020000", "voice")).toBe("audio/ogg");
  expect(type("0000001c667479704d344120", "voice")).toBe("audio/mp4");
  expect(type("0000001c6674797069736f6d", "video")).toBe("video/mp4");
  expect(type("255044462d312e37")).toBe("application/pdf");
  expect(type("3c7376672078")).toBe("application/octet-stream");
  expect(type("")).toBe("application/octet-stream");
});

it("a part is given only where it exists", () => {
  expect(byteRange("bytes=0-1", 10)).toEqual({ from: 0, to: 1 });
  expect(byteRange("bytes=4-", 10)).toEqual({ from: 4, to: 9 });
  expect(byteRange("bytes=-3", 10)).toEqual({ from: 7, to: 9 });
  expect(byteRange("bytes=-30", 10)).toEqual({ from: 0, to: 9 });
  expect(byteRange("bytes=2-99", 10)).toEqual({ from: 2, to: 9 });
  for (const header of [undefined, "bytes=-", "bytes=10-", "bytes=5-2", "bytes=0-1,4-5", "lines=0-1"])
    expect(byteRange(header, 10)).toBeUndefined();
});

it("of the files seen last only as much is kept as fits", () => {
  const recent = new RecentFiles(10);
  const file = (size: number) => ({ type: "file", mime: "image/png", bytes: new Uint8Array(size) }) as const;
  for (const [key, size] of [
    ["a", 4],
    ["b", 4],
    ["b", 5],
    ["c", 4],
  ] as const)
    recent.keep(key, file(size));
  expect(["a", "b", "c"].map((key) => recent.get(key)?.bytes.byteLength)).toEqual([undefined, 5, 4]);
  recent.keep("d", file(11));
  expect(recent.get("d")).toBeUndefined();
});
