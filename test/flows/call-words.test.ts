import { describe, expect, test } from "vitest";
import type { EventBody } from "../../src/channels/message.ts";
import type { Effect } from "../../src/conversation/effect.ts";
import { Chat } from "../fixtures/chat.ts";

const CALL: EventBody = { type: "callMissed", phone: "+6281234567890", video: false };
const HIDDEN: EventBody = { type: "callMissed", video: false };
const OPEN = "2026-11-18T14:00:00+07:00";
const CLOSED = "2026-11-18T19:30:00+07:00";
const SARI = { name: "Sari", phone: "+6281234567890", phoneVerified: true };
const MINUTE = 60_000;

function wishes(chat: Chat): Extract<Effect, { type: "askForCall" }>[] {
  return chat.last.effects.filter((effect) => effect.type === "askForCall");
}

function clock(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant + 7 * 3_600_000).toISOString().slice(0, 16);
}

function promised(chat: Chat): string | undefined {
  const wish = wishes(chat).find((one) => one.promised);
  return clock(wish?.promisedAt ?? wish?.dueAt);
}

describe("a caller whose number is hidden", () => {
  test("is asked for it before anything is promised, and stands on the list meanwhile", () => {
    const chat = new Chat({ now: OPEN });
    expect(chat.happens(HIDDEN)).toMatch(/nomor.*Nomor HP yang bisa kami telepon/s);
    expect(chat.text).not.toMatch(/[Ss]ebentar lagi kami telepon/);
    expect(promised(chat)).toBeUndefined();
    expect(chat.effect("setTimer")).toBeUndefined();
    expect(chat.call).toMatchObject({ kind: "missed", times: 1 });
    expect(chat.call?.phone).toBeUndefined();
    expect(chat.says("081298765432")).toContain("0812-9876-5432 sebentar lagi");
    expect(promised(chat)).toBe("2026-11-18T14:15");
    expect(chat.call).toMatchObject({ phone: "+6281298765432" });
  });

  test("gives it by sharing a contact, too; in the night the call is promised for the opening", () => {
    const chat = new Chat({ now: CLOSED });
    chat.happens(HIDDEN);
    chat.happens({ type: "contactShared", phone: "+6281298765432", own: true });
    expect(chat.text).toMatch(/tutup.*mulai jam 08\.00/);
    expect(promised(chat)).toBe("2026-11-19T08:00");
  });

  test("who only tells of the call is asked for the number likewise", () => {
    const chat = new Chat({ now: OPEN });
    expect(chat.says("tadi saya telpon ga diangkat")).toContain("Nomor HP");
    expect(promised(chat)).toBeUndefined();
  });

  test("may order or write instead, and is not asked again", () => {
    const chat = new Chat({ now: OPEN });
    chat.happens(HIDDEN);
    expect(chat.says("brownies keju 2")).not.toContain("Nomor");
    expect(chat.state.topics.map(({ flow }) => flow)).toEqual(["order"]);
    const writes = new Chat({ now: OPEN });
    writes.happens(HIDDEN);
    writes.says("lewat chat aja");
    expect(writes.call).toBeUndefined();
    expect(writes.state.topics).toEqual([]);
  });
});

