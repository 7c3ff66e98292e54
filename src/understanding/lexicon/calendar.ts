/**
 * Words for days, months, parts of the day and prayers as they are spelled in chat.
 * Source: written for this project; Javanese, Sundanese and English included.
 */
export type Daypart = "pagi" | "siang" | "sore" | "malam";

/** 0 is Sunday. "minggu" is also a week: see dates.ts. */
export const WEEKDAYS: ReadonlyMap<string, number> = spelled([
  "ahad ngahad akad sunday minggu mgg mggu mnggu mingu minggon",
  "senin snin senen snen sen snn senenan monday",
  "selasa slasa slsa selsa sls selasaan sla tuesday salasa seloso",
  "rabu rebo rbu rabo wednesday rebuan",
  "kamis kemis kms kmis thursday kammis",
  "jumat jumaat jmt jum jemuah jumah juma jumatt friday jemuwah jumuah",
  "sabtu sbt sbtu setu saptu septu saturday sabtuan saptu",
]);

/** 1 is January. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ...spelled([
      "",
      "januari jan january",
      "februari feb pebruari febuari february",
      "maret mar mrt march",
      "april apr",
      "mei may",
      "juni jun june",
      "juli jul july",
      "agustus agu ags agt agst aug august agustusan",
      "september sep sept",
      "oktober okt oct october",
      "november nov nop nopember",
      "desember des dec december",
    ]),
  ].filter(([word]) => word !== ""),
);

/** Named parts of the day. */
export const DAYPARTS: ReadonlyMap<string, Daypart> = new Map<string, Daypart>([
  ["pagi", "pagi"],
  ["siang", "siang"],
  ["sore", "sore"],
  ["malam", "malam"],
  ["petang", "sore"],
  ["subuh", "pagi"],
  ["dini", "pagi"],
]);

/** A time of day that prayers give their name to; minutes since midnight as people mean them, on Java, all year round. */
export interface PrayerTime {
  readonly part: Daypart;
  readonly before: number;
  readonly at: number;
  readonly after: number;
}

const clock = (hour: number, minute = 0) => hour * 60 + minute;
const SUBUH: PrayerTime = { part: "pagi", before: clock(4, 30), at: clock(4, 45), after: clock(5, 15) };
const DHUHA: PrayerTime = { part: "pagi", before: clock(7), at: clock(8), after: clock(9) };
const DZUHUR: PrayerTime = { part: "siang", before: clock(11, 30), at: clock(12), after: clock(12, 30) };
const FRIDAYS: PrayerTime = { part: "siang", before: clock(11), at: clock(12), after: clock(13) };
const ASHAR: PrayerTime = { part: "sore", before: clock(15), at: clock(15, 15), after: clock(15, 45) };
const MAGHRIB: PrayerTime = { part: "malam", before: clock(17, 30), at: clock(18), after: clock(18, 30) };
const ISYA: PrayerTime = { part: "malam", before: clock(19), at: clock(19, 15), after: clock(19, 30) };
const TARAWIH: PrayerTime = { part: "malam", before: clock(19), at: clock(19, 30), after: clock(20, 30) };

/** Prayers name a time of day. */
export const PRAYERS: ReadonlyMap<string, PrayerTime> = new Map([
  ...called("subuh shubuh subuhan", SUBUH),
  ...called("dhuha duha", DHUHA),
  ...called("dzuhur zuhur dhuhur duhur dzuhuran lohor luhur zhuhur dhuhr dzuhr zuhr", DZUHUR),
  ...called("jumatan", FRIDAYS),
  ...called("ashar asar asyar ashr asharan", ASHAR),
  ...called("maghrib magrib mahrib magriban maghriban mgrib mghrib", MAGHRIB),
  ...called("isya isyak isa isyaan", ISYA),
  ...called("tarawih teraweh traweh", TARAWIH),
]);

/** The fast is broken at dusk. */
export const DUSK = MAGHRIB;

function called(names: string, time: PrayerTime): [string, PrayerTime][] {
  return names.split(" ").map((name) => [name, time]);
}

function spelled(rows: readonly string[]): Map<string, number> {
  return new Map(rows.flatMap((row, value) => row.split(" ").map((word): [string, number] => [word, value])));
}
