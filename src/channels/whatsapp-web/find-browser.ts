import { existsSync } from "node:fs";

/** The browser to run: the one that was set, else the first in a usual place; undefined where there is none. */
export function findBrowser(set: string | undefined): string | undefined {
  if (set !== undefined) return existsSync(set) ? set : undefined;
  return usualPlaces.find((path) => existsSync(path));
}

/** The one line that helps where no browser is. */
export function installLine(set: string | undefined): string {
  if (set !== undefined) return `CHROMIUM_PATH names no program: ${set}`;
  if (process.platform === "linux") return "sudo apt-get install -y chromium";
  if (process.platform === "darwin") return "brew install --cask chromium";
  return "winget install Google.Chrome";
}

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
