import type { Amount } from "./amount.ts";
import type { OptionHit } from "./option-hits.ts";
import type { Reading } from "./reading.ts";

/** Choices of one variant with the number that counts them. */
export interface ChoiceGroup {
  readonly hits: readonly OptionHit[];
  readonly amount?: Amount;
}

/** The variants of a message ("hitam L 2, abu M 1"): the number after the choices counts them, or the one before where numbers lead. `place` tells which option a hit chooses. */
export function choiceGroups({ options, amounts }: Reading, place: (hit: OptionHit) => number): ChoiceGroup[] {
  const spans = [
    ...options.map((hit) => ({ at: hit.from, hit, amount: undefined })),
    ...amounts
      .filter(({ counts, money, from }) => counts && !money && !options.some((hit) => hit.from === from))
      .map((amount) => ({ at: amount.from, hit: undefined, amount })),
  ].sort((a, b) => a.at - b.at);
  const leads = spans[0]?.amount !== undefined;
  const groups: ChoiceGroup[] = [];
  let open: { hits: OptionHit[]; amount?: Amount } = { hits: [] };
  const close = () => {
    if (open.hits.length > 0) groups.push(open);
    open = { hits: [] };
  };
  for (const { hit, amount } of spans) {
    if (hit && open.hits.some((other) => place(other) === place(hit))) close();
    if (hit) open.hits.push(hit);
    else if (leads) {
      close();
      open = { hits: [], ...(amount && { amount }) };
    } else if (amount) {
      open.amount ??= amount;
      close();
    }
  }
  close();
  return groups;
}
