import { z } from "zod";
import type { Memory } from "./memory.ts";
import { Heard } from "./protocol.ts";

const Kept = z.object({ heard: Heard, why: z.string() });

/** What was heard and cannot be stored as an event, each thing once, with why. */
export class Aside {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Oldest first. What today's program can no longer read stays where it is. */
  kept(): readonly Heard[] {
    const kept = [...this.#memory.under(ASIDE).values()].map((value) => Kept.safeParse(value).data);
    return kept.flatMap((one) => (one ? [one.heard] : [])).toSorted((a, b) => whenOf(a) - whenOf(b));
  }

  has(heard: Heard): boolean {
    return this.#memory.get(keyOf(heard)) !== undefined;
  }

  keep(heard: Heard, why: string): void {
    this.#memory.set(keyOf(heard), { heard, why });
  }

  release(heard: Heard): void {
    if (this.has(heard)) this.#memory.forget(keyOf(heard));
  }
}

const ASIDE = "aside ";

function keyOf(heard: Heard): string {
  const id = heard.type === "voted" ? `${heard.poll} ${heard.at}` : heard.id;
  const change = heard.type === "edited" ? ` ${heard.editedAt ?? heard.text.length}` : "";
  return `${ASIDE}${heard.type} ${id}${change}`;
}

function whenOf(heard: Heard): number {
  return "at" in heard ? heard.at : 0;
}
