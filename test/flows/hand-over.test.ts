import { describe, expect, test } from "vitest";
import { Chat, type ChatOptions } from "../fixtures/chat.ts";

const CLOSED = "2026-11-18T22:00:00+07:00";
const NEXT_OPENING = /besok \(Kamis 19 Nov\) mulai jam \d\d\.00/;

/** What a customer writes, and why a person is called. */
const WORDS: readonly (readonly [words: string, reason: string])[] = [
  ["mau ngomong sama orangnya aja kak", "asked_for_person"],
  ["bisa bicara sama penjualnya?", "asked_for_person"],
  ["gimana sih, bangsat, pelayanannya parah", "angry"],
  ["kuenya kemarin basi kak", "complaint"],
  ["kok pesanan saya salah ya, minta coklat dapetnya keju", "complaint"],
  ["saya kecewa sama pesanannya", "angry"],
  ["bisa kurang ga kak", "bargain"],
  ["kak brownies bisa kurang ga harganya?", "bargain"],
  ["boleh nego ga kak", "bargain"],
  ["mahal banget, kurangin dikit dong", "bargain"],
  ["brownies 40rb aja ya kak, boleh?", "bargain"],
  ["mau retur kak, barangnya rusak", "return"],
  ["bisa tukar barang ga kak?", "return"],
  ["kak udah saya transfer ya", "payment"],
  ["ini bukti transfernya kak", "payment"],
];

describe("a person is called", () => {
  const called = (words: string, options: ChatOptions = {}) => {
    const chat = new Chat(options);
    chat.says(words);
    return chat;
  };

  test.each(WORDS)("for “%s”: %s; the customer hears by when, open or closed", (words, reason) => {
    const open = called(words);
    expect(open.effect("handOver")).toMatchObject({ reason });
    expect(open.text).toContain("Sebentar lagi dibalas");
    expect(called(words, { now: CLOSED }).text).toMatch(NEXT_OPENING);
  });

  test.each(["voice", "photo", "document"] as const)("for a %s, which only a person can look at", (kind) => {
    for (const [now, byWhen] of [
      ["2026-11-18T10:00:00+07:00", /Sebentar lagi dibalas/],
      [CLOSED, NEXT_OPENING],
    ] as const) {
      const chat = new Chat({ now });
      chat.happens({ type: "messageReceived", text: "", attachments: [{ kind, externalId: "1" }], forwarded: false });
      expect(chat.effect("handOver")).toMatchObject({ reason: "media" });
      expect(chat.text).toMatch(byWhen);
    }
  });

  test("after three messages in a row that nobody could make sense of", () => {
    const chat = new Chat({ now: CLOSED });
    for (const words of ["zxcv qwpo", "blrm ptk wuu"]) {
      chat.says(words);
      expect(chat.effect("handOver")).toBeUndefined();
    }
    chat.says("hmrf dluk");
    expect(chat.effect("handOver")).toMatchObject({ reason: "misunderstood" });
    expect(chat.text).toMatch(NEXT_OPENING);
  });

  test("whatever the owner's own words for it leave out, the customer hears by when", () => {
    const chat = new Chat({ now: CLOSED, words: { calling: "Oke {kak}, ditunggu ya." } });
    expect(chat.says("mau ngomong sama orangnya aja kak")).toMatch(NEXT_OPENING);
  });
});

describe("nobody is called", () => {
  test.each([
    "ga kurang?",
    "brownies 2 kurang ga ya buat 10 orang?",
    "2 cukup ga kak, ga kurang?",
    "berapa harga browniesnya kak",
    "ada promo ga kak",
    "kurangin 1 ya kak browniesnya",
    "mau transfer aja kak bisa?",
  ])("for “%s”", (words) => {
    const chat = new Chat();
    chat.says("pesan brownies coklat 2");
    chat.says(words);
    expect(chat.effect("handOver")).toBeUndefined();
  });

  test("where the shop's prices are fixed: whoever bargains hears that", () => {
    const chat = new Chat({ handOver: { bargaining: false } });
    expect(chat.says("bisa kurang ga kak")).toContain("Harganya sudah pas");
    expect(chat.effect("handOver")).toBeUndefined();
  });

  test("for a complaint beside an order, before the customer says so", () => {
    const chat = new Chat();
    chat.means({
      intents: ["complain", "place_order"],
      items: [{ sku: "BRW", options: ["coklat"], quantity: 1000, quantityStated: true }],
    });
    expect(chat.effect("handOver")).toBeUndefined();
    chat.taps("Ya, sambungkan");
    expect(chat.effect("handOver")).toMatchObject({ reason: "asked_for_person" });
  });
});

describe("a large order", () => {
  const ordered = (orderAbove: number, now = "2026-11-18T10:00:00+07:00") => {
    const chat = new Chat({
      handOver: { bargaining: true, orderAbove },
      customer: { name: "Sari", phone: "+6281200001111" },
      now,
    });
    chat.means({
      intents: ["place_order"],
      items: [{ sku: "BRW", options: ["coklat"], quantity: 1000, quantityStated: true }],
      fulfilment: "cod",
      address: "Jl. Mawar 5 Tanah Baru",
      date: "2026-11-20",
    });
    chat.taps("Ya, pesan");
    return chat;
  };

  test("is written down as agreed, and goes to a person with its total", () => {
    const chat = ordered(57_999);
    expect(chat.effect("placeOrder")?.draft).toMatchObject({ total: 58_000 });
    expect(chat.effect("handOver")).toMatchObject({ reason: "large_order", note: "Rp58.000" });
    expect(chat.text).toContain("Karena pesanannya besar");
    expect(ordered(57_999, "2026-11-18T22:00:00+07:00").text).toMatch(NEXT_OPENING);
  });

  test("is one above the shop's limit, not one that just reaches it", () => {
    const chat = ordered(58_000);
    expect(chat.effect("placeOrder")).toBeDefined();
    expect(chat.effect("handOver")).toBeUndefined();
  });
});
