// Builds what has changed since the last build: database clients, program (dist/src), pages (dist/web).
// Nothing changed: it only looks at file times. Two builds at once: the second waits, then finds nothing to do.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { filesBelow, fingerprint } from "./build/fingerprint.mjs";
import { withLock } from "./build/lock.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const at = (path) => join(root, path);
const stampFile = at("dist/.build.json");
const generated = ["src/database/generated/sqlite/client.ts", "src/database/generated/postgresql/client.ts"];
const pages = ["src/console/app", "src/channels/web-chat/page"];
const setUp = ["package.json", "package-lock.json", "scripts/build.mjs"];

const steps = [
  {
    name: "clients",
    inputs: () => ["prisma/schema.prisma", "prisma.config.ts", "scripts/generate.mjs", ...setUp],
    outputs: generated,
    run: async () => (await import("./generate.mjs")).generateClients(),
  },
  {
    name: "program",
    inputs: () => [
      "src",
      "flows",
      "prisma/seed.ts",
      "prisma/demo-shop.json",
      "tsconfig.json",
      "tsconfig.build.json",
      ...setUp,
    ],
    except: pages,
    outputs: ["dist/src"],
    run: buildProgram,
  },
  {
    name: "pages",
    when: () => existsSync(at("vite.config.ts")),
    inputs: (last) => [...pages, "vite.config.ts", "tsconfig.web.json", ...setUp, ...(last?.more ?? [])],
    outputs: ["dist/web"],
    run: buildPages,
  },
];

try {
  if (!existsSync(at("node_modules/typescript"))) fail("The parts this program needs are not installed. Run: npm ci");
  if (stale(readStamp()).length > 0) {
    mkdirSync(at("dist"), { recursive: true });
    await withLock(at("dist/.building"), build);
  }
} catch (error) {
  fail(error.message);
}

async function build() {
  let stamp = readStamp();
  for (const step of steps) {
    if (!stale(stamp).includes(step)) continue;
    // Taken before the work, so that a file saved meanwhile is built next time.
    const before = printOf(step, stamp[step.name]);
    const more = await step.run();
    const after = more ? { more } : {};
    stamp = { ...stamp, [step.name]: { ...after, print: more ? printOf(step, after) : before } };
    writeFileSync(stampFile, JSON.stringify(stamp));
  }
}

function stale(stamp) {
  return steps.filter(
    (step) =>
      (step.when?.() ?? true) &&
      (stamp[step.name]?.print !== printOf(step, stamp[step.name]) ||
        step.outputs.some((path) => !existsSync(at(path)))),
  );
}

function printOf(step, last) {
  return fingerprint(root, step.inputs(last), step.except);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return {};
  }
}

function buildProgram() {
  if (!existsSync(at("dist/src"))) rmSync(at("dist/.tsbuildinfo"), { force: true });
  const tsc = spawnSync(
    process.execPath,
    [at("node_modules/typescript/bin/tsc"), "-p", at("tsconfig.build.json"), "--pretty", "false"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  if (tsc.status !== 0) throw new Error(`The program has type errors:\n${tsc.stdout.trim()}${tsc.stderr.trim()}`);
  forgetRemovedSources();
  if (existsSync(at("prisma/demo-shop.json"))) {
    mkdirSync(at("dist/prisma"), { recursive: true });
    copyFileSync(at("prisma/demo-shop.json"), at("dist/prisma/demo-shop.json"));
  }
  if (existsSync(at("dist/src/cli.js"))) chmodSync(at("dist/src/cli.js"), 0o755);
}

/** The compiler leaves the output of a removed source where it was. */
function forgetRemovedSources() {
  for (const folder of ["dist/src", "dist/flows"])
    for (const file of filesBelow(at(folder))) {
      const source = join(root, relative(at("dist"), file)).replace(/\.js(\.map)?$/, ".ts");
      if (!existsSync(source)) rmSync(file);
    }
}

/** Returns the sources that went into the pages, so that only a change to one of them builds them again. */
async function buildPages() {
  const { build: viteBuild } = await import("vite");
  const made = await viteBuild({ configFile: at("vite.config.ts"), logLevel: "error" });
  compressAssets();
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((bundle) => bundle.output);
  const modules = outputs.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  const own = modules.map((id) => relative(root, id.split("?")[0])).filter((path) => path.startsWith("src/"));
  return [...new Set(own)].filter((path) => !pages.some((page) => path.startsWith(page))).sort();
}

/** Pressed once here, so that the server sends a slow phone a third of it and spends nothing on that. */
function compressAssets() {
  for (const file of filesBelow(at("dist/web/assets"))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

function fail(message) {
  console.error(`Build stopped. ${message}`);
  process.exit(1);
}
