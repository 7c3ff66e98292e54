import type { Hearing } from "./hearing.ts";
import { type Intent, type Meaning, NOTHING } from "./meaning.ts";
import type { Script } from "./script.ts";

const NEVER_MIND =
  /^( (maaf|aduh|duh|eh|ya|yah|yaudah|oke|sudah|aja|saya|kayaknya|[.,!]))* tidak jadi( (maaf|ya|aja|saya|kayaknya|makasih|deh|[.,!]))* $/;

/** "ga jadi": a no where a plain yes or no was asked for, else the end of the basket; undefined where it is neither. */
export function calledOff({ question, basket }: Hearing, script: Script): Meaning | undefined {
  if (!NEVER_MIND.test(script.all)) return undefined;
  const meant = (intent: Intent): Meaning => ({ ...NOTHING, intents: [intent], confidence: 0.95 });
  if (question?.type === "yesNo") return meant("deny");
  return basket.length > 0 ? meant("cancel_order") : undefined;
}
