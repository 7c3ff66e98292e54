import type { RegionalWords } from "./regional-words.ts";

/** Sundanese (loma and lemes) as customers write it. Source: written for this project. */
export const SUNDANESE: RegionalWords = {
  language: "Sundanese",
  sure: {
    tidak: "teu henteu",
    satu: "hiji",
  },
  unsure: {
    ke: "ka",
    kak: "a",
  },
  phrases: {},
  endings: ["na", "keun"],
};
