import { withoutNul } from "../../without-nul.ts";
import type { Profile } from "./webhook-schema.ts";

/** Somebody as one webhook names them: by a business-scoped id, by a phone number (digits), mostly by both. */
export interface Person {
  readonly userId?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly username?: string;
}

/** `ID.1049823…`: the customer's id for one business, stable also when the phone number is hidden. */
export function isUserId(text: string): boolean {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(text);
}

/** Reads who it is from the ids beside a message and from the profiles sent along; undefined where nobody is named. */
export function personOf(
  ids: { readonly phone?: string | undefined; readonly userId?: string | undefined },
  profiles: readonly Profile[],
): Person | undefined {
  const named = [ids.userId, ids.phone].filter((id) => id !== undefined && id !== "");
  const profile =
    profiles.find(({ wa_id, user_id }) => named.some((id) => id === wa_id || id === user_id)) ??
    (named.length === 0 && profiles.length === 1 ? profiles[0] : undefined);
  // A customer without a visible number may be named by the business-scoped id in the place of the number.
  const all = [...named, profile?.user_id, profile?.wa_id];
  const userId = all.find((id) => id !== undefined && isUserId(id));
  const phone = all.map((id) => id?.replace(/^\+/, "")).find((id) => id !== undefined && /^\d{6,15}$/.test(id));
  if (userId === undefined && phone === undefined) return undefined;
  const { name, username } = profile?.profile ?? {};
  return withoutNul({
    ...(userId === undefined ? {} : { userId }),
    ...(phone === undefined ? {} : { phone }),
    ...(name ? { name } : {}),
    ...(username ? { username } : {}),
  });
}