describe("when to call", () => {
  const answers: [words: string, at: string][] = [
    ["nanti sore aja", "2026-11-18T16:00"],
    ["besok aja kak", "2026-11-19T09:00"],
    ["lagi di jalan, jam 4 sore", "2026-11-18T16:00"],
    ["jangan telepon dulu, jam 4 aja", "2026-11-18T16:00"],
    ["jgn telp skrg ya, nanti sore aja", "2026-11-18T16:00"],
    ["abis ashar ya", "2026-11-18T15:45"],
    ["4", "2026-11-18T16:00"],
    ["terserah", "2026-11-18T14:15"],
    ["boleh kak", "2026-11-18T14:15"],
  ];
  test.each(answers)("is answered after a missed call by “%s”", (words, at) => {
    const chat = new Chat({ now: OPEN });
    chat.happens(CALL);
    expect(chat.says(words)).toContain("0812-3456-7890");
    expect(promised(chat)).toBe(at);
  });

  test("“habis isya” is half past seven where somebody is there then", () => {
    const branches = new Chat({ now: OPEN }).picture.branches.map((branch) => ({
      ...branch,
      hours: branch.hours.map(() => [{ open: 480, close: 1260 }]),
    }));
    const chat = new Chat({ now: OPEN, customer: SARI, branches });
    expect(chat.says("telpon habis isya ya")).toContain("sekitar jam 19.30");
    chat.says("eh telpon ba'da magrib aja");
    expect(promised(chat)).toBe("2026-11-18T18:30");
  });

  test("not now, and no time said: is asked, off the promise made before, and offered no call at once", () => {
    for (const words of ["lg nyetir, ntar aja", "jangan telepon dulu", "bentar lagi ya"]) {
      const chat = new Chat({ now: OPEN });
      chat.happens(CALL);
      expect(chat.says(words), words).toMatch(/jam berapa/);
      expect(chat.choices, words).not.toContain("Sekarang saja");
      expect(chat.effect("cancelTimer"), words).toMatchObject({ key: "lateCall" });
      expect(chat.call?.promisedAt, words).toBeUndefined();
      expect(chat.call, words).toBeDefined();
    }
  });

  test("“jangan telepon, chat aja” is no call", () => {
    for (const words of ["jangan telepon, chat aja", "ga usah telpon", "gak perlu ditelpon kak"]) {
      const chat = new Chat({ now: OPEN });
      chat.happens(CALL);
      chat.says(words);
      expect(chat.call, words).toBeUndefined();
    }
  });

  test("said again it moves on, and never asks in the same words twice in a row", () => {
    const chat = new Chat({ now: OPEN });
    const said = ["boleh telpon dulu kak?", "telepon balik aja", "telepon balik aja", "telpon aja kak"].map((words) =>
      chat.says(words),
    );
    expect(said[1]).toContain("Nomor HP");
    for (const [at, text] of said.entries()) expect(text).not.toBe(said[at - 1]);
    expect(wishes(chat).every(({ reason }) => reason === "")).toBe(true);
    chat.says("081298765432");
    expect(promised(chat)).toBe("2026-11-18T14:15");
  });

  test("“sekarang” just before closing is promised for the opening, said plainly", () => {
    const chat = new Chat({ now: "2026-11-18T16:50:00+07:00", customer: SARI });
    chat.says("boleh telpon?");
    expect(chat.choices).not.toContain("Sekarang saja");
    expect(chat.says("sekarang aja")).toMatch(/sebentar lagi tutup.*besok .*mulai jam 08\.00/);
    expect(promised(chat)).toBe("2026-11-19T08:00");
    const caller = new Chat({ now: "2026-11-18T16:50:00+07:00" });
    expect(caller.happens(CALL)).toMatch(/sebentar lagi tutup.*besok mulai jam 08\.00/);
  });
});

describe("a call that did not come", () => {
  test.each(["belum ada yang telpon nih", "katanya mau ditelpon", "kok belum ditelepon sih", "mana telponnya"])(
    "“%s” is met with an apology and a new time, and rises in the list",
    (words) => {
      const chat = new Chat({ now: OPEN });
      chat.happens(CALL);
      chat.now += 40 * MINUTE;
      expect(chat.says(words)).toMatch(/[Mm]aaf.*paling lambat jam 14\.55/);
      expect(wishes(chat).at(-1)).toMatchObject({ dueAt: chat.now, promisedAt: chat.now + 15 * MINUTE });
      expect(chat.effect("setTimer")).toMatchObject({ key: "lateCall" });
    },
  );

  test("asked after too early is told when it comes", () => {
    const chat = new Chat({ now: OPEN });
    chat.happens(CALL);
    expect(chat.says("belum ada yang telpon nih")).toMatch(/jam 14\.15/);
    expect(chat.text).not.toMatch(/belum terangkat/);
  });

  test("of somebody whose number nobody has asks for it", () => {
    const chat = new Chat({ now: OPEN });
    expect(chat.says("kok belum ditelpon")).toMatch(/[Mm]aaf.*Nomor HP/s);
    expect(promised(chat)).toBeUndefined();
  });

  test("by closing is promised for the opening", () => {
    const chat = new Chat({ now: "2026-11-18T16:40:00+07:00" });
    chat.happens(CALL);
    chat.now += 31 * MINUTE;
    expect(chat.happens({ type: "timerFell", key: "lateCall" })).toMatch(/tutup.*mulai jam 08\.00/);
    expect(promised(chat)).toBe("2026-11-19T08:00");
  });
});

