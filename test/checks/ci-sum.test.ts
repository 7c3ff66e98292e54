import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const SUM = join(import.meta.dirname, "../../.ci/sum.mjs");
const folder = mkdtempSync(join(tmpdir(), "kopdar-sum-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GREEN = " Test Files  2 passed (2)\n      Tests  40 passed (40)\n";

test.each([
  [
    "all suites passed",
    [GREEN, "\u001b[2m      Tests \u001b[22m \u001b[32m3 passed\u001b[39m (3)\n"],
    [],
    "43 passed, 0 failed",
    0,
  ],
  [
    "a test failed",
    [GREEN, " Test Files  1 failed (1)\n      Tests  1 failed | 2 passed (3)\n"],
    ["1"],
    "42 passed, 1 failed",
    1,
  ],
  ["a test was skipped", [GREEN, "      Tests  2 passed | 1 skipped (3)\n"], [], "42 passed, 1 failed", 1],
  [
    "a test file could not be read",
    [GREEN, " Test Files  1 failed | 1 passed (2)\n      Tests  2 passed (2)\n"],
    ["1"],
    "42 passed, 1 failed",
    1,
  ],
  ["a suite never ran", [GREEN, "Build stopped.\n"], ["1"], "40 passed, 1 failed", 1],
  ["a suite ended badly after its last test", [GREEN, GREEN], ["1"], "80 passed, 1 failed", 1],
  ["a check failed", [GREEN, GREEN], ["lint", "imports"], "80 passed, 2 failed", 1],
])("the sum at the end is honest when %s", (_, logs, failedSteps, sum, status) => {
  const files = logs.map((log, index) => {
    const file = join(folder, `${index}.log`);
    writeFileSync(file, log);
    return file;
  });
  const said = spawnSync(process.execPath, [SUM, ...files, "--", ...failedSteps], { encoding: "utf8" });
  expect(said.stdout).toBe(`${sum}\n`);
  expect(said.status).toBe(status);
});
