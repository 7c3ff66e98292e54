import { describe, expect, test } from "vitest";
import type { EventBody } from "../../src/channels/message.ts";
import type { Effect } from "../../src/conversation/effect.ts";
import type { PlacedOrder } from "../../src/shop/order/order.ts";
import { Chat, type ChatOptions } from "../fixtures/chat.ts";
import { branches } from "../fixtures/warung.ts";

const CALL: EventBody = { type: "callMissed", phone: "+6281234567890", video: false };
const OPEN = "2026-11-18T14:00:00+07:00";
const CLOSED = "2026-11-18T19:30:00+07:00";
const SARI = { name: "Sari", phone: "+6281234567890", phoneVerified: true };

const order: PlacedOrder = {
  id: "order-1",
  number: "123",
  status: "accepted",
  version: 1,
  placedAt: Date.parse("2026-11-18T09:00:00+07:00"),
  lines: [
    {
      sku: "BRW/keju",
      name: "Brownies (keju)",
      quantity: 2000,
      unit: "pcs",
      unitPrice: 55_000,
      amount: 110_000,
      madeToOrder: false,
    },
  ],
  fulfilment: "pickup",
  payment: "cash_at_pickup",
  branchId: "branch-BEJ",
  goodsTotal: 110_000,
  fee: 0,
  total: 110_000,
  agreedDigest: "d",
  agreedText: "",
  agreedWords: "ya",
};

function wishes(chat: Chat): Extract<Effect, { type: "askForCall" }>[] {
  return chat.last.effects.filter((effect) => effect.type === "askForCall");
}

function agreed(chat: Chat): string | undefined {
  const wish = wishes(chat).find((one) => one.agreed);
  return wish?.dueAt === undefined ? undefined : new Date(wish.dueAt + 7 * 3_600_000).toISOString().slice(0, 16);
}

