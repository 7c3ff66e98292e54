import { localTime } from "../calendar/calendar.ts";
import { sayDay, sayMinute } from "../calendar/calendar.words.ts";
import { BOT_WORDS, fillIn } from "../settings/bot-words.ts";
import type { Branch } from "./branch.ts";
import { isOpen, nextOpening } from "./openings.ts";

/** What must be known of a shop to say when somebody answers, and of the customer who is told. `now` in epoch ms. */
export interface AnsweringShop {
  readonly now: number;
  readonly timeZone: string;
  readonly branches: readonly Pick<Branch, "hours" | "holidays" | "timeZone">[];
  readonly shop: { readonly name: string; readonly words?: Readonly<Record<string, string>> };
  readonly customer?: { readonly form?: string };
}

/** By when a person answers: soon, or from the next opening on. The desk tells staff then (see tendWaiting). */
export function answeredBy({ branches, timeZone, now, shop, customer }: AnsweringShop): string {
  if (branches.length === 0 || branches.some((branch) => isOpen(branch, now)))
    return "Sebentar lagi dibalas di sini ya.";
  const next = branches.map((branch) => nextOpening(branch, now)).filter((one) => one !== undefined);
  const [first] = next.sort((a, b) => a.day.localeCompare(b.day) || a.minute - b.minute);
  if (!first) return "Nanti dibalas di sini ya.";
  const kapan = `${sayDay(first.day, localTime(now, timeZone).day)} mulai jam ${sayMinute(first.minute)}`;
  const text = shop.words?.closed ?? BOT_WORDS.closed.texts[0];
  return fillIn(text, { kak: customer?.form ?? "Kak", toko: shop.name, kapan });
}
