import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Meaning } from "../../src/understanding/meaning.ts";
import { Chat } from "../fixtures/chat.ts";
import { products } from "../fixtures/warung.ts";

const brownies = { sku: "BRW", options: ["coklat"], quantity: 1000, quantityStated: true };
const quantity = fc.integer({ min: 1, max: 30 }).map((count) => count * 1000);
const item = fc.constantFrom(...products).chain((product) =>
  fc.record({
    sku: fc.constant(product.sku),
    options: fc
      .tuple(...product.options.map(({ values }) => fc.constantFrom(null, ...values.map(({ v }) => v))))
      .map((values) => [...values]),
    quantity,
    quantityStated: fc.constant(true),
  }),
);
const meaning: fc.Arbitrary<Partial<Meaning>> = fc.oneof(
  fc.record({
    intents: fc.constant<Meaning["intents"]>(["place_order"]),
    items: fc.array(item, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ fulfilment: fc.constantFrom("cod" as const, "delivery" as const, "pickup" as const) }),
  fc.record({ address: fc.constantFrom("Jl. Mawar 5 Beji", "Jl. Melati 1 Cinere", "Jl. Jauh 9") }),
  fc.record({
    date: fc.constantFrom("2026-11-18", "2026-11-19"),
    time: fc.constantFrom("09:00", "15:00", "23:00", "sore"),
  }),
  fc.record({ branch: fc.constantFrom("branch-BEJ", "branch-MAR") }),
  fc.record({ zone: fc.constantFrom("zone-bej", "zone-cin") }),
  fc.record({ payment: fc.constantFrom("cash" as const, "transfer" as const) }),
  fc.record({ name: fc.constant("Sari"), phone: fc.constant("+6281200001111") }),
  fc.record({
    intents: fc.constantFrom<Meaning["intents"]>(
      ["affirm"],
      ["deny"],
      ["ask_price"],
      ["greet"],
      ["start_over"],
      ["cancel_order"],
      ["postpone_purchase"],
      ["thank"],
      ["other"],
    ),
  }),
);
type Step = { says: Partial<Meaning> } | { taps: number } | { unseen: true };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: meaning.map((says) => ({ says })) },
  { weight: 4, arbitrary: fc.nat(5).map((taps) => ({ taps })) },
  { weight: 1, arbitrary: fc.constant({ unseen: true as const }) },
);

describe("whatever a customer says, in whatever order", () => {
  test("an order is placed only by a yes to a summary that was shown, and is exactly that summary", () => {
    let placed = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 25 }), (steps) => {
        // Somebody known, who begins with most of an order, comes to many summaries.
        const chat = new Chat({ customer: { name: "Sari", phone: "+6281200001111" } });
        chat.means({ intents: ["place_order"], items: [brownies], fulfilment: "cod", address: "Jl. Mawar 5 Beji" });
        let summary = chat.state.asked?.text;
        let unseen = false;
        for (const now of steps) {
          // A tap shows by itself that its summary was seen.
          const wasShown = unseen && !("taps" in now) ? undefined : summary;
          if ("says" in now) chat.means(now.says);
          else if ("taps" in now) {
            const label = chat.choices[now.taps % Math.max(1, chat.choices.length)];
            if (label === undefined) continue;
            chat.taps(label);
          } else {
            chat.notYetShown();
            unseen = true;
            continue;
          }
          const order = chat.effect("placeOrder");
          if (order) {
            placed += 1;
            expect(wasShown).toBeDefined();
            expect(order.draft.agreedText).toBe(wasShown);
            expect(order.draft.total).toBe(
              order.draft.lines.reduce((sum, { amount }) => sum + amount, 0) + order.draft.fee,
            );
            expect(order.draft.lines.length).toBeGreaterThan(0);
            for (const { sku, quantity: wanted, amount, unitPrice } of order.draft.lines) {
              expect(sku).not.toContain("?");
              expect(amount).toBe(Math.round((unitPrice * wanted) / 1000));
            }
          }
          unseen = unseen && chat.effect("say")?.asks !== true;
          summary = chat.state.asked?.digest === undefined ? undefined : chat.state.asked.text;
        }
      }),
      { numRuns: 150 },
    );
    // The property says nothing when no order is ever placed.
    expect(placed).toBeGreaterThan(5);
  });

  test("every message gets an answer, unless a person was called", () => {
    fc.assert(
      fc.property(fc.array(meaning, { minLength: 1, maxLength: 12 }), (says) => {
        const chat = new Chat();
        for (const one of says) {
          const answer = chat.means(one);
          expect(
            answer.length > 0 || chat.effect("handOver") !== undefined || chat.effect("showOrder") !== undefined,
          ).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
