import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const tree = mkdtempSync(join(tmpdir(), "kopdar-unused-"));
let said: { readonly status: number | null; readonly stdout: string };

beforeAll(() => {
  copyFileSync(join(ROOT, "knip.json"), join(tree, "knip.json"));
  mkdirSync(join(tree, "src"));
  const files = {
    "package.json": JSON.stringify({ name: "planted", type: "module", dependencies: { forgotten: "1" } }),
    "src/main.ts": 'import { used } from "./shop.ts";\nconsole.log(used);\n',
    "src/shop.ts": "export const used = 1;\nexport const leftOver = 2;\n",
    "src/orphan.ts": "export const lonely = 3;\n",
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(tree, path), text);
  said = spawnSync(process.execPath, [join(ROOT, "node_modules/knip/bin/knip.js"), "--directory", tree], {
    encoding: "utf8",
  });
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test.each([
  ["an export that nobody imports", "leftOver"],
  ["a file that nobody imports", "src/orphan.ts"],
  ["a package that nobody imports", "forgotten"],
])("unused code is found: %s", (_, name) => {
  expect(said.stdout).toContain(name);
  expect(said.status).toBe(1);
});

test("what is used is left alone", () => {
  expect(said.stdout).not.toMatch(/\bused\b.*src\/shop\.ts/);
});
