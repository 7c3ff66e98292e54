import type { Opening } from "../branch/branch.ts";
import { sayOpenings } from "../branch/branch.words.ts";
import { parseHours, parseOpenings } from "../branch/parse-hours.ts";
import { wordingProblem } from "../settings/bot-words.ts";
import { words } from "./import.words.ts";
import { checkProduct } from "./import-check-product.ts";
import type { BranchDraft, CatalogueDraft, ShopDraft, ZoneDraft } from "./import-draft.ts";
import type { BranchInFile, ZoneInFile } from "./import-file.ts";
import type { FileReading } from "./import-json.ts";
import { type Remark, refuseTwins } from "./import-remark.ts";
import type { ImportRemark } from "./import-report.ts";

/** What the shop already is, where the file does not say. */
export interface CheckContext {
  readonly timeZone: string;
  /** Codes of the branches that stay when the file names none */
  readonly branches: readonly string[];
}

const FIRST_BRANCH = "utama";
const ALWAYS = Array.from({ length: 7 }, () => [{ open: 0, close: 1440 }]);

/** Checks what no schema can: names used twice, references, hours. Pure. */
export function checkCatalogue(
  reading: FileReading,
  context: CheckContext,
): { draft: CatalogueDraft; problems: readonly ImportRemark[]; notes: readonly ImportRemark[] } {
  const problems: ImportRemark[] = [...reading.problems];
  const notes: ImportRemark[] = [...reading.notes];
  const wrong: Remark = (row, field, said) => problems.push({ row, field, ...said });
  const note: Remark = (row, field, said) => notes.push({ row, field, ...said });
  const shop = reading.shop && checkShop(reading.shop, context, wrong, note);
  const branches = shop ? (shop.branches ?? []).map(({ code }) => code) : [];
  const known = branches.length > 0 ? branches : [...context.branches, FIRST_BRANCH];
  const products = reading.products.map(({ row, product }) => checkProduct(product, row, known, wrong, note));
  refuseTwins(
    reading.products.map(({ row, product }) => [row, "sku", product.sku]),
    wrong,
  );
  const keepsProducts = reading.keepsProducts ?? false;
  return { draft: { ...(shop && { shop }), told: reading.told, products, keepsProducts }, problems, notes };
}

function checkShop(
  file: NonNullable<FileReading["shop"]>,
  context: CheckContext,
  wrong: Remark,
  note: Remark,
): ShopDraft {
  const { id, name, kind, city, fulfilment, asks, paymentNote, privacy, confirmCall } = file;
  checkWords(file.words ?? {}, wrong);
  const timeZone = checkTimeZone(file.timeZone, context.timeZone, "toko", wrong);
  const branches = file.branches?.map((branch, index) =>
    checkBranch(branch, `branches[${index}] ${branch.code}`, timeZone, file.hours, wrong, note),
  );
  refuseTwins(
    (file.branches ?? []).map(({ code }, index) => [`branches[${index}] ${code}`, "code", code]),
    wrong,
  );
  const codes = branches?.length ? branches.map(({ code }) => code) : [FIRST_BRANCH, ...context.branches];
  const zones = file.zones?.map((zone, index) => checkZone(zone, `zones[${index}] ${zone.code}`, codes, wrong));
  refuseTwins(
    (file.zones ?? []).map(({ code }, index) => [`zones[${index}] ${code}`, "code", code]),
    wrong,
  );
  const settings = {
    id,
    fulfilment,
    ...(asks && { asks }),
    ...(paymentNote !== undefined && { paymentNote: paymentNote || undefined }),
    ...(privacy !== undefined && { privacy: privacy || undefined }),
    ...(confirmCall && { confirmCall }),
    ...(file.words && { words: ownWords(file.words) }),
  };
  return {
    ...{ name, kind, city, timeZone, settings },
    phone: file.phone ?? null,
    address: file.address ?? null,
    about: file.about ?? null,
    firstBranch: firstBranch(file, timeZone, file.branches ? () => undefined : note),
    branches: branches?.length ? branches : undefined,
    zones,
  };
}

