import type { Picture } from "#flow";
import type { Branch } from "../../src/shop/branch/branch.ts";
import { sayOpenings } from "../../src/shop/branch/branch.words.ts";
import { openingsOn } from "../../src/shop/branch/openings.ts";
import { type Day, localTime } from "../../src/shop/calendar/calendar.ts";
import { sayDay, sayTime } from "../../src/shop/calendar/calendar.words.ts";
import type { BasketLine } from "../../src/shop/catalogue/catalogue.ts";
import { sayList } from "../../src/shop/catalogue/catalogue.words.ts";
import { kak } from "../words.ts";

/** Sentences about when goods are fetched or brought. */
export const whenWords = {
  when(
    { pickup, branch, lines }: { pickup: boolean; branch: Branch | undefined; lines: readonly BasketLine[] },
    earliest: Day,
    picture: Picture,
  ): string {
    const notice = noticeOf(lines, earliest, picture);
    if (!pickup) return `${notice}Mau diantar hari apa, ${kak(picture)}?`;
    const hours = branch ? ` ${branch.name} buka ${sayOpenings(openingsOn(branch, today(picture)))} hari ini.` : "";
    return `${notice}Mau diambil kapan, ${kak(picture)}? Sebutkan hari dan jamnya.${hours}`;
  },
  whenAgain: (pickup: boolean, picture: Picture) =>
    pickup ? `Jadi mau diambil jam berapa, ${kak(picture)}?` : `Jadi mau diantar hari apa, ${kak(picture)}?`,
  whatTime: (branch: Branch, day: Day, picture: Picture) =>
    `${capital(sayDay(day, today(picture)))} jam berapa, ${kak(picture)}? ${branch.name} buka ${sayOpenings(openingsOn(branch, day))}.`,
  tooEarly: (lines: readonly BasketLine[], earliest: Day, picture: Picture) =>
    `${noticeOf(lines, earliest, picture)}Bisa ${sayDay(earliest, today(picture))} atau sesudahnya, ${kak(picture)}. Mau hari apa?`,
  past: (time: string, picture: Picture) =>
    `${capital(sayTime(time))} hari ini sudah lewat, ${kak(picture)}. Mau jam berapa, atau hari lain?`,
  closed: (branch: Branch, day: Day, picture: Picture) => {
    const holiday = branch.holidays.find((one) => one.day === day)?.name;
    return `${branch.name} tutup ${sayDay(day, today(picture))}${holiday ? ` (${holiday})` : ""}, ${kak(picture)}. Mau hari lain?`;
  },
  outsideHours: (branch: Branch, day: Day, picture: Picture) =>
    `Jam itu ${branch.name} tidak buka, ${kak(picture)}. ${capital(sayDay(day, today(picture)))}: ${sayOpenings(openingsOn(branch, day))}. Mau jam berapa?`,
  full: (day: Day, picture: Picture) =>
    `Maaf ${kak(picture)}, pesanan untuk ${sayDay(day, today(picture))} sudah penuh. Mau hari lain?`,
  moment: (day: Day, time: string | undefined, from: Day) =>
    capital(time ? `${sayDay(day, from)} ${sayTime(time)}` : sayDay(day, from)),
};

function noticeOf(lines: readonly BasketLine[], earliest: Day, picture: Picture): string {
  const slow = lines.flatMap(({ sku }) => picture.products.get(sku) ?? []).filter(({ leadDays }) => leadDays > 0);
  const days = Math.max(0, ...slow.map(({ leadDays }) => leadDays));
  const names = [...new Set(slow.map(({ name }) => name))];
  return days > 0 && earliest > today(picture) ? `${sayList(names)} dipesan dulu (H-${days}). ` : "";
}

function today(picture: Picture): Day {
  return localTime(picture.now, picture.timeZone).day;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
