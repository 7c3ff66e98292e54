import { expect, it } from "vitest";
import type { ClaimedRow } from "../../src/outbox/claim-rows.ts";
import { settlement } from "../../src/outbox/settlement.ts";

const row: ClaimedRow = {
  id: "row",
  conversationId: "conversation",
  contact: "sari",
  message: { text: "Pesanan siap, Kak", choices: [] },
  attempts: 50,
  afterCrash: "resend",
  purpose: "order",
  createdAt: 0,
};

it("gives up what was tried in vain often enough, but never what the channel could not even try", () => {
  expect(settlement(row, { type: "retry", afterMs: 100, reason: "502" }, 1_000)).toMatchObject({ status: "failed" });
  const held = settlement(row, { type: "retry", afterMs: 100, reason: "not connected", held: true }, 1_000);
  expect(held).toMatchObject({ status: "queued", notBefore: 1_100 });
});
