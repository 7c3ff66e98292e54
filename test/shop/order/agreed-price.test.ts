import fc from "fast-check";
import { expect, it } from "vitest";
import { EMPTY_BASKET, hearGoods } from "../../../flows/order/basket.ts";
import { digestOf } from "../../../flows/order/summary.ts";
import type { Picture } from "../../../src/conversation/picture.ts";
import type { BasketLine, Product } from "../../../src/shop/catalogue/catalogue.ts";
import { draftStands } from "../../../src/shop/order/draft-stands.ts";
import type { OrderDraft } from "../../../src/shop/order/order.ts";
import { type Market, quote } from "../../../src/shop/order/quote.ts";
import { NOTHING } from "../../../src/understanding/meaning.ts";

const product = (sku: string, price: number): Product => ({
  sku,
  name: sku,
  aliases: [],
  description: "",
  category: null,
  unit: "kg",
  units: { kg: 1000 },
  price,
  options: [
    {
      name: "rasa",
      values: [
        { v: "asin", aliases: [] },
        { v: "manis", aliases: [], price: price + 500 },
      ],
    },
  ],
  minimum: 0,
  leadDays: 0,
  madeToOrder: false,
});

const rupiah = fc.integer({ min: 0, max: 1_000_000 });
const wanted = fc.record({
  price: rupiah,
  later: rupiah,
  quantity: fc.integer({ min: 1, max: 200_000 }),
  option: fc.constantFrom("asin", "manis"),
  agreed: fc.option(rupiah, { nil: undefined }),
});
const orders = fc.record({
  goods: fc.array(wanted, { minLength: 1, maxLength: 8 }),
  fee: rupiah,
  isFree: fc.boolean(),
});

const branch = { id: "toko", pickup: true, timeZone: "Asia/Jakarta" } as unknown as Market["branches"][number];

const market = (
  { goods, fee, isFree }: typeof orders extends fc.Arbitrary<infer T> ? T : never,
  priceOf: (one: { price: number; later: number }) => number,
): Market => ({
  now: 0,
  timeZone: "Asia/Jakarta",
  products: new Map(goods.map((one, index) => [`P${index}`, product(`P${index}`, priceOf(one))])),
  branches: [branch],
  zones: [
    { id: "depok", branchId: "toko", fee, freeFrom: isFree ? 0 : null, minimumTotal: 0, codLimit: null },
  ] as unknown as Market["zones"],
  available: () => undefined,
  capacityLeft: () => undefined,
});

const linesOf = (goods: readonly { quantity: number; option: string; agreed: number | undefined }[]): BasketLine[] =>
  goods.map(({ quantity, option, agreed }, index) => ({
    ...{ id: `${index}`, sku: `P${index}`, options: [option], quantity },
    ...(agreed === undefined ? {} : { agreed: { price: agreed, by: "rina" } }),
  }));

const draftOf = (lines: readonly BasketLine[], at: Market): OrderDraft => {
  const { branch: _, zone, ...sum } = quote({ lines, fulfilment: "delivery", zoneId: "depok" }, at);
  return {
    ...sum,
    branchId: "toko",
    ...(zone ? { zoneId: zone.id } : {}),
    agreedDigest: "",
    agreedText: "",
    agreedWords: "",
  };
};

it("an order costs what its lines cost and the fee, whatever prices were agreed and however much of it", () => {
  fc.assert(
    fc.property(orders, (order) => {
      const now = market(order, ({ price }) => price);
      const draft = draftOf(linesOf(order.goods), now);
      const sums = order.goods.map(({ price, quantity, option, agreed }) => {
        const each = agreed ?? price + (option === "manis" ? 500 : 0);
        return Math.round((each * quantity) / 1000);
      });
      const goods = sums.reduce((all, sum) => all + sum, 0);
      expect(draft.lines.map(({ amount }) => amount)).toEqual(sums);
      expect(draft.total).toBe(goods + (order.isFree ? 0 : order.fee));
      expect(draft.lines.map(({ agreedBy }) => agreedBy)).toEqual(
        order.goods.map(({ agreed }) => (agreed === undefined ? undefined : "rina")),
      );
      expect(draftStands(draft, now, 0)).toBeUndefined();
    }),
  );
});

it("a new catalogue price takes no agreed price away, and never comes in quietly where none was agreed", () => {
  fc.assert(
    fc.property(orders, (order) => {
      const lines = linesOf(order.goods);
      const before = market(order, ({ price }) => price);
      const after = market(order, ({ later }) => later);
      const moved = order.goods.some(({ price, later, agreed }) => agreed === undefined && price !== later);
      expect(draftStands(draftOf(lines, before), after, 0)).toBe(moved ? "price_changed" : undefined);
      const digest = (at: Market) => digestOf({}, quote({ lines, fulfilment: "delivery", zoneId: "depok" }, at));
      expect(digest(before) === digest(after)).toBe(!moved);
    }),
  );
});

it("a sum that is not the agreed price times the quantity is refused, whoever agreed to it", () => {
  fc.assert(
    fc.property(orders, fc.integer({ min: 1, max: 100_000 }), (order, more) => {
      const now = market(order, ({ price }) => price);
      const draft = draftOf(linesOf(order.goods), now);
      const [first, ...others] = draft.lines;
      if (!first) return;
      const dearer = { ...first, amount: first.amount + more, agreedBy: "rina" };
      const forged = {
        ...draft,
        lines: [dearer, ...others],
        goodsTotal: draft.goodsTotal + more,
        total: draft.total + more,
      };
      expect(draftStands(forged, now, 0)).toBe("price_changed");
    }),
  );
});

it("an agreed price stays with its line when the number changes, and goes when it becomes something else", () => {
  const picture = { products: new Map([["P0", product("P0", 10_000)]]), newId: () => "new" } as unknown as Picture;
  const [line] = linesOf([{ quantity: 2000, option: "asin", agreed: 7_000 }]);
  const basket = { ...EMPTY_BASKET, lines: line ? [line] : [] };
  const after = (edit: NonNullable<Parameters<typeof hearGoods>[0]["edits"]>[number]) =>
    hearGoods({ ...NOTHING, edits: [edit] }, basket, picture)?.lines;
  expect(after({ type: "setQuantity", line: "0", quantity: 5000 })).toMatchObject([{ agreed: { price: 7_000 } }]);
  const sweet = after({ type: "setOption", line: "0", option: 0, value: "manis" });
  expect(sweet?.[0]?.agreed).toBeUndefined();
  const one = after({ type: "setOption", line: "0", option: 0, value: "manis", quantity: 1000 });
  expect(one?.map(({ options, agreed }) => [options[0], agreed?.price])).toEqual([
    ["asin", 7_000],
    ["manis", undefined],
  ]);
});

it("an order is worth no more than what is kept of it, whatever price was agreed", () => {
  const dear = { price: 1_000, later: 0, quantity: 3_000, option: "asin" as const, agreed: 1_000_000_000 };
  const now = market({ goods: [dear], fee: 0, isFree: true }, ({ price }) => price);
  expect(draftStands(draftOf(linesOf([dear]), now), now, 0)).toBe("sum_wrong");
  const fits = [{ ...dear, quantity: 2_000 }];
  expect(draftStands(draftOf(linesOf(fits), now), now, 0)).toBeUndefined();
});
