import { describe, expect, it } from "vitest";
import type { EventBody } from "../../src/channels/message.ts";
import { Chat } from "../fixtures/chat.ts";

const line = { id: "l", sku: "BRW", options: ["coklat"], quantity: 2000 };
const ANSWERS = {
  basket: { lines: [line], doubts: [] },
  fulfilment: "pickup",
  branch: "branch-BEJ",
  when: { day: "2026-11-19", time: "10:00" },
  payment: "cash",
  name: "Bu Tatik",
};
const proposed = (answers: Record<string, unknown> = ANSWERS): EventBody => ({
  type: "orderProposed",
  staff: "rina",
  answers,
});

describe("an order that a seller wrote down on the phone", () => {
  it("is shown whole with the ordinary summary, and placed by the customer's yes alone", () => {
    const chat = new Chat();
    const text = chat.happens(proposed());
    expect(text).toMatch(/catatan dari telepon[\s\S]*Brownies \(coklat\) 2 pcs = Rp100\.000[\s\S]*Bu Tatik/);
    expect(chat.choices).toEqual(["Ya, pesan", "Ubah"]);
    expect(chat.effect("placeOrder")).toBeUndefined();
    chat.says("ya");
    expect(chat.effect("placeOrder")?.draft).toMatchObject({ agreedWords: "ya", total: 100_000 });
  });

  it("a yes that the seller claims to have heard is none", () => {
    const chat = new Chat();
    chat.happens(proposed());
    const digest = chat.state.asked?.digest;
    const other = new Chat();
    other.happens(proposed({ ...ANSWERS, agreedTo: { digest, text: "", words: "ya" } }));
    expect(other.effect("placeOrder")).toBeUndefined();
    expect(other.choices).toEqual(["Ya, pesan", "Ubah"]);
  });

  it("takes the place of the basket in chat, so that nothing is ordered twice", () => {
    const chat = new Chat();
    chat.says("mau 1 brownies keju");
    chat.happens(proposed());
    expect(chat.state.topics).toHaveLength(1);
    chat.says("ya");
    expect(chat.effect("placeOrder")?.draft.lines).toHaveLength(1);
    expect(chat.state.topics).toEqual([]);
  });

  it("what is no longer to be had is said, and not promised", () => {
    const chat = new Chat({ stock: { "BRW/coklat": 1000 } });
    expect(chat.happens(proposed())).toMatch(/tinggal 1/);
    expect(chat.effect("placeOrder")).toBeUndefined();
  });

  it("comes back from a person with one word, not two", () => {
    const chat = new Chat();
    chat.says("mau 1 brownies keju");
    const text = chat.happens({ type: "handedBack", staff: "rina" }, proposed());
    expect(text).not.toContain("lanjut bantu");
    expect(text).toContain("catatan dari telepon");
  });

  it("is found by its link, and a link that is gone is told kindly and leaves the basket as it is", () => {
    const chat = new Chat();
    chat.proposals.set("kode", ANSWERS);
    expect(chat.happens({ type: "chatStarted", source: "pesanan-kode" })).toContain("catatan dari telepon");
    expect(chat.effect("takeProposal")).toEqual({ type: "takeProposal", code: "kode" });
    expect(chat.effect("recordTouch")?.source).toBe("pesanan-telepon");
    const other = new Chat();
    other.says("mau 1 brownies keju");
    const before = other.state.topics;
    expect(other.happens({ type: "chatStarted", source: "pesanan-lain" })).toMatch(/sudah dipakai atau sudah lewat/);
    expect(other.state.topics).toEqual(before);
  });
});
