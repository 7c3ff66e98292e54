import type { OptionHit } from "./option-hits.ts";
import type { Mark } from "./page.ts";
import type { Token } from "./tokens.ts";

interface Said {
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
  readonly options: readonly OptionHit[];
}

/** "yang 20000.. kegedean, yang 10000 aja": the tokens of a choice found wrong before another of the same option is made. */
export function choicesTakenBack({ tokens, marks, options }: Said): number[] {
  const taken: number[] = [];
  options.forEach((hit, place) => {
    const next = options[place + 1];
    if (!next || !sameOption(hit, next)) return;
    const between = tokens.slice(hit.to, next.from);
    const free = marks.slice(hit.to, next.from).every((mark) => mark === undefined);
    if (!free || between.length > FARTHEST || !between.some(({ raw }) => WRONG.has(raw))) return;
    for (let at = hit.from; at < next.from; at++) taken.push(at);
  });
  return taken;
}

const FARTHEST = 9;
const WRONG = new Set(
  "kegedean kebesaran kekecilan kecilan kemahalan kepanjangan kependekan kebanyakan kesempitan kelonggaran kemanisan kepedesan kepedasan".split(
    " ",
  ),
);

function sameOption(one: OptionHit, other: OptionHit): boolean {
  return one.phrases.some(({ of }) =>
    [...of].some(([sku, { option }]) => other.phrases.some((phrase) => phrase.of.get(sku)?.option === option)),
  );
}
