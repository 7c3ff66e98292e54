import type { Opening, OpeningHours } from "./branch.ts";

const WEEKDAYS: Readonly<Record<string, number>> = {
  minggu: 0,
  ahad: 0,
  senin: 1,
  selasa: 2,
  rabu: 3,
  kamis: 4,
  jumat: 5,
  "jum'at": 5,
  sabtu: 6,
  min: 0,
  sen: 1,
  sel: 2,
  rab: 3,
  kam: 4,
  jum: 5,
  sab: 6,
};
const EVERY_DAY = /^(?:buka )?(?:setiap|tiap|semua) hari$/;
const DAY = 1440;

/**
 * Hours as a shop writes them: `Senin-Sabtu 08.00-17.00`, `Setiap hari 9-21`, `Sen-Jum 08:00-12:00 & 13:00-17:00, Minggu
 * tutup`, `Jumat 17.00-02.00` (past midnight), `24 jam`. Undefined where it says anything else.
 */
export function parseHours(text: string): OpeningHours | undefined {
  const hours: Opening[][] = [[], [], [], [], [], [], []];
  const parts = plain(text)
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) return undefined;
  for (const part of parts) {
    const said = parsePart(part);
    if (!said) return undefined;
    for (const day of said.days) hours[day] = said.openings;
  }
  return hours;
}

/** One day's openings: `08.00-12.00 & 13.00-17.00`, `24 jam`, or `tutup`. */
export function parseOpenings(text: string): Opening[] | undefined {
  const said = plain(text).replace(/^(jam|pukul|buka)\s+/, "");
  if (/^(tutup|libur)$/.test(said)) return [];
  if (/^24 jam$/.test(said)) return [{ open: 0, close: DAY }];
  const openings = said.split(/\s*(?:&|\+|dan)\s*/).map(parseOpening);
  return openings.every((opening) => opening !== undefined) ? openings : undefined;
}

function parsePart(part: string): { days: readonly number[]; openings: Opening[] } | undefined {
  // The days end where the first digit begins, or the word that says closed.
  const [, days = "", times = ""] = /^(.*?)\s*((?:jam |pukul |buka )?\d.*|tutup|libur)$/.exec(part) ?? [];
  const openings = parseOpenings(times);
  const list = parseDays(days.replace(/[:\s]+$/, ""));
  return openings && list ? { days: list, openings } : undefined;
}

function parseDays(text: string): readonly number[] | undefined {
  if (text === "" || EVERY_DAY.test(text)) return [0, 1, 2, 3, 4, 5, 6];
  const range = /^(\S+?)\s*(?:-|sampai|s\/d|sd)\s*(\S+)$/.exec(text);
  if (range) return daysBetween(WEEKDAYS[range[1] ?? ""], WEEKDAYS[range[2] ?? ""]);
  const days = text.split(/\s*(?:&|\/|dan)\s*/).map((word) => WEEKDAYS[word]);
  return days.every((day) => day !== undefined) ? days : undefined;
}

function daysBetween(from: number | undefined, to: number | undefined): readonly number[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, ahead) => (from + ahead) % 7);
}

function parseOpening(text: string): Opening | undefined {
  const [, from = "", to = ""] =
    /^(\d[\d.:]*)\s*(?:wib|wita|wit)?\s*(?:-|s\/d|sampai)\s*(\d[\d.:]*)\s*(?:wib|wita|wit)?$/.exec(text) ?? [];
  const open = parseMinute(from);
  const close = parseMinute(to);
  if (open === undefined || close === undefined || open >= DAY) return undefined;
  return { open, close: close <= open ? close + DAY : close };
}

function parseMinute(text: string): number | undefined {
  const [, hour, minute = "0"] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const total = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && total <= DAY ? total : undefined;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
