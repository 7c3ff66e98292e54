import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export type Engine = "sqlite" | "postgresql";

/** Which engine an address is for. Throws with the fix when it is for neither. */
export function engineOf(url: string): Engine {
  if (url.startsWith("file:")) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(url)) return "postgresql";
  throw new Error("DATABASE_URL must start with file: (SQLite) or postgresql:// (PostgreSQL).");
}

/** The file of a `file:` address; a relative one counts from the working folder. */
export function sqliteFile(url: string): string {
  const [path = ""] = url.split("?");
  return path.startsWith("file:///") ? fileURLToPath(path) : resolve(path.slice("file:".length));
}
