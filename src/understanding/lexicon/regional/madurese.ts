import type { RegionalWords } from "./regional-words.ts";

/** Madurese as customers of East Javanese shops write it. Source: written for this project. */
export const MADURESE: RegionalWords = {
  language: "Madurese",
  sure: {
    satu: "settong sittung",
    dua: "dhuwa",
    tiga: "tello",
    sepuluh: "sapolo",
    beli: "melle mellea melleah",
    mau: "terro terroah",
    saya: "kaule kaula sengko",
    ada: "bede",
    tidak: "enjek bunten",
    berapa: "berempa brempa",
    harga: "arghana argana arghena",
    makasih: "sakalangkong sakalangkongan kalangkong",
    bagus: "lebur",
    banget: "onggu",
    besok: "lagguna",
    ya: "enggi engghi",
  },
  unsure: {
    saya: "engko",
    kalau: "mon",
  },
  phrases: {
    "mator sakalangkong": "makasih",
    "mator kalangkong": "makasih",
  },
};
