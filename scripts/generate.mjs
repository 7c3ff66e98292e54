// Generates the Prisma clients of both engines; the PostgreSQL schema is the SQLite one with another provider.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const schema = readFileSync(join(root, "prisma/schema.prisma"), "utf8");
const twin = join(root, "src/database/generated/postgresql.prisma");

mkdirSync(dirname(twin), { recursive: true });
writeFileSync(
  twin,
  schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace("../src/database/generated/sqlite", "./postgresql"),
);
for (const path of [join(root, "prisma/schema.prisma"), twin])
  execFileSync(
    process.execPath,
    [join(root, "node_modules/prisma/build/index.js"), "generate", "--no-hints", "--schema", path],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