describe("a call that nobody took", () => {
  const complained = (chat: Chat) => {
    chat.means({ intents: ["complain"] }, "kuenya basi kak");
    return chat;
  };
  const shopping = (chat: Chat) => {
    chat.says("brownies keju 2");
    return chat;
  };
  const nobody = (chat: Chat) => chat;
  const callers: [who: string, options: ChatOptions, before: (chat: Chat) => Chat, about: RegExp][] = [
    ["who has an order under way", { orders: [order], customer: SARI }, nobody, /pesanan #123/],
    ["who left a basket", {}, shopping, /Brownies \(keju\) 2 pcs yang tadi/],
    ["who filled a basket after an order", { orders: [order] }, shopping, /Brownies \(keju\) 2 pcs yang tadi/],
    ["who complained", {}, complained, /kendala/],
    ["who complained of an order", { orders: [order] }, complained, /kendala pesanan #123/],
    ["whom the shop knows", { customer: SARI }, nobody, /tulis di sini/],
    ["who is a stranger", {}, nobody, /(Ini|Dengan) Warung Contoh/],
  ];

  test.each(callers)(
    "is answered by what they call about, open or closed: somebody %s",
    (_, options, before, about) => {
      for (const now of [OPEN, CLOSED]) {
        const chat = before(new Chat({ ...options, now }));
        for (const wording of [0, 1_000, 2_000]) {
          chat.call = undefined;
          chat.now += 3_600_000 / 6 + wording;
          const text = chat.happens(CALL);
          expect(text).toMatch(about);
          expect(text).not.toMatch(/tolak|ditutup kami|kami matikan|reject/i);
          expect(text).toMatch(now === OPEN ? /[Ss]ebentar lagi kami telepon balik/ : /tutup.*besok mulai jam 08\.00/);
          // What a phone shows of it says that and when we call.
          expect(text.slice(0, 80)).toMatch(now === OPEN ? /telepon balik ya/ : /mulai jam 08\.00/);
          expect(chat.choices).toEqual(["Telepon balik", "Lewat chat saja"]);
          expect(wishes(chat)[0]).toMatchObject({ kind: "missed", times: 1, phone: "+6281234567890" });
        }
      }
    },
  );

  test("is a promise: within a quarter of an hour, or when the shop opens", () => {
    const open = new Chat({ now: OPEN });
    open.happens(CALL);
    expect(wishes(open)[1]).toMatchObject({ dueAt: open.now + 900_000, promised: true });
    expect(open.effect("setTimer")).toMatchObject({ key: "lateCall", dueAt: open.now + 1_800_000 });
    const closed = new Chat({ now: CLOSED });
    closed.happens(CALL);
    const opening = Date.parse("2026-11-19T08:00:00+07:00");
    expect(wishes(closed)[1]).toMatchObject({ dueAt: opening });
    // Everybody who called in the night is called one after the other.
    expect(closed.effect("setTimer")).toMatchObject({ dueAt: opening + 3_600_000 });
  });

  test("five in a minute are one message and one call to make", () => {
    const chat = new Chat({ now: OPEN });
    expect(chat.happens(CALL, CALL)).not.toBe("");
    const said = [chat.happens(CALL), chat.happens(CALL), chat.happens(CALL)];
    expect(said).toEqual(["", "", ""]);
    expect(chat.call).toMatchObject({ kind: "missed", times: 5 });
  });

  test("leaves the question that was open for the customer's next words", () => {
    const chat = new Chat({ now: OPEN });
    chat.says("brownies keju 2");
    chat.happens(CALL);
    chat.says("antar ya");
    expect(chat.text).toContain("Alamat");
    expect(chat.call).toBeDefined();
  });

  test("an hour later is answered again", () => {
    const chat = new Chat({ now: OPEN });
    chat.happens(CALL);
    chat.now += 3_600_000;
    expect(chat.happens(CALL)).not.toBe("");
    expect(chat.call).toMatchObject({ times: 2 });
  });

  test("is off the list when they would rather write", () => {
    for (const words of ["lewat chat aja", "chat aja kak", "ga usah telpon balik", "ga usah"]) {
      const chat = new Chat({ now: OPEN });
      chat.happens(CALL);
      expect(chat.says(words), words).toMatch(/chat/);
      expect(chat.effect("settleCalls"), words).toBeDefined();
      expect(chat.effect("handOver")).toBeUndefined();
    }
    const tapped = new Chat({ now: OPEN });
    tapped.happens(CALL);
    tapped.taps("Lewat chat saja");
    expect(tapped.call).toBeUndefined();
  });

  test("while the shop is closed for weeks is told no time", () => {
    const closed = branches.map((branch) => ({ ...branch, hours: branch.hours.map(() => []) }));
    const chat = new Chat({ now: OPEN, branches: closed });
    expect(chat.happens(CALL)).toContain("begitu buka lagi");
    expect(chat.text).not.toMatch(/jam \d/);
    expect(chat.call).toMatchObject({ kind: "missed", times: 1 });
    expect(chat.call?.promisedAt).toBeUndefined();
    expect(chat.effect("setTimer")).toBeUndefined();
    expect(chat.taps("Telepon balik")).toContain("toko tutup");
    expect(agreed(chat)).toBeUndefined();
  });

  test("told off along with an order takes neither for the other", () => {
    for (const words of ["batal aja pesanannya kak, ga usah telpon", "jangan telepon, saya batal pesan"]) {
      const chat = new Chat({ now: OPEN });
      chat.says("brownies keju 2");
      chat.happens(CALL);
      expect(chat.says(words), words).toContain("saya batalkan");
      expect(chat.state.topics, words).toEqual([]);
      expect(chat.call, words).toBeUndefined();
    }
    const kept = new Chat({ now: OPEN });
    kept.says("brownies keju 2");
    kept.happens(CALL);
    kept.says("batal telepon aja");
    expect(kept.state.topics.map(({ flow }) => flow)).toEqual(["order"]);
  });

  test("that comes again before the time told does not put off the apology", () => {
    const chat = new Chat({ now: OPEN });
    chat.happens(CALL);
    const told = chat.effect("setTimer")?.dueAt;
    chat.now += 11 * 60_000;
    expect(chat.happens(CALL)).toContain("jam 14.15");
    expect(chat.effect("setTimer")?.dueAt).toBe(told);
  });

  test("becomes an agreed call with one tap, on the number it came from", () => {
    const chat = new Chat({ now: OPEN });
    chat.happens(CALL);
    expect(chat.taps("Telepon balik")).toContain("0812-3456-7890");
    expect(wishes(chat).at(-1)).toMatchObject({ kind: "asked", phone: "+6281234567890", agreed: true });
  });

  test("an order said instead is taken as one", () => {
    const chat = new Chat({ now: OPEN });
    chat.happens(CALL);
    expect(chat.says("mau brownies keju 2")).toContain("Brownies (keju) 2 pcs");
  });
});

describe("a wish to be called", () => {
  test("while the shop is open is met with its number and an offer to call", () => {
    const chat = new Chat({ now: OPEN, phone: "+6281200000001" });
    const text = chat.says("Boleh telpon dulu kak?");
    expect(text).toContain("0812-0000-0001");
    expect(text).toContain("buka sampai jam 17.00");
    expect(chat.choices).toEqual(["Sekarang saja", "Hari ini 16.00", "Besok 09.00"]);
    expect(chat.effect("handOver")).toBeUndefined();
    expect(wishes(chat)).toMatchObject([{ kind: "asked", reason: "Boleh telpon dulu kak?" }]);
  });

  test("is met with an offer to call alone where the shop has told no number", () => {
    const text = new Chat({ now: OPEN }).says("Boleh telpon dulu kak?");
    expect(text).not.toMatch(/Atau kami|Kalau mau kami/);
  });

  test("while it is closed says when it opens", () => {
    const chat = new Chat({ now: CLOSED, phone: "+6281200000001" });
    const text = chat.says("boleh telpon?");
    expect(text).toContain("buka lagi besok (Kamis 19 Nov) jam 08.00");
    expect(text).not.toContain("0812-0000-0001");
  });

  const times: [words: string, now: string, agreed: string][] = [
    ["telpon jam 4 ya", OPEN, "2026-11-18T16:00"],
    ["telpon besok pagi aja", OPEN, "2026-11-19T09:00"],
    ["telpon aja nanti sore", OPEN, "2026-11-18T16:00"],
    ["telpon sekarang bisa? sekarang aja", OPEN, "2026-11-18T14:15"],
    ["bisa ditelpon besok jam 9?", CLOSED, "2026-11-19T09:00"],
    ["telpon saya jam 10 pagi", CLOSED, "2026-11-19T10:00"],
  ];
  test.each(times)("“%s” of a customer whose number is known is agreed at once", (words, now, at) => {
    const chat = new Chat({ now, customer: SARI });
    chat.says(words);
    if (chat.choices.includes("Sekarang saja")) chat.taps("Sekarang saja");
    expect(agreed(chat)).toBe(at);
    expect(chat.text).toContain("0812-3456-7890");
  });

  test("“habis magrib” is early evening, where somebody is there then", () => {
    const late = new Chat({ now: OPEN, customer: SARI });
    expect(late.says("telpon habis magrib ya")).toMatch(/tutup/);
    expect(late.choices.length).toBeGreaterThan(1);
    expect(agreed(late)).toBeUndefined();
  });

  test("asks for a number only where none is known, and for the one known only whether it is right", () => {
    const unknown = new Chat({ now: OPEN });
    expect(unknown.says("telpon saya jam 4")).toMatch(/Nomor HP/);
    expect(unknown.says("081298765432")).toContain("0812-9876-5432");
    expect(agreed(unknown)).toBe("2026-11-18T16:00");
    const typed = new Chat({ now: OPEN, customer: { phone: "+6281234567890" } });
    expect(typed.says("telpon saya jam 4")).toContain("Kami telepon ke 0812-3456-7890 ya");
    typed.says("bukan");
    expect(typed.text).toContain("nomor yang benar");
    typed.says("081298765432");
    expect(wishes(typed).at(-1)).toMatchObject({ phone: "+6281298765432", agreed: true });
  });

  test("takes a shared contact for the number", () => {
    const chat = new Chat({ now: OPEN });
    chat.says("telpon saya jam 4");
    chat.happens({ type: "contactShared", phone: "+6281298765432", own: true });
    expect(wishes(chat).at(-1)).toMatchObject({ phone: "+6281298765432", agreed: true });
  });

  test("in the middle of an order leaves the order as it was", () => {
    const chat = new Chat({ now: OPEN, customer: SARI });
    chat.says("brownies keju 2, ambil sendiri di beji");
    const before = chat.state.topics.find(({ flow }) => flow === "order")?.answers;
    chat.says("telpon aja jam 4 sore");
    expect(agreed(chat)).toBe("2026-11-18T16:00");
    expect(chat.state.topics.find(({ flow }) => flow === "order")?.answers).toEqual(before);
    expect(chat.text).toContain("mau diambil jam berapa");
  });

  test("is let go when the customer goes on with the order, and stays in the list", () => {
    const chat = new Chat({ now: OPEN });
    chat.says("brownies keju 2");
    chat.says("boleh telpon dulu?");
    expect(chat.says("risoles 10 ya")).toContain("Risoles 10 pcs");
    expect(chat.state.topics.map(({ flow }) => flow)).toEqual(["order"]);
    expect(chat.call).toMatchObject({ kind: "asked" });
  });

  test("with goods in the same breath is both", () => {
    const chat = new Chat({ now: OPEN, customer: SARI });
    chat.says("mau brownies keju 2, tapi boleh telpon dulu?");
    expect(chat.state.topics.map(({ flow }) => flow).toSorted()).toEqual(["call", "order"]);
    expect(chat.call).toBeDefined();
  });

  test("said again is told what was agreed, and another time replaces it", () => {
    const chat = new Chat({ now: OPEN, customer: SARI });
    chat.says("telpon jam 4 ya");
    expect(chat.says("boleh telpon kak?")).toMatch(/Sudah dicatat.*jam 16\.00/);
    chat.says("telpon besok jam 9 aja");
    expect(agreed(chat)).toBe("2026-11-19T09:00");
  });

  test("taken back is off the list", () => {
    const chat = new Chat({ now: OPEN, customer: SARI });
    chat.says("boleh telpon dulu?");
    chat.says("eh ga jadi telpon, chat aja");
    expect(chat.call).toBeUndefined();
    expect(chat.state.topics).toEqual([]);
  });
});

describe("a promised call that did not come", () => {
  const fall: EventBody = { type: "timerFell", key: "lateCall" };

  test("is told kindly, once, unless somebody tried or is at it", () => {
    const chat = new Chat({ now: OPEN });
    chat.happens(CALL);
    chat.now += 1_800_000;
    expect(chat.happens(fall)).toMatch(/terlambat|belum sempat/);
    if (chat.call) chat.call = { ...chat.call, tries: 1 };
    expect(chat.happens(fall)).toBe("");
    if (chat.call) chat.call = { ...chat.call, tries: 0, takenBy: "rina" };
    expect(chat.happens(fall)).toBe("");
    chat.call = undefined;
    expect(chat.happens(fall)).toBe("");
  });
});

describe("a shop that has given no number", () => {
  test.each(["nomor telepon tokonya berapa kak?", "ada nomor yang bisa dihubungi?", "minta no wa nya dong"])(
    "says so on “%s”, and puts nobody on the list of calls who did not ask for one",
    (words) => {
      const chat = new Chat({ now: "2026-11-18T10:00:00+07:00" });
      expect(chat.says(words)).toContain("belum punya nomor");
      expect(chat.effect("askForCall")).toBeUndefined();
      chat.taps("Telepon saya");
      expect(chat.effect("askForCall")).toMatchObject({ kind: "asked" });
    },
  );
});
