// Tells whether files have changed by their paths, sizes and times, without reading them.
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** One string for all files at or below `paths` but not below `except` (relative to `root`); a missing path counts as such. */
export function fingerprint(root, paths, except = []) {
  const hash = createHash("sha256");
  const left = except.map((path) => join(root, path, "/"));
  for (const path of paths)
    for (const file of filesBelow(join(root, path))) {
      if (left.some((folder) => file.startsWith(folder))) continue;
      const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {};
      hash.update(`${file}\0${mtimeMs}\0${size}\n`);
    }
  return hash.digest("hex");
}

/** The files below a folder in a stable order; the path itself where it is no folder. */
export function filesBelow(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesBelow(join(path, name)));
}
