import { expect, it } from "vitest";
import { isOwnMessageId, ownMessageId } from "../../../src/channels/whatsapp-web/own-message-id.ts";

it("gives a message of the bot the same id each time, in WhatsApp Web's own form", () => {
  expect(ownMessageId("row-1", 0, 0)).toMatch(/^3EB0[0-9A-F]{18}$/);
  expect(ownMessageId("row-1", 0, 0)).toBe(ownMessageId("row-1", 0, 0));
  const ids = [
    ownMessageId("row-1", 0, 0),
    ownMessageId("row-1", 1, 0),
    ownMessageId("row-1", 0, 1),
    ownMessageId("row-2", 0, 0),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

it("knows the bot's messages without any record, and takes no phone's or browser's for one", () => {
  expect(isOwnMessageId(ownMessageId("row-1", 2, 3))).toBe(true);
  for (const other of [
    "3EB0C4A1D4F3A2B1C0D9E8",
    "3A0123456789ABCDEF0123",
    "",
    "3EB0",
    "AC1234567890ABCDEF1234567890ABCD",
  ])
    expect(isOwnMessageId(other)).toBe(false);
});
