import type { HandOverReason } from "./effect.ts";

/**
 * What the bot may still do for a customer who waits for a person: any errand it clearly understands; only one that is
 * plainly apart from what the person is wanted for; or nothing but what the law asks.
 */
export type Scope = "anyErrand" | "apartOnly" | "nothing";

interface WaitingRule {
  readonly bot: Scope;
  /** Said at the hand-over, where the wait is long: the customer may go on here */
  readonly invites?: true;
}

/** Why somebody waits; a colleague who leaves the shop leaves customers waiting, too. */
type WaitingReason = HandOverReason | "colleague_left";

/** From the gravest down: a graver reason takes the place of a lesser one. */
const RULES: Readonly<Record<WaitingReason, WaitingRule>> = {
  // Who is upset wants to be heard by a person; goods named here may be the ones to be made good.
  angry: { bot: "nothing" },
  complaint: { bot: "nothing" },
  return: { bot: "nothing" },
  // What broke once in this chat may break again, or be half right: a person looks first.
  turn_failed: { bot: "nothing" },
  refused_thrice: { bot: "nothing" },
  other: { bot: "apartOnly" },
  // Money on its way, a price under discussion, a picture or a voice unheard: what refers to those is not the bot's.
  payment: { bot: "apartOnly" },
  order_begun: { bot: "apartOnly" },
  bargain: { bot: "apartOnly" },
  media: { bot: "apartOnly", invites: true },
  // What is said to a person who has gone goes on with what that person knew.
  left_unanswered: { bot: "apartOnly" },
  colleague_left: { bot: "apartOnly" },
  large_order: { bot: "anyErrand" },
  call: { bot: "anyErrand" },
  asked_for_person: { bot: "anyErrand", invites: true },
  misunderstood: { bot: "anyErrand", invites: true },
};

/** `reason` as it is stored: `reason` or `reason: note`. One that today's code does not know is a person's alone. */
export function scopeOf(reason: string): Scope {
  return ruleOf(reason)?.bot ?? "nothing";
}

export function invitesOn(reason: HandOverReason): boolean {
  return RULES[reason].invites === true;
}

/** The graver of two stored reasons; the first where they are alike. */
export function graverReason(standing: string | null, added: string): string {
  return standing !== null && gravity(standing) <= gravity(added) ? standing : added;
}

function gravity(reason: string): number {
  return Object.keys(RULES).indexOf(nameOf(reason));
}

function ruleOf(reason: string): WaitingRule | undefined {
  return new Map<string, WaitingRule>(Object.entries(RULES)).get(nameOf(reason));
}

function nameOf(reason: string): string {
  return reason.split(": ")[0] ?? "";
}
