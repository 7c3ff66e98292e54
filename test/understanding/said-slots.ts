import type { Meaning } from "../../src/understanding/meaning.ts";
import type { Dice } from "./said-wordings.ts";

/** What a message says beside its goods. */
export type Slots = Pick<Meaning, "fulfilment" | "date" | "time" | "phone" | "name" | "address">;

export interface SaidSlot {
  readonly text: string;
  readonly slots: Slots;
}

/** The day that the dates below are counted from. */
export const NOW = Date.parse("2026-03-11T10:00:00+07:00");

const DATES: readonly (readonly [string, string])[] = [
  ["besok", "2026-03-12"],
  ["bsk", "2026-03-12"],
  ["lusa", "2026-03-13"],
  ["hari sabtu", "2026-03-14"],
  ["jumat ini", "2026-03-13"],
  ["hari minggu", "2026-03-15"],
  ["senin depan", "2026-03-16"],
  ["tgl 25", "2026-03-25"],
  ["tanggal 2 april", "2026-04-02"],
  ["hari ini", "2026-03-11"],
];
const TIMES: readonly (readonly [string, string])[] = [
  ["jam 4 sore", "16:00"],
  ["jam 10 pagi", "10:00"],
  ["jam 7 malam", "19:00"],
  ["setengah 5 sore", "16:30"],
  ["jam 13.30", "13:30"],
  ["pukul 11 siang", "11:00"],
  ["sore", "sore"],
  ["pagi", "pagi"],
];
const WAYS: readonly (readonly [string, NonNullable<Slots["fulfilment"]>])[] = [
  ["ambil sendiri ya", "pickup"],
  ["nanti saya ambil ke toko", "pickup"],
  ["diambil sendiri", "pickup"],
  ["cod ya", "cod"],
  ["cod aja", "cod"],
  ["bayar di tempat ya", "cod"],
  ["tolong dikirim ya", "delivery"],
  ["minta dianter", "delivery"],
  ["kirim ke rumah ya", "delivery"],
];
const NAMES = ["Rina", "Dewi", "Budi", "Siti", "Agus", "Yanti"];
const STREETS = ["jl melati no 12", "jl mawar raya no 5 rt 2 rw 3", "jalan diponegoro 45", "gang kenanga 3 no 7"];

/** Up to three things said beside the goods, each at most once. */
export function saidSlots(dice: Dice): SaidSlot[] {
  const left = [fulfilment, day, phone, name, address];
  const said: SaidSlot[] = [];
  for (let count = dice.pick([0, 0, 0, 1, 1, 2, 3]); count > 0; count--) {
    const [slot] = left.splice(dice.upTo(left.length - 1), 1);
    if (slot) said.push(slot(dice));
  }
  const both = said.some(({ slots }) => slots.fulfilment === "pickup") && said.some(({ slots }) => slots.address);
  return both ? said.filter(({ slots }) => !slots.address) : said;
}

function fulfilment(dice: Dice): SaidSlot {
  const [text, way] = dice.pick(WAYS);
  return { text, slots: { fulfilment: way } };
}

function day(dice: Dice): SaidSlot {
  const [date, iso] = dice.pick(DATES);
  const [time, clock] = dice.pick(TIMES);
  const lead = dice.pick(["buat", "untuk", ""]);
  const timed = dice.upTo(1) === 0 && iso !== "2026-03-11";
  return {
    text: [lead, date, timed ? time : ""].filter(Boolean).join(" "),
    slots: { date: iso, ...(timed && { time: clock }) },
  };
}

function phone(dice: Dice): SaidSlot {
  const number = `8120000${String(1000 + dice.upTo(8999))}`;
  const dashed = `0${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`;
  const typed = dice.pick([`0${number}`, dashed, `+62${number}`, dashed.replaceAll("-", " ")]);
  return { text: `${dice.pick(["hp", "no hp", "wa", "nomor saya"])} ${typed}`, slots: { phone: `+62${number}` } };
}

function name(dice: Dice): SaidSlot {
  const person = dice.pick(NAMES);
  return { text: `${dice.pick(["a.n.", "atas nama", "an", "nama"])} ${person}`, slots: { name: person } };
}

function address(dice: Dice): SaidSlot {
  const street = dice.pick(STREETS);
  return { text: `${dice.pick(["alamat", "alamatnya", "kirim ke", ""])} ${street}`.trim(), slots: { address: street } };
}