/** A shop that names no branch still has the place it works from. */
function firstBranch(file: NonNullable<FileReading["shop"]>, timeZone: string, note: Remark): BranchDraft {
  const hours = parseHours(file.hours);
  if (!hours) note("toko", "hours", words.hoursAssumed(file.hours));
  return {
    code: FIRST_BRANCH,
    name: file.name,
    address: file.address ?? file.city,
    aliases: [],
    latitude: null,
    longitude: null,
    phone: file.phone ?? null,
    timeZone,
    hours: hours ?? ALWAYS,
    holidays: [],
    pickup: file.fulfilment.includes("pickup"),
    dailyCapacity: null,
  };
}

function checkBranch(
  file: BranchInFile,
  row: string,
  shopZone: string,
  shopHours: string,
  wrong: Remark,
  note: Remark,
): BranchDraft {
  const { code, name, address, aliases, pickup } = file;
  const said = file.hours || shopHours;
  const hours = parseHours(said);
  if (!hours && said) wrong(row, "hours", words.badHours(said));
  if (!hours && !said) note(row, "hours", words.hoursAssumed(said));
  for (const openings of new Set(hours)) checkSpans(openings, row, "hours", wrong);
  refuseTwins(
    file.holidays.map(({ day }, index) => [row, `holidays[${index}].day`, day]),
    wrong,
  );
  return {
    ...{ code, name, address, aliases, pickup },
    latitude: file.latitude ?? null,
    longitude: file.longitude ?? null,
    phone: file.phone ?? null,
    timeZone: checkTimeZone(file.timeZone, shopZone, row, wrong),
    hours: hours ?? ALWAYS,
    holidays: file.holidays.map(({ day, name: holiday, hours: open }, index) => {
      const openings: Opening[] | undefined = parseOpenings(open);
      if (!openings) wrong(row, `holidays[${index}].hours`, words.badHours(open));
      checkSpans(openings ?? [], row, `holidays[${index}].hours`, wrong);
      return { day, name: holiday, openings: openings ?? [] };
    }),
    dailyCapacity: file.dailyCapacity == null ? null : Math.round(file.dailyCapacity * 1000),
  };
}

/** Only what the owner worded; none at all leaves nothing behind. */
function ownWords(said: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const own = Object.entries(said).filter(([, text]) => text !== "");
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

function checkWords(said: Readonly<Record<string, string>>, wrong: Remark): void {
  for (const [key, text] of Object.entries(said)) {
    const problem = wordingProblem(key, text);
    if (problem) wrong("toko", `words.${key}`, words.badWording(problem));
  }
}

/** Spans of one day that run into each other are a slip of the hand. */
function checkSpans(openings: readonly Opening[], row: string, field: string, wrong: Remark): void {
  const sorted = openings.toSorted((a, b) => a.open - b.open);
  const clash = sorted.find(({ open }, index) => index > 0 && open < (sorted[index - 1]?.close ?? 0));
  if (clash) wrong(row, field, words.spansOverlap(sayOpenings(openings)));
}

function checkZone(file: ZoneInFile, row: string, branches: readonly string[], wrong: Remark): ZoneDraft {
  const { code, name, areas, fee, minimumTotal, minutes } = file;
  const branch = file.branch ?? branches[0] ?? FIRST_BRANCH;
  if (!branches.includes(branch)) wrong(row, "branch", words.noBranch(branch));
  return {
    ...{ code, name, areas, fee, minimumTotal, minutes, branch },
    codLimit: file.codLimit ?? null,
    freeFrom: file.freeFrom ?? null,
  };
}

function checkTimeZone(zone: string | undefined, fallback: string, row: string, wrong: Remark): string {
  if (zone === undefined) return fallback;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    wrong(row, "timeZone", words.badZone(zone));
    return fallback;
  }
}
