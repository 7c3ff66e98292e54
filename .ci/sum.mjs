// Adds up what vitest says of each suite: `node .ci/sum.mjs LOG…` prints `N passed, M failed`. A suite that says nothing,
// that skipped a test, or whose files could not be read as tests counts as failed.
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const log = stripVTControlCharacters(readFileSync(file, "utf8"));
  const tests = [...log.matchAll(/^ *Tests +(.*)$/gm)].at(-1)?.[1] ?? "";
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(tests)?.[1] ?? 0);
  const brokenFiles = Number(/^ *Test Files +(\d+) failed/m.exec(log)?.[1] ?? 0);
  passed += count("passed");
  failed += Math.max(count("failed"), brokenFiles) + count("skipped") + count("todo");
  if (count("passed") === 0) failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
