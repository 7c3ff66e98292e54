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

/** Prayers name a time of day. */
export const PRAYERS: ReadonlyMap<string, Daypart> = new Map<string, Daypart>([
  ["subuh", "pagi"],
  ["shubuh", "pagi"],
  ["subuhan", "pagi"],
  ["dhuha", "pagi"],
  ["duha", "pagi"],
  ["dzuhur", "siang"],
  ["zuhur", "siang"],
  ["dhuhur", "siang"],
  ["duhur", "siang"],
  ["dzuhuran", "siang"],
  ["lohor", "siang"],
  ["luhur", "siang"],
  ["zhuhur", "siang"],
  ["dhuhr", "siang"],
  ["jumatan", "siang"],
  ["ashar", "sore"],
  ["asar", "sore"],
  ["asyar", "sore"],
  ["ashr", "sore"],
  ["asharan", "sore"],
  ["maghrib", "malam"],
  ["magrib", "malam"],
  ["mahrib", "malam"],
  ["magriban", "malam"],
  ["maghriban", "malam"],
  ["isya", "malam"],
  ["isyak", "malam"],
  ["isa", "malam"],
  ["isyaan", "malam"],
  ["tarawih", "malam"],
  ["teraweh", "malam"],
]);

function spelled(rows: readonly string[]): Map<string, number> {
  return new Map(rows.flatMap((row, value) => row.split(" ").map((word): [string, number] => [word, value])));
}
