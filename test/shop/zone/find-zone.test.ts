import { describe, expect, it } from "vitest";
import { deliveryFee } from "../../../src/shop/order/quote.ts";
import { findZone } from "../../../src/shop/zone/find-zone.ts";
import type { DeliveryZone } from "../../../src/shop/zone/zone.ts";

const zone = (name: string, areas: string[], more: Partial<DeliveryZone> = {}): DeliveryZone => ({
  id: name,
  code: name,
  name,
  branchId: "b",
  areas,
  fee: 10_000,
  codLimit: null,
  minimumTotal: 0,
  freeFrom: null,
  minutes: 60,
  ...more,
});
const zones = [
  zone("Beji", ["Beji Timur", "Kukusan"]),
  zone("Depok", ["Depok Lama"]),
  zone("Depok Timur", ["Sukmajaya"]),
];
const found = (address: string) => findZone(zones, address)?.name;

describe("the zone of an address", () => {
  it("is the one whose place stands in it, however it is written", () => {
    expect(found("Jl. Mawar no 3, RT 2/5, KUKUSAN, dekat masjid")).toBe("Beji");
    expect(found("perum asri blok c5 sukmajaya")).toBe("Depok Timur");
  });

  it("is the one with the longest name where several stand in it", () => {
    expect(found("Jl. Merdeka 8, Depok Timur")).toBe("Depok Timur");
    expect(found("Jl. Merdeka 8, Depok")).toBe("Depok");
  });

  it("is not guessed from part of a word, or from nothing", () => {
    expect(found("Jl. Bejiharjo 4")).toBeUndefined();
    expect(found("Jl. Kaliurang km 5, Sleman")).toBeUndefined();
    expect(found("")).toBeUndefined();
  });

  it("takes its fee until the sum from which it delivers for free", () => {
    const free = zone("Beji", [], { freeFrom: 150_000 });
    expect([deliveryFee(free, 149_999), deliveryFee(free, 150_000)]).toEqual([10_000, 0]);
    expect(deliveryFee(zone("Beji", []), 10_000_000)).toBe(10_000);
  });
});
