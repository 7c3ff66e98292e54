import { expect, it } from "vitest";
import { markRenewed, mergeThread } from "../../../src/channels/web-chat/page/merge-thread.ts";
import type { ThreadMessage } from "../../../src/channels/web-chat/thread.ts";

const message = (sequence: number, more: Partial<ThreadMessage> = {}): ThreadMessage => ({
  id: `m${sequence}`,
  sequence,
  from: "bot",
  at: sequence,
  text: "",
  choices: [],
  order: false,
  ...more,
});

it("each message is shown once, in the order of the talk, however often and late it is read", () => {
  const known = [message(1), message(4)];
  const merged = mergeThread(known, [message(4, { text: "baru" }), message(2)]);
  expect(merged.map(({ id, text }) => [id, text])).toEqual([
    ["m1", ""],
    ["m2", ""],
    ["m4", "baru"],
  ]);
});

it("of an order's cards only the latest stands", () => {
  const cards = [message(1), message(3, { replaces: "m1" }), message(7, { replaces: "m3" })];
  expect(markRenewed(cards).map(({ renewed }) => renewed)).toEqual([true, true, false]);
});
