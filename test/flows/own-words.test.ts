import { describe, expect, it } from "vitest";
import { placedOrderWords } from "../../flows/placed-orders/placed-orders.words.ts";
import { BOT_WORDS, fillIn, SAMPLES, wordingProblem } from "../../src/shop/settings/bot-words.ts";
import { Chat } from "../fixtures/chat.ts";

const START = { type: "chatStarted" } as const;
const ORDER = {
  id: "o",
  number: "1024",
  fulfilment: "pickup",
  payment: "cash_at_pickup",
  pickupCode: "4821",
  total: 1,
};

describe("the owner's own wording", () => {
  it("greets in the shop's own words, and otherwise in Kopdar's", () => {
    const own = new Chat({ words: { welcome: "Sugeng rawuh {kak} di {toko}." } });
    expect(own.happens(START)).toContain("Sugeng rawuh Kak di Warung Contoh.");
    expect(new Chat().happens(START)).toMatch(/selamat datang di Warung Contoh|ini Warung Contoh/);
  });

  it("tells each step in it; a step that Kopdar passes over is told once the owner has words for it", () => {
    const told = (status: string, words?: Record<string, string>) =>
      // Only what the words speak of counts here.
      placedOrderWords.stepped(ORDER as never, { status }, new Chat(words ? { words } : {}).picture);
    expect(told("preparing")).toBeUndefined();
    expect(told("preparing", { preparing: "#{nomor} lagi dipanggang, {kak}!" })).toBe("#1024 lagi dipanggang, Kak!");
    expect(told("ready")).toBe("Pesanan #1024 sudah siap diambil, Kak. Sebutkan kode 4821 di toko ya.");
    expect(told("ready", { readyToCollect: "Siap diambil!" })).toBe("Siap diambil!");
  });

  it("thanks in it, and how to pay is said all the same", () => {
    const chat = new Chat({ words: { placed: "Nuhun {kak}!" }, customer: { name: "Sari", phone: "+6281200000002" } });
    chat.says("brownies coklat 2, ambil sendiri di beji hari ini jam 4 sore, atas nama Sari");
    expect(chat.says("ya")).toContain("Nuhun Kak! Sampai ketemu di toko ya.");
  });

  it("what a value holds is never read as a place of its own, and what is empty leaves no gap", () => {
    expect(fillIn("{kak} {uang} {toko}", { kak: "{toko}", uang: "", toko: "$& Jaya" })).toBe("{toko} $& Jaya");
    expect(fillIn("{constructor}{asing}x", {})).toBe("x");
  });

  it("is refused where it names a place that the sentence has not", () => {
    expect(wordingProblem("accepted", "Halo {nama}")).toEqual({ type: "place", place: "nama" });
    expect(wordingProblem("accepted", "Halo {kak")).toEqual({ type: "brace" });
    expect(wordingProblem("accepted", "x".repeat(601))).toEqual({ type: "tooLong" });
    expect(wordingProblem("constructor", "x")).toEqual({ type: "unknown" });
    for (const [key, { texts }] of Object.entries(BOT_WORDS))
      for (const text of texts) {
        expect(wordingProblem(key, text)).toBeUndefined();
        expect(fillIn(text, SAMPLES)).not.toMatch(/[{}]/);
      }
  });
});
