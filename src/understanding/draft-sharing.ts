import { choiceOf, type Draft, setValue } from "./draft.ts";

/** What lines share is given to each of them: numbers, options, places; and mentions that order nothing are left out. */
export function shareOut(drafts: readonly Draft[], places: number): Draft[] {
  spreadNumbers(drafts);
  spreadOptions(drafts);
  for (const draft of drafts) if (!draft.each) for (const option of draft.either) draft.values.delete(option);
  const wanted = drafts.filter((draft) => !(draft.refused && draft.amount === undefined));
  if (places > 1) for (const draft of wanted) multiply(draft, places);
  return withoutMentions(wanted);
}

/** A line is off. */
export function turnDown(draft: Draft): void {
  draft.refused = true;
  delete draft.amount;
}

/** "topi sama totebag masing2 2": the number is for all lines before it that have none. */
function spreadNumbers(drafts: readonly Draft[]): void {
  drafts.forEach((draft, place) => {
    if (!draft.each || draft.amount === undefined) return;
    for (let at = place - 1; at >= 0; at--) {
      const earlier = drafts[at];
      const named = (earlier?.products.length ?? 0) + (earlier?.unknown.length ?? 0) > 0;
      if (!earlier || earlier.amount !== undefined || !named) break;
      earlier.amount = draft.amount;
      shareChoices(earlier, draft);
      earlier.each = true;
    }
  });
}

/** "sabun sama lilin yang melati masing2 10": a choice before "masing2" is for the goods joined to it too. */
function shareChoices(earlier: Draft, { said }: Draft): void {
  if (earlier.said.length > 0) return;
  for (const hit of said) {
    const choice = choiceOf(earlier, hit);
    if (choice && !earlier.values.has(choice.option)) setValue(earlier, choice);
  }
}

/** "pashmina 2, bergo 1, hitam semua": lines that do not name the option take it. */
function spreadOptions(drafts: readonly Draft[]): void {
  for (const hit of drafts.flatMap((draft) => draft.shared)) {
    for (const draft of drafts) {
      const choice = choiceOf(draft, hit);
      if (choice && (!draft.values.has(choice.option) || draft.carried.has(choice.option))) setValue(draft, choice);
    }
  }
}

/** "lantai 1, 2 dan 3 masing2 2 unit": the number is for each place. */
function multiply(draft: Draft, places: number): void {
  const alone = draft.every.length === 0 && [...draft.values.values()].every((values) => values.length === 1);
  if (draft.each && draft.amount && !draft.amount.money && alone)
    draft.amount = { ...draft.amount, value: draft.amount.value * places };
}

/** "kuras toren 1. torennya yang oranye": goods named again without a number are spoken of, not ordered again. */
function withoutMentions(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => {
    if (draft.amount !== undefined || draft.each || draft.products.length === 0) return true;
    const others = drafts.filter((other) => other !== draft && other.products[0] === draft.products[0]);
    const bare = [...draft.values.keys()].every((option) => draft.carried.has(option)) && draft.pending.length === 0;
    if (!bare) return true;
    return !others.some((other) => other.amount !== undefined || other.said.length > 0 || draft.definite);
  });
}
