import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { CLEAN_TREE, PLANTS } from "./planted-imports.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/check-imports.mjs");
const Verdict = z.object({
  files: z.number(),
  rules: z.array(z.string()),
  violations: z.array(z.object({ rule: z.string(), from: z.string(), to: z.array(z.string()) })),
});

const trees: string[] = [];

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

describe("who may import whom", () => {
  let verdict: z.infer<typeof Verdict>;

  beforeAll(() => {
    const planted = check({ ...CLEAN_TREE, ...Object.assign({}, ...PLANTS.map(({ files }) => files)) });
    expect(planted.status).toBe(1);
    verdict = Verdict.parse(JSON.parse(planted.stdout));
  }, 60_000);

  test.each(PLANTS)("$rule: $crime", ({ rule, from, to }) => {
    expect(verdict.violations).toContainEqual(
      expect.objectContaining({ rule, from, to: expect.arrayContaining([expect.stringContaining(to)]) }),
    );
  });

  test("every rule has a planted violation", () => {
    expect([...new Set(PLANTS.map(({ rule }) => rule))].sort()).toEqual(verdict.rules.toSorted());
  });

  test("a tree that keeps the rules passes", () => {
    const clean = check(CLEAN_TREE);
    expect(Verdict.parse(JSON.parse(clean.stdout)).violations).toEqual([]);
    expect(clean.status).toBe(0);
  }, 60_000);

  test("a check that read nothing fails", () => {
    const empty = check({ "tsconfig.json": "{}", "test/a.ts": "", "src/readme.txt": "", "flows/readme.txt": "" });
    expect(empty.status).toBe(2);
    expect(empty.stderr).toContain("nothing is proven");
  }, 60_000);
});

function check(files: Readonly<Record<string, string>>) {
  const tree = mkdtempSync(join(tmpdir(), "kopdar-imports-"));
  trees.push(tree);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return spawnSync(process.execPath, [SCRIPT, "--json", tree], { encoding: "utf8" });
}
