// Holds src/ and flows/ to the rules in .dependency-cruiser.mjs and scripts/imports/plain-code.mjs.
//
//   node scripts/check-imports.mjs [--json] [FOLDER]     FOLDER is a tree like this one (default: this one)
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.mjs";
import { filesBelow } from "./build/fingerprint.mjs";
import { PLAIN_CODE_RULES, plainCode } from "./imports/plain-code.mjs";

const SOURCES = ["src", "flows"];
const GENERATED = "src/database/generated/";

const json = process.argv.includes("--json");
const root =
  process.argv.slice(2).find((word) => word !== "--json") ?? join(dirname(fileURLToPath(import.meta.url)), "..");

const sources = SOURCES.flatMap((folder) => filesBelow(join(root, folder)))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => relative(root, file))
  .filter((file) => !file.startsWith(GENERATED));
const graph = await importGraph();
const unread = sources.filter((file) => !graph.modules.has(file));
if (sources.length === 0 || unread.length > 0) {
  console.error(
    `Imports: nothing is proven, ${unread.length} of ${sources.length} files were not read. ${unread[0] ?? ""}`,
  );
  process.exit(2);
}

const violations = [
  ...graph.violations,
  ...sources.flatMap((file) => plainCode(file, readFileSync(join(root, file), "utf8"))),
];
if (json) console.log(JSON.stringify({ files: sources.length, rules: ruleNames(), violations }));
else report();
process.exitCode = violations.length > 0 ? 1 : 0;

async function importGraph() {
  const { options, forbidden } = config;
  const { output } = await cruise(
    SOURCES,
    { ...options, baseDir: root, ruleSet: { forbidden }, validate: true },
    options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, options.tsConfig.fileName)) },
  );
  return {
    modules: new Set(output.modules.map(({ source }) => source)),
    violations: output.summary.violations.map(({ rule, from, to, cycle, via }) => ({
      rule: rule.name,
      from,
      to: [to, ...(cycle ?? via ?? []).map(({ name }) => name)].filter((name, at, all) => all.indexOf(name) === at),
      comment: config.forbidden.find(({ name }) => name === rule.name).comment,
    })),
  };
}

function ruleNames() {
  return [...config.forbidden.map(({ name }) => name), ...PLAIN_CODE_RULES.map(({ rule }) => rule)];
}

function report() {
  if (violations.length === 0) console.log(`Imports: ${sources.length} files keep the rules.`);
  for (const { rule, from, to, comment } of violations)
    console.error(`${from} → ${to.join(" → ")}\n  ${rule}: ${comment}`);
  if (violations.length > 0) console.error(`Imports: ${violations.length} against the rules.`);
}
