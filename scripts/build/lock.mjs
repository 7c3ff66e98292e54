// A lock between processes: a folder that only one can make, with the holder's id in it.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const LONGEST_MS = 10 * 60_000;

/** Runs `work` while no other process that uses the same folder does. A holder that died is passed over. */
export async function withLock(folder, work) {
  while (!taken(folder)) {
    if (abandoned(folder)) rmSync(folder, { recursive: true, force: true });
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function taken(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function abandoned(folder) {
  const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  try {
    process.kill(Number(readFileSync(join(folder, "pid"), "utf8")), 0);
    return age > LONGEST_MS;
  } catch (error) {
    // No id yet: the holder is just writing it.
    return error.code === "ESRCH" || age > LONGEST_MS;
  }
}
