import type { OutgoingMessage } from "../channels/message.ts";
import type { About } from "./about.ts";

/** A message about one call or conversation that is changed in place as that goes on. */
export interface Card {
  readonly about: About;
  /** The state shown: a card with another stamp is out of date */
  readonly stamp: string;
  readonly message: OutgoingMessage;
}

/** Who reads a card, and when. */
export interface Reader {
  readonly staffId: string;
  readonly timeZone: string;
  /** Epoch ms */
  readonly now: number;
}

/** A choice's id says what is done and to which version of it: `ordered.3`. */
export function choiceId(act: string, version: number, more?: string): string {
  return [act, version, ...(more === undefined ? [] : [more])].join(".");
}

export function readChoice(
  id: string,
): { readonly act: string; readonly version: number; readonly more: string | undefined } | undefined {
  const [, act, version, more] = /^([a-z]+)\.(\d+)(?:\.(\w+))?$/.exec(id) ?? [];
  return act === undefined ? undefined : { act, version: Number(version), more };
}
