// Generates the Prisma clients of both engines; the PostgreSQL schema is the SQLite one with another provider.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Resolves when both clients lie in src/database/generated. */
export async function generateClients() {
  const schema = join(root, "prisma/schema.prisma");
  const twin = join(root, "src/database/generated/postgresql.prisma");
  mkdirSync(dirname(twin), { recursive: true });
  writeFileSync(
    twin,
    readFileSync(schema, "utf8")
      .replace('provider = "sqlite"', 'provider = "postgresql"')
      .replace("../src/database/generated/sqlite", "./postgresql"),
  );
  await Promise.all([schema, twin].map(generate));
}

function generate(schema) {
  const prisma = join(root, "node_modules/prisma/build/index.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [prisma, "generate", "--no-hints", "--schema", schema], { cwd: root });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`prisma generate failed.\n${said.trim()}`)),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await generateClients();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
