import { readFile } from "node:fs/promises";
import { z } from "zod";
import { CatalogueFile, type ShopInFile } from "../understanding/evaluation-format.ts";
import { CommandError } from "./with-database.ts";

/** The shops of a catalogue file by id. */
export async function readCatalogueFile(file: string): Promise<ReadonlyMap<string, ShopInFile>> {
  const parsed = CatalogueFile.safeParse(await readJson(file));
  if (!parsed.success) throw new CommandError(`${file} is not a catalogue: ${z.prettifyError(parsed.error)}`);
  return new Map(parsed.data.shops.map((shop) => [shop.id, shop]));
}

/** One shop of the file; a line that names none means the only one. */
export function shopNamed(shops: ReadonlyMap<string, ShopInFile>, id: string | undefined): ShopInFile {
  const found = id === undefined && shops.size === 1 ? [...shops.values()][0] : shops.get(id ?? "");
  if (!found)
    throw new CommandError(`The catalogue has no shop "${id ?? ""}". It has: ${[...shops.keys()].join(", ")}.`);
  return found;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new CommandError(`${file} ${why}.`, { cause });
  }
}
