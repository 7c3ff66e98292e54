import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

export type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** No table or enum is left out. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

/** Prisma's own schema engine, as WebAssembly, on the given adapter. The caller frees it. */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
): Promise<SchemaEngine> {
  const { SchemaEngine } = await loadEngine();
  const unheard = () => undefined;
  return SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    unheard,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

/** Node has it; its types name only the types in it. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

let loading: Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> | undefined;

function loadEngine() {
  loading ??= load();
  return loading;
}

/** The package's entry imports its .wasm file as a module, which Node 20 cannot. */
async function load() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/\.js$/, "_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": unheld(glue) });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return glue;
}

/** The engine leaves its ten seconds' wait for a lock running; a process that is done must not stay for it. */
function unheld(glue: object): object {
  const imports = Object.entries(glue).map(([name, value]) => {
    if (!name.startsWith("__wbg_setTimeout")) return [name, value];
    return [name, (call: () => void, afterMs: number) => setTimeout(call, afterMs).unref()];
  });
  return Object.fromEntries(imports);
}
