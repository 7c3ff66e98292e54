import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { EarlierNames } from "./contact-names.ts";

const Stored = z.object({
  /** The owner wants it connected: a restart connects again by itself */
  wanted: z.boolean().default(false),
  /** When the number was linked, epoch ms; what came before is nobody's to answer */
  linkedAt: z.number().optional(),
  /** Everything up to here was accepted, epoch ms */
  caughtUpTo: z.number().optional(),
  phone: z.string().optional(),
  name: z.string().optional(),
  /** When messages went, epoch ms, for the pace */
  sentAt: z.array(z.number()).default([]),
  pace: z.record(z.string(), z.union([z.number(), z.boolean()])).default({}),
  /** Written by earlier releases; names are in the database since */
  contacts: z.record(z.string(), z.string()).optional(),
  chats: z.record(z.string(), z.string()).optional(),
});
export type Stored = z.infer<typeof Stored>;

/** What is kept of the link beside the browser's profile, as it is of no use without it. A file that cannot be read counts as empty. */
export class StoredLink {
  readonly #folder: string;
  readonly #file: string;
  #values: Stored;
  #writing: NodeJS.Timeout | undefined;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "whatsapp-web");
    this.#file = join(this.#folder, "link.json");
    this.#values = read(this.#file);
  }

  get values(): Readonly<Stored> {
    return this.#values;
  }

  get profileDir(): string {
    return join(this.#folder, "profile");
  }

  /** Reads again what another process may have written since, as long as nothing of our own waits to be written. */
  refresh(): void {
    if (this.#writing === undefined) this.#values = read(this.#file);
  }

  /** Changes some values. Written a moment later, many changes at once. */
  change(values: Partial<Stored>): void {
    this.#values = { ...this.#values, ...values };
    this.#writing ??= setTimeout(() => this.flush(), WRITE_AFTER_MS);
  }

  /** Writes what is not written yet. */
  flush(): void {
    if (this.#writing === undefined) return;
    clearTimeout(this.#writing);
    this.#writing = undefined;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const next = `${this.#file}.next`;
      writeFileSync(next, JSON.stringify(this.#values), { mode: 0o600, flush: true });
      renameSync(next, this.#file);
      syncFolder(this.#folder);
    } catch {
      // A full disk must not end the shop. The values stay in memory and are written with the next change.
    }
  }

  /** The names that an earlier release kept here; undefined once they were dropped. */
  get earlierNames(): EarlierNames | undefined {
    const { contacts, chats } = this.#values;
    return contacts || chats ? { contacts: contacts ?? {}, chats: chats ?? {} } : undefined;
  }

  dropEarlierNames(): void {
    const { contacts: _, chats: __, ...rest } = this.#values;
    this.#values = rest;
    this.change({});
    this.flush();
  }

  /** Forgets the session: the number must be linked anew. Throws where the folder cannot be removed. */
  forgetSession(): void {
    const { linkedAt: _, caughtUpTo: __, ...rest } = this.#values;
    this.#values = { ...rest, wanted: false };
    this.change({});
    rmSync(this.profileDir, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A browser that was killed leaves its lock behind; whoever owns the account owns the profile. */
  unlockProfile(): void {
    for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
      rmSync(join(this.profileDir, "session", name), { force: true });
  }
}

const WRITE_AFTER_MS = 200;

/** Only then is the new name of a file on the disk too; not every system can do that. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

function read(file: string): Stored {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return Stored.parse({});
  }
}
