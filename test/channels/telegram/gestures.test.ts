import pino from "pino";
import { expect, it } from "vitest";
import { createGestures } from "../../../src/channels/telegram/gestures.ts";
import type { TelegramClient } from "../../../src/channels/telegram/telegram-client.ts";

it("many customers who write at once are all shown that it arrived, without a word of warning", async () => {
  const warnings: string[] = [];
  const note = (warning: Error) => void warnings.push(warning.name);
  process.on("warning", note);
  const asked: Promise<unknown>[] = [];
  let answer: (() => void) | undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const client: TelegramClient = {
    call: () => {
      const asking = answered.then(() => ({ type: "done" as const, result: true }));
      asked.push(asking);
      return asking;
    },
  };
  const everybody = new Set(Array.from({ length: 30 }, (_, index) => `${index}`));
  createGestures(client, pino({ level: "silent" })).show(
    Array.from({ length: 30 }, (_, index) => ({
      updateId: index,
      events: [],
      gesture: { type: "typing", contact: `${index}` },
    })),
    everybody,
  );
  expect(asked).toHaveLength(30);
  await new Promise((resolve) => setImmediate(resolve));
  answer?.();
  await Promise.all(asked);
  process.off("warning", note);
  expect(warnings).toEqual([]);
});
