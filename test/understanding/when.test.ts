import { expect, it } from "vitest";
import { dayOfGoods } from "../../src/understanding/day-of-goods.ts";
import { hear } from "./shops.ts";

it.each([
  ["ambil besok jam 9 pagi", "2026-03-12", "09:00"],
  ["kirim lusa ya jam 4 sore", "2026-03-13", "16:00"],
  ["saya ambil nanti sore", "2026-03-11", "sore"],
  ["kirim hari sabtu jam setengah 5 sore", "2026-03-14", "16:30"],
  ["ambil malam minggu", "2026-03-14", "malam"],
  ["ambil malam jumat", "2026-03-12", "malam"],
  ["kirim minggu siang", "2026-03-15", "siang"],
  ["ambil tgl 25 jam 10", "2026-03-25", "10:00"],
  ["kirim tanggal 5", "2026-04-05", undefined],
  ["kirim 2 april pagi", "2026-04-02", "pagi"],
  ["ambil senin depan", "2026-03-16", undefined],
  ["kirim 17/3/2026 pukul 13.30", "2026-03-17", "13:30"],
  ["saya ambil 2 jam lagi", "2026-03-11", "12:00"],
  ["kirim 3 hari lagi", "2026-03-14", undefined],
  ["ambil nanti ba'da maghrib", "2026-03-11", "malam"],
  ["ambil besok habis ashar", "2026-03-12", "sore"],
  ["kirim rabu jam 8 pagi", "2026-03-18", "08:00"],
  ["kirim rabu jam 3 sore", "2026-03-11", "15:00"],
  ["sesuk isuk tak jupuk", "2026-03-12", "pagi"],
  ["ambil jam 10 lewat 15 besok", "2026-03-12", "10:15"],
  ["ambil jumat jam 1", "2026-03-13", "13:00"],
  ["kirim besok jam 12 siang", "2026-03-12", "12:00"],
  ["risol 20 buat acara tgl 24, tolong antar sehari sebelumnya", "2026-03-23", undefined],
  ["antar malam minggu setengah 8", "2026-03-14", "19:30"],
  ["digeser dari jam 7 jadi jam setengah sembilan malam", undefined, "20:30"],
  ["saya kerja sampai jam 5, kirim malam aja", "2026-03-11", "malam"],
  ["nanti diambil gojek saya jam setengah 4", "2026-03-11", "15:30"],
  ["kirim minggu depan hari kamis jam 9 pagi", "2026-03-19", "09:00"],
  ["ambil tanggal 3 bulan depan", "2026-04-03", undefined],
  ["kirim buat tahun baru", "2027-01-01", undefined],
  ["setengah jam lagi saya ambil", "2026-03-11", "10:30"],
  ["sore saya ambil ya", "2026-03-11", "sore"],
  ["kirim sekarang ya", "2026-03-11", undefined],
  ["kirim malming jam 7", "2026-03-14", "19:00"],
  ["ambil besok jam 1/2 8 malam", "2026-03-12", "19:30"],
  ["ambil tgl dua belas", "2026-03-12", undefined],
  ["diambil tanggal dua puluh lima jam dua belas siang", "2026-03-25", "12:00"],
  ["ambil besok jam setengah dua belas siang", "2026-03-12", "11:30"],
  ["ambil sabtu dpn", "2026-03-21", undefined],
  ["antar tgl 5 bln dpn", "2026-04-05", undefined],
  ["antar 2 hari dari sekarang", "2026-03-13", undefined],
  ["anter sebelum jumatan ya", "2026-03-13", "siang"],
  ["ambil nanti setengah 5", "2026-03-11", "16:30"],
  ["ntar abis maghrib antar ya", "2026-03-11", "malam"],
  ["kirim ntar aja jam 1", "2026-03-11", "13:00"],
  ["antar besok 08.30", "2026-03-12", "08:30"],
  ["antar besok tengah hari", "2026-03-12", "siang"],
  ["antar besok agak siangan", "2026-03-12", "siang"],
  ["dua puluh menit lagi saya ambil", "2026-03-11", "10:20"],
])("“%s” is %s %s", (text, date, time) => {
  const { date: saidDate, time: saidTime } = hear("kue", text);
  expect([saidDate, saidTime]).toEqual([date, time]);
});

it.each([
  "pagi kak",
  "selamat sore bu",
  "minggu lalu saya beli risol",
  "promo 10.10 ada?",
  "1 minggu tahan ga?",
  "lemper 12",
  "kemarin sore saya ke sana",
])("“%s” names no day", (text) => {
  expect(hear("kue", text).date).toBeUndefined();
});

it("days are counted in the shop's own zone", () => {
  const lateInJakarta = Date.parse("2026-03-11T23:30:00+07:00");
  expect(hear("kue", "ambil besok", { now: lateInJakarta }).date).toBe("2026-03-12");
  expect(hear("kue", "ambil besok", { now: lateInJakarta, timeZone: "Asia/Jayapura" }).date).toBe("2026-03-13");
  expect(hear("kue", "ambil besok", { now: lateInJakarta, timeZone: "Europe/Amsterdam" }).date).toBe("2026-03-12");
});

it.each(["besok buka jam brp?", "yang dikirim tadi pagi rusak", "abis jumatan tadi mampir, enak kuenya"])(
  "the day in “%s” is no day on which goods change hands",
  (text) => {
    expect(dayOfGoods(hear("kue", text))).toEqual({});
  },
);
