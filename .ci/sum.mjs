// Adds up what vitest says of each suite and prints `N passed, M failed`:
//
//   node .ci/sum.mjs SUITE.log… -- FAILED_STEP…
//
// Failed counts as well: a suite that says nothing, a test that was skipped, a test file that could not be read, and a
// step that failed for any other reason.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { stripVTControlCharacters } from "node:util";

const split = process.argv.indexOf("--");
const suites = process.argv.slice(2, split).map((file) => ({ name: basename(file, ".log"), ...countsIn(file) }));
const failedSteps = process.argv.slice(split + 1);

const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
const told = suites.filter(({ failed }) => failed > 0);
const untold = failedSteps.filter((step) => !told.some(({ name }) => name === step));
const failed = told.reduce((sum, suite) => sum + suite.failed, 0) + untold.length;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function countsIn(file) {
  const log = stripVTControlCharacters(readFileSync(file, "utf8"));
  const tests = [...log.matchAll(/^ *Tests +(.*)$/gm)].at(-1)?.[1] ?? "";
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(tests)?.[1] ?? 0);
  const brokenFiles = Number(/^ *Test Files +(\d+) failed/m.exec(log)?.[1] ?? 0);
  const saysNothing = count("passed") === 0 ? 1 : 0;
  const failed = Math.max(count("failed"), brokenFiles, saysNothing) + count("skipped") + count("todo");
  return { passed: count("passed"), failed };
}
