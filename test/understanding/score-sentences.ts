import type { MessageLine, OutputLine } from "../../src/understanding/evaluation-format.ts";

/** Of how many, how many came out right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Verdict {
  readonly id: string;
  readonly text: string;
  /** What is wrong, in words; nothing where all is right */
  readonly faults: readonly string[];
}

/** How well labelled messages were understood, by the measures of docs/understanding.md. */
export interface Score {
  readonly intents: Share;
  /** Orders with every SKU path and quantity right */
  readonly orders: Share;
  /** Orders found where none was meant: `right` counts them */
  readonly falseOrders: Share;
  readonly askedWhenNeeded: Share;
  readonly askedWhenNot: Share;
  readonly slots: ReadonlyMap<string, Share>;
  readonly full: Share;
  readonly verdicts: readonly Verdict[];
}

const SLOTS = ["fulfilment", "date", "time", "address", "phone", "name", "until"] as const;
/** Greeting and thanking count only when nothing else is said. */
const POLITE = new Set(["greet", "thank"]);

export function scoreSentences(pairs: readonly (readonly [MessageLine, OutputLine])[]): Score {
  const tally = new Map<string, { right: number; of: number }>();
  const count = (measure: string, right: boolean) => {
    const share = tally.get(measure) ?? { right: 0, of: 0 };
    tally.set(measure, { right: share.right + (right ? 1 : 0), of: share.of + 1 });
  };
  const verdicts = pairs.map(([line, output]): Verdict => {
    const faults = [
      ...intentFaults(line.expect.intents, output.intents),
      ...itemFaults(line, output),
      ...clarifyFaults(line, output),
      ...SLOTS.flatMap((slot) => slotFaults(slot, line, output)),
    ];
    countLine(line, output, faults, count);
    return { id: line.id, text: line.text, faults };
  });
  const share = (measure: string): Share => tally.get(measure) ?? { right: 0, of: 0 };
  return {
    intents: share("intents"),
    orders: share("orders"),
    falseOrders: share("falseOrders"),
    askedWhenNeeded: share("askedWhenNeeded"),
    askedWhenNot: share("askedWhenNot"),
    slots: new Map(SLOTS.map((slot) => [slot, share(slot)])),
    full: share("full"),
    verdicts,
  };
}

function countLine(
  line: MessageLine,
  output: OutputLine,
  faults: readonly string[],
  count: (measure: string, right: boolean) => void,
): void {
  const { items, clarify } = line.expect;
  count("full", faults.length === 0);
  count("intents", !faults.some((fault) => fault.startsWith("intent")));
  if (items !== "any" && items.length > 0) count("orders", !faults.some((fault) => fault.startsWith("items")));
  if (items !== "any" && items.length === 0) count("falseOrders", output.items.length > 0);
  if (clarify === true) count("askedWhenNeeded", output.clarify === true);
  else if (clarify !== "any") count("askedWhenNot", output.clarify === true);
  for (const slot of SLOTS) {
    const wanted = line.expect[slot];
    if (typeof wanted === "string" && wanted !== "any")
      count(slot, !faults.some((fault) => fault.startsWith(`${slot} `)));
  }
}

/** Every wanted intent is there in one of its forms, and nothing that is neither wanted nor optional. */
function intentFaults(expected: readonly string[], got: readonly string[]): string[] {
  const forms = (each: string) => each.replace("?", "").split("|");
  const allowed = new Set(expected.flatMap(forms));
  const wanted = expected.filter((each) => !each.startsWith("?"));
  const serious = wanted.filter((each) => !forms(each).every((form) => POLITE.has(form)));
  const spoken = got.some((each) => !POLITE.has(each)) ? got.filter((each) => !POLITE.has(each)) : got;
  const due = serious.length > 0 ? serious : wanted;
  return [
    ...due.filter((each) => !forms(each).some((form) => spoken.includes(form))).map((each) => `intent -${each}`),
    ...spoken.filter((each) => !allowed.has(each)).map((each) => `intent +${each}`),
  ];
}

function itemFaults({ expect: { items } }: MessageLine, output: OutputLine): string[] {
  if (items === "any") return [];
  const wanted = cartOf(items);
  const got = cartOf(output.items);
  return wanted === got ? [] : [`items want [${wanted}] got [${got}]`];
}

/** A cart in one line, to compare and to read. */
export function cartOf(items: readonly { readonly sku: string; readonly qty: number }[]): string {
  const cart = new Map<string, number>();
  for (const { sku, qty } of items) cart.set(sku.toLowerCase(), (cart.get(sku.toLowerCase()) ?? 0) + qty);
  return [...cart]
    .map(([sku, qty]) => `${sku}=${Math.round(qty * 1000) / 1000}`)
    .sort()
    .join(" ");
}

function clarifyFaults({ expect: { clarify } }: MessageLine, output: OutputLine): string[] {
  if (clarify === "any" || (clarify === true) === (output.clarify === true)) return [];
  return [clarify === true ? "asks too little" : "asks too much"];
}

function slotFaults(slot: (typeof SLOTS)[number], line: MessageLine, output: OutputLine): string[] {
  const wanted = line.expect[slot];
  const got = output[slot];
  if (wanted === "any") return [];
  if (typeof wanted !== "string")
    return slot === "fulfilment" && got !== undefined ? [`${slot} want nothing got ${got}`] : [];
  return got !== undefined && slotRight(slot, wanted, got) ? [] : [`${slot} want ${wanted} got ${got ?? "nothing"}`];
}

/** An address is right when it has most of the expected words, and not the whole message. */
export function slotRight(slot: string, wanted: string, got: string): boolean {
  if (slot !== "address") return wanted.toLowerCase().split("|").includes(got.toLowerCase().trim());
  const given = new Set(wordsOf(got));
  return wanted.split("|").some((each) => {
    const due = new Set(wordsOf(each));
    const hits = [...due].filter((word) => given.has(word)).length;
    return hits / due.size >= 0.75 && given.size <= due.size * 2 + 4;
  });
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
