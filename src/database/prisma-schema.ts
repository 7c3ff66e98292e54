import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { Engine } from "./database-url.ts";

/** The Prisma schema of an engine: the one file with its provider put in. */
export async function prismaSchema(engine: Engine): Promise<string> {
  const schema = await readFile(join(packageRoot, "prisma/schema.prisma"), "utf8");
  return schema.replace('provider = "sqlite"', `provider = "${engine}"`);
}
