import type { Intent } from "../meaning.ts";

/** A pattern over the script of a message (see script.ts) that speaks for an intent, and what speaks against it. */
export interface IntentRule {
  readonly intent: Intent;
  readonly when: RegExp;
  readonly unless?: RegExp;
}

export function rule(intent: Intent, when: RegExp, unless?: RegExp): IntentRule {
  return { intent, when, ...(unless && { unless }) };
}
