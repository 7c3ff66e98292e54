import { expect, it } from "vitest";
import { Chat } from "../fixtures/chat.ts";

const pause = (chat: Chat, sku: string, until: number) => {
  chat.products = chat.products.map((one) => (one.sku === sku ? { ...one, pausedUntil: until } : one));
};
const HOUR_MS = 3_600_000;

it("what the shop says is sold out is not taken: the bot says so, offers others, and goes on", () => {
  const chat = new Chat();
  pause(chat, "TRT", chat.now + HOUR_MS);
  expect(chat.says("mau tart ulang tahun 1")).toContain("Tart Ulang Tahun lagi habis");
  expect(chat.choices).toContain("Risoles");
  expect(chat.choices).toContain("Hapus saja");
  expect(chat.choices).not.toContain("Tart Ulang Tahun");
  chat.taps("Risoles");
  expect(chat.text).toContain("Risoles minimal 10 pcs");
});

it("it is on sale again by itself when the time is over", () => {
  const chat = new Chat();
  pause(chat, "TRT", chat.now + HOUR_MS);
  expect(chat.says("tart ulang tahun masih ada?")).toContain("lagi habis");
  expect(chat.says("menu dong")).toContain("Tart Ulang Tahun: Rp200.000/pcs (lagi habis)");
  chat.now += HOUR_MS;
  expect(chat.says("mau tart ulang tahun 1")).not.toContain("habis");
});

it("sold out while the customer talks: told before the yes", () => {
  const chat = new Chat({ customer: { name: "Sari", phone: "+6281200000002" } });
  chat.says("brownies coklat 2, ambil sendiri di beji hari ini jam 4 sore, atas nama Sari");
  expect(chat.text).toContain("Total: Rp100.000");
  pause(chat, "BRW", chat.now + HOUR_MS);
  expect(chat.says("ya")).toContain("Brownies lagi habis");
  expect(chat.effect("placeOrder")).toBeUndefined();
});
