import type { RegionalWords } from "./regional-words.ts";

/** Javanese (ngoko, krama and the speech of Surabaya and Malang) as customers write it. Source: written for this project. */
export const JAVANESE: RegionalWords = {
  language: "Javanese",
  sure: {
    dua: "loro rong kalih",
    "dua puluh lima": "selawe",
  },
  unsure: {},
  phrases: {},
  afterNumber: { sama: "kalih" },
  endings: ["ne", "e", "ipun"],
};
