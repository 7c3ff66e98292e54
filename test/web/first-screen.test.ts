import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.ts";

const MOST_BYTES = 200_000;

it("the console's first screen asks for at most 200 KB of script, compressed: a slow phone has it in seconds", () => {
  const web = join(packageRoot, "dist/web");
  const page = readFileSync(join(web, "console/app/index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map((path) => gzipSync(readFileSync(join(web, path))).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});
