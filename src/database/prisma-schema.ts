import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { Engine } from "./database-url.ts";

/** The Prisma schema of an engine: the one file with its provider put in. */
export async function prismaSchema(engine: Engine, schema?: string): Promise<string> {
  const text = schema ?? (await readFile(join(packageRoot, "prisma/schema.prisma"), "utf8"));
  return text.replace('provider = "sqlite"', `provider = "${engine}"`);
}
