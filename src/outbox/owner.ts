import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Marks of the owners in this process. */
const ours = new Set<string>();

/** An owner of channel accounts in this process: where it runs, its process id there, and a mark of its own. */
export function ownerName(mark: string): string {
  ours.add(mark);
  return [placeName(), process.pid, mark].join(" ");
}

/** Whether an owner is surely gone: it ran here, and its process id is nobody's, or ours now. */
export function isGone(owner: string, self: string): boolean {
  if (owner === self) return false;
  const words = owner.split(" ");
  const [place, pid, mark = ""] = [words.slice(0, -2).join(" "), Number(words.at(-2)), words.at(-1)];
  if (place !== placeName() || !Number.isInteger(pid)) return false;
  return pid === process.pid ? !ours.has(mark) : !isAlive(pid);
}

/** Process ids mean something only within one machine and one namespace of processes. */
function placeName(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return `${hostname()} -`;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
