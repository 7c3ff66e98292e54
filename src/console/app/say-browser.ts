import type { Dictionary } from "./dictionary.ts";

/** The first that fits counts: Edge calls itself Chrome, and Chrome calls itself Safari. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ["Edge", /Edg(?:e|A|iOS)?\//],
  ["Opera", /OPR\/|Opera/],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Firefox", /Firefox\/|FxiOS\//],
  ["Chrome", /Chrome\/|CriOS\//],
  ["Safari", /Safari\//],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["Mac", /Mac OS X|Macintosh/],
  ["Chromebook", /CrOS/],
  ["Linux", /Linux/],
];

/** `Chrome di Android`, as far as a browser tells. */
export function sayBrowser(userAgent: string, { accounts }: Dictionary): string {
  const of = (names: typeof BROWSERS) => names.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const [browser, system] = [of(BROWSERS), of(SYSTEMS)];
  if (browser === undefined || system === undefined) return browser ?? system ?? accounts.unknownBrowser;
  return accounts.browser(browser, system);
}
