import { OWN_PHONE } from "../channels/message.ts";
import type { Holder } from "./views.ts";

/** Names of the staff by id. */
export type StaffNames = ReadonlyMap<string, string>;

/** A stored holder or author (`bot`, `waiting`, `own-phone` or a staff id) as the console shows it. */
export function holderView(holder: string, staff: StaffNames): Holder {
  if (holder === "bot" || holder === "waiting") return { type: holder };
  if (holder === OWN_PHONE) return { type: "ownPhone" };
  return { type: "staff", id: holder, name: staff.get(holder) ?? "?" };
}
