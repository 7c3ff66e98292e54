// Says when prisma/schema.prisma has changes that no migration has. Exits with 1 then.
import { tsImport } from "tsx/esm/api";

const { pendingSchemaChange } = await tsImport("../src/database/schema-drift.ts", import.meta.url);
const { startPostgres } = await tsImport("../test/fixtures/postgres.ts", import.meta.url);

const postgres = await startPostgres();
let drifted = false;
try {
  for (const [engine, url] of [
    ["sqlite", "file::memory:"],
    ["postgresql", `${postgres.url}/postgres`],
  ]) {
    const change = await pendingSchemaChange(engine, url);
    drifted ||= change !== undefined;
    if (change) console.error(`${engine}: the schema has changes that no migration has:\n${change}`);
  }
} finally {
  await postgres.stop();
}
if (drifted) console.error("Make one: node scripts/make-migration.mjs NAME");
process.exit(drifted ? 1 : 0);
