import { expect, test } from "vitest";
import { promisedAt } from "../../../src/shop/order/promised-at.ts";

const JAKARTA = "Asia/Jakarta";
const placedAt = Date.parse("2026-11-22T10:00:00+07:00");

test.each([
  [{}, "2026-11-22T10:45:00+07:00"],
  [{ day: "2026-11-23", time: "16:30" }, "2026-11-23T16:30:00+07:00"],
  [{ day: "2026-11-23", time: "sore" }, "2026-11-23T17:00:00+07:00"],
  [{ day: "2026-11-23" }, "2026-11-23T21:00:00+07:00"],
])("an order for %j is to be there by %s", (when, instant) => {
  expect(promisedAt({ ...when, placedAt }, JAKARTA, 45)).toBe(Date.parse(instant));
});
