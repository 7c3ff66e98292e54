import type { MessageLine, OutputLine } from "../../src/understanding/evaluation-format.ts";

/** How many labelled sentences came out right. */
export interface Score {
  readonly sentences: number;
  readonly right: number;
  readonly ordersRight: number;
  readonly orders: number;
  readonly falseOrders: number;
  readonly wrong: readonly string[];
}

const SLOTS = ["fulfilment", "date", "time", "address", "phone", "name", "until"] as const;

export function scoreSentences(pairs: readonly (readonly [MessageLine, OutputLine])[]): Score {
  let right = 0;
  let orders = 0;
  let ordersRight = 0;
  let falseOrders = 0;
  const wrong: string[] = [];
  for (const [line, output] of pairs) {
    const items = line.expect.items;
    const itemsRight = items === "any" || cartOf(items) === cartOf(output.items);
    if (items !== "any" && items.length > 0) {
      orders++;
      if (itemsRight) ordersRight++;
    }
    if (items !== "any" && items.length === 0 && output.items.length > 0) falseOrders++;
    const all =
      itemsRight &&
      intentsRight(line.expect.intents, output.intents) &&
      clarifyRight(line, output) &&
      slotsRight(line, output);
    if (all) right++;
    else wrong.push(`${line.id} ${line.text}`);
  }
  return { sentences: pairs.length, right, orders, ordersRight, falseOrders, wrong };
}

function cartOf(items: readonly { sku: string; qty: number }[]): string {
  return items
    .map(({ sku, qty }) => `${sku.toLowerCase()}=${qty}`)
    .sort()
    .join(" ");
}

/** Every wanted intent is there in one of its forms, and nothing that is neither wanted nor optional. */
function intentsRight(expected: readonly string[], got: readonly string[]): boolean {
  const allowed = new Set(expected.flatMap((each) => each.replace("?", "").split("|")));
  const wanted = expected.filter((each) => !each.startsWith("?"));
  return (
    wanted.every((each) => each.split("|").some((form) => got.includes(form))) && got.every((each) => allowed.has(each))
  );
}

function clarifyRight(line: MessageLine, output: OutputLine): boolean {
  return line.expect.clarify === "any" || (line.expect.clarify === true) === (output.clarify === true);
}

function slotsRight(line: MessageLine, output: OutputLine): boolean {
  return SLOTS.every((slot) => {
    const wanted = line.expect[slot];
    if (wanted === "any") return true;
    if (typeof wanted !== "string") return slot !== "fulfilment" || output[slot] === undefined;
    return wanted
      .toLowerCase()
      .split("|")
      .includes((output[slot] ?? "").toLowerCase());
  });
}
