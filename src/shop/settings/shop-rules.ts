import { z } from "zod";
import { HoldRules } from "../../hold-rules.ts";
import { ConfirmRule } from "../call/confirm-rule.ts";
import { HandOverRules } from "./hand-over-rules.ts";
import { ShopSettings } from "./shop-settings.ts";

/** The part of the settings that the owner sets from the console. */
export const ShopRules = z.object({ confirmCall: ConfirmRule, handOver: HandOverRules, ...HoldRules.shape });
export type ShopRules = z.infer<typeof ShopRules>;

/** Rules as they are changed: what is absent stays as it is. */
export const RulesChange = ShopRules.partial().strict();
export type RulesChange = z.infer<typeof RulesChange>;

/** The rules in stored settings. Throws when they cannot be read. */
export function rulesIn(settings: string): ShopRules {
  return ShopRules.parse(ShopSettings.parse(JSON.parse(settings)));
}

/** Stored settings with some rules changed; everything else in them stays, also what this release does not know. */
export function withRules(settings: string, change: RulesChange): string {
  return JSON.stringify({ ...z.looseObject({}).parse(JSON.parse(settings)), ...change });
}