describe("who calls the shop", () => {
  test("“saya yang telepon aja” needs no call of ours; the next missed one is answered in full", () => {
    const chat = new Chat({ now: OPEN, phone: "+6281200000001" });
    chat.happens(CALL);
    expect(chat.says("nanti saya yang telepon aja")).toContain("0812-0000-0001");
    expect(chat.call).toBeUndefined();
    expect(chat.effect("cancelTimer")).toMatchObject({ key: "lateCall" });
    chat.now += MINUTE;
    chat.says("boleh telpon ga?");
    expect(chat.happens(CALL)).toMatch(/belum terangkat/);
  });

  test("“ada nomor yang bisa dihubungi?” is told the number while somebody is there, else when, and a call back", () => {
    const open = new Chat({ now: OPEN, phone: "+6281200000001" });
    expect(open.says("ada nomor yang bisa dihubungi?")).toContain("0812-0000-0001 (buka sampai jam 17.00)");
    expect(open.call).toBeUndefined();
    open.says("telpon saya aja jam 4");
    expect(open.call).toBeDefined();
    const closed = new Chat({ now: CLOSED, phone: "+6281200000001" });
    expect(closed.says("minta nomor telponnya dong")).toMatch(/buka lagi besok .*jam 08\.00.*telepon/);
    expect(closed.text).not.toContain("0812-0000-0001");
  });
});

describe("in the middle of an order", () => {
  test("“telpon aja kak, ribet ngetik” keeps the basket, and the order is finished after", () => {
    const chat = new Chat({ now: OPEN });
    chat.says("brownies keju 2");
    chat.says("telpon aja kak, ribet ngetik");
    chat.says("jam 4");
    expect(chat.says("081298765432")).toMatch(/jam 16\.00.*diantar/s);
    expect(chat.call).toMatchObject({ kind: "asked" });
    expect(chat.says("ambil sendiri di beji")).toContain("diambil kapan");
    expect(chat.says("besok jam 10")).not.toContain("telepon");
  });

  test("an order said after a missed call is one, with its day and way", () => {
    const chat = new Chat({ now: OPEN });
    chat.happens(CALL);
    const text = chat.says("pesan brownies keju 2, ambil sendiri besok jam 10 di beji atas nama Sari");
    expect(text).toMatch(/Brownies \(keju\) 2 pcs = .*Waktu: besok .*jam 10\.00/s);
    const wants = new Chat({ now: OPEN });
    wants.happens(CALL);
    expect(wants.says("mau pesan buat besok")).not.toContain("kami telepon");
  });

  test("a number or the courier's call is no wish to be called", () => {
    for (const words of ["telp: 081298765432", "nomor telepon saya 081298765432"]) {
      const chat = new Chat({ now: OPEN });
      chat.says("brownies keju 2, antar ke jl mawar 3 beji");
      chat.says(words);
      expect(chat.call, words).toBeUndefined();
    }
    const courier = new Chat({ now: OPEN });
    courier.says("brownies keju 2, antar ke jl mawar 3 beji, kurirnya suruh telpon kalau sudah dekat");
    expect(courier.call).toBeUndefined();
  });
});

describe("what is said back", () => {
  test("keeps the customer's own unit, with the shop's in brackets; amounts and what is agreed to stay the same", () => {
    const chat = new Chat({ now: OPEN, customer: SARI });
    expect(chat.says("keripik 5 ons sama risoles 2 lusin")).toContain(
      "Keripik 5 ons (½ kg) dan Risoles 2 lusin (24 pcs)",
    );
    const own = chat.says("ambil sendiri di beji besok jam 10");
    expect(own).toMatch(/Keripik 5 ons \(½ kg\) = Rp40\.000\n• Risoles 2 lusin \(24 pcs\) = Rp72\.000/);
    const other = new Chat({ now: OPEN, customer: SARI });
    expect(other.says("keripik setengah kg sama risoles 24, ambil sendiri di beji besok jam 10")).toContain(
      "Total: Rp112.000",
    );
    expect(other.state.asked?.digest).toBe(chat.state.asked?.digest);
    expect(chat.says("risoles 25 pcs aja")).toContain("Risoles 25 pcs =");
  });

  test("a pickup after a prayer is told with its clock, and held against the hours", () => {
    const chat = new Chat({ now: OPEN, customer: SARI });
    expect(chat.says("brownies keju 2, ambil di beji besok habis ashar")).toContain("sore, sekitar jam 15.45");
    expect(chat.says("habis isya aja")).toContain("tidak buka");
  });
});
