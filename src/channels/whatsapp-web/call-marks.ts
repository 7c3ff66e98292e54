import { z } from "zod";
import type { Memory } from "./memory.ts";

/** One call, told by the ringing, by the line that it leaves in the chat, or by both. */
const Mark = z.object({
  id: z.string(),
  /** Epoch ms */
  at: z.number(),
  ring: z.string().optional(),
  line: z.string().optional(),
});
type Mark = z.infer<typeof Mark>;

/** How a call was told. `at` in epoch ms. */
export interface CallSign {
  readonly by: "ring" | "line";
  /** WhatsApp's id, which is not the same for both */
  readonly id: string;
  readonly at: number;
}

/** Gives a call one id, however it is told and however often the browser was restarted between. */
export class CallMarks {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  idOf(contact: string, sign: CallSign): string {
    const key = `calls ${contact}`;
    const marks = z.array(Mark).safeParse(this.#memory.get(key)).data ?? [];
    const known = marks.find((mark) => mark[sign.by] === sign.id);
    if (known) return known.id;
    const half = nearest(marks, sign);
    const mark: Mark = { ...(half ?? { id: sign.id, at: sign.at }), [sign.by]: sign.id };
    this.#memory.set(key, [...marks.filter((one) => one !== half), mark].slice(-MOST_CALLS));
    return mark.id;
  }
}

/** The call of about that time which was so far told only the other way. */
function nearest(marks: readonly Mark[], { by, at }: CallSign): Mark | undefined {
  const apart = (mark: Mark) => Math.abs(mark.at - at);
  return marks
    .filter((mark) => mark[by] === undefined && apart(mark) < SAME_CALL_MS)
    .toSorted((a, b) => apart(a) - apart(b))[0];
}

const SAME_CALL_MS = 3 * 60_000;
/** Per contact; older lines are not read again */
const MOST_CALLS = 30;
