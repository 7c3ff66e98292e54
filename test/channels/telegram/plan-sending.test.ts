import { describe, expect, it } from "vitest";
import { OutgoingMessage } from "../../../src/channels/message.ts";
import { planEdit, planSending } from "../../../src/channels/telegram/plan-sending.ts";
import { sendResult } from "../../../src/channels/telegram/send-result.ts";

const rowId = "0199a1c0-0000-7000-8000-000000000001";

function delivery(message: { text: string; [part: string]: unknown }, externalIdToEdit?: string) {
  const whole = OutgoingMessage.parse(message);
  return { rowId, contact: "7001", message: whole, ...(externalIdToEdit ? { externalIdToEdit } : {}) };
}

const ambil = { id: "pickup", label: "Ambil" };
const antar = { id: "delivery", label: "Antar" };

describe("how a message is put to Telegram", () => {
  it("as plain text, so that nothing in it can break it", () => {
    expect(planSending(delivery({ text: "<b>2 box</b>" }), false)).toEqual([
      { method: "sendMessage", params: { chat_id: "7001", text: "<b>2 box</b>" }, main: true },
    ]);
  });

  it("with buttons that carry their question, short ones side by side", () => {
    const long = { id: "talk", label: "Mau ngobrol dengan orang tokonya" };
    const [step] = planSending(delivery({ text: "Gimana, Kak?", choices: [ambil, antar, long] }), false);
    expect(step?.params).toMatchObject({
      reply_markup: {
        inline_keyboard: [
          [
            { text: "Ambil", callback_data: `${rowId}:pickup` },
            { text: "Antar", callback_data: `${rowId}:delivery` },
          ],
          [{ text: long.label, callback_data: `${rowId}:talk` }],
        ],
      },
    });
  });

  it("with numbers where an id needs more bytes than Telegram keeps behind a button", () => {
    const cakes = { id: "🍰🍰🍰🍰🍰🍰🍰🍰", label: "Kue" };
    const [step] = planSending(delivery({ text: "Pilih, Kak?", choices: [cakes] }), false);
    expect(step?.params).toEqual({ chat_id: "7001", text: "Pilih, Kak?\n\n1. Kue" });
  });

  it("with a key that shares the position, and the choices as keys beside it", () => {
    const [step] = planSending(delivery({ text: "Di mana, Kak?", request: "location", choices: [ambil] }), false);
    expect(step?.params).toMatchObject({
      reply_markup: {
        keyboard: [[{ text: expect.stringContaining("lokasi"), request_location: true }], [{ text: "Ambil" }]],
        one_time_keyboard: true,
        resize_keyboard: true,
      },
    });
  });

  it("takes an open keyboard away with the next message that has no buttons of its own", () => {
    expect(planSending(delivery({ text: "Makasih" }), true)[0]?.params).toMatchObject({
      reply_markup: { remove_keyboard: true },
    });
    expect(planSending(delivery({ text: "Lanjut?", choices: [ambil] }), true)[0]?.params).toHaveProperty(
      "reply_markup.inline_keyboard",
    );
  });

  it("a long text has its buttons beneath the last part, which stands for the whole", () => {
    const steps = planSending(delivery({ text: "kue lapis ".repeat(900), choices: [ambil] }), false);
    expect(steps.map((step) => step.main)).toEqual([false, false, true]);
    expect(steps.map((step) => "reply_markup" in step.params)).toEqual([false, false, true]);
  });

  it("is sent anew where an edit cannot hold it", () => {
    expect(planEdit(delivery({ text: "Halo" }))).toBeUndefined();
    expect(planEdit(delivery({ text: "Nomor HP?", request: "phone" }, "5"))).toBeUndefined();
    expect(planEdit(delivery({ text: "x".repeat(4097) }, "5"))).toBeUndefined();
    expect(planEdit(delivery({ text: "Di sini", location: { latitude: 1, longitude: 2 } }, "5"))).toBeUndefined();
    expect(planEdit(delivery({ text: "Siap" }, "5"))).toMatchObject({
      method: "editMessageText",
      params: { message_id: 5 },
    });
  });
});

describe("what the outbox may conclude from an answer", () => {
  const refused = (code: number, description: string, retryAfter?: number) =>
    sendResult({ type: "refused", code, description, ...(retryAfter ? { retryAfter } : {}) });

  it.each([
    ["told to wait, it waits that long", refused(429, "Too Many Requests", 7), { type: "retry", afterMs: 7000 }],
    [
      "who blocked the shop gets nothing more",
      refused(403, "Forbidden: bot was blocked by the user"),
      { type: "blocked" },
    ],
    ["nor does a chat that is not there", refused(400, "Bad Request: chat not found"), { type: "blocked" }],
    [
      "what Telegram will never take is not tried again",
      refused(400, "Bad Request: message is too long"),
      { type: "rejected" },
    ],
    ["Telegram's own error delivered nothing", refused(500, "Internal Server Error"), { type: "retry" }],
    ["a gateway that stopped waiting may have delivered", refused(504, "Gateway Timeout"), { type: "unknown" }],
    ["a refused token says nothing of the message", refused(401, "Unauthorized"), { type: "retry", afterMs: 60_000 }],
    [
      "a lost answer may have been a yes",
      sendResult({ type: "lost", written: true, reason: "ECONNRESET" }),
      { type: "unknown" },
    ],
    [
      "no line, nothing delivered",
      sendResult({ type: "lost", written: false, reason: "ECONNREFUSED" }),
      { type: "retry" },
    ],
    [
      "a yes has the message's number and Telegram's time",
      sendResult({ type: "done", result: { message_id: 5, date: 1_790_000_000 } }),
      { type: "sent", externalId: "5", at: 1_790_000_000_000 },
    ],
    ["an answer without a message proves nothing", sendResult({ type: "done", result: true }), { type: "unknown" }],
  ])("%s", (_, result, expected) => {
    expect(result).toMatchObject(expected);
  });
});
