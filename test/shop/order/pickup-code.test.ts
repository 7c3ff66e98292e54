import { expect, test } from "vitest";
import { isPickupCode, readPickupCode } from "../../../src/shop/order/read-pickup-code.ts";

test.each([
  [" a7kxd ", "A7KXD"],
  ["a7k-xd", "A7KXD"],
  ["A7 KX D", "A7KXD"],
  ["a7kx0", "A7KXD"],
  ["AlKXO", "A7KXD"],
  ["ａ７ｋｘｄ", "A7KXD"],
])("a code typed as “%s” is the code %s", (typed, code) => {
  expect(isPickupCode(readPickupCode(typed), code)).toBe(true);
});

test.each([
  ["A7KXE", "A7KXD"],
  ["A7KX", "A7KXD"],
  ["", "A7KXD"],
  ["A7KXDD", "A7KXD"],
  ["N7KXD", "M7KXD"],
])("“%s” is not the code %s", (typed, code) => {
  expect(isPickupCode(readPickupCode(typed), code)).toBe(false);
});
