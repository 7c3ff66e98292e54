import { expect, it } from "vitest";
import { FromChild } from "../../../src/channels/whatsapp-web/protocol.ts";

it("tells the log what went wrong in the page, without anybody's number", () => {
  const what = "No LID for user 6281234567001@c.us";
  expect(FromChild.parse({ notice: { type: "trouble", what } })).toEqual({
    notice: { type: "trouble", what: "No LID for user …@c.us" },
  });
  expect(FromChild.parse({ call: 7, error: what })).toEqual({ call: 7, error: "No LID for user …@c.us" });
});
