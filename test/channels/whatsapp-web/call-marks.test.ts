import { expect, it } from "vitest";
import { CallMarks } from "../../../src/channels/whatsapp-web/call-marks.ts";
import { Memory } from "../../../src/channels/whatsapp-web/memory.ts";
import { whatsAppWebRecords } from "../../../src/channels/whatsapp-web/whatsapp-web-store.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";

const SARI = "6281234567001@c.us";
const NOON = 1_790_000_000_000;
const MINUTE = 60_000;

eachEngine((engine) => {
  it("knows a call again by the line it left, also after a restart, and tells calls apart that follow closely", async () => {
    const database = await freshDatabase(engine);
    const records = whatsAppWebRecords(database, Date.now);
    const memory = new Memory(records);
    await memory.open("own-account");
    const calls = new CallMarks(memory);
    expect(calls.idOf(SARI, { by: "ring", id: "R1", at: NOON })).toBe("R1");
    expect(calls.idOf(SARI, { by: "ring", id: "R2", at: NOON + MINUTE })).toBe("R2");
    await memory.save();

    const afterwards = new Memory(records);
    await afterwards.open("own-account");
    const again = new CallMarks(afterwards);
    expect(again.idOf(SARI, { by: "ring", id: "R2", at: NOON + MINUTE })).toBe("R2");
    expect(again.idOf(SARI, { by: "line", id: "L1", at: NOON + 2_000 })).toBe("R1");
    expect(again.idOf(SARI, { by: "line", id: "L2", at: NOON + MINUTE + 2_000 })).toBe("R2");
    expect(again.idOf(SARI, { by: "line", id: "L1", at: NOON + 2_000 })).toBe("R1");
    expect(again.idOf(SARI, { by: "line", id: "L3", at: NOON + 2 * MINUTE })).toBe("L3");
    expect(again.idOf("others@c.us", { by: "line", id: "L4", at: NOON })).toBe("L4");
    // The line came first, and the ringing was held back.
    expect(again.idOf(SARI, { by: "ring", id: "R3", at: NOON + 2 * MINUTE })).toBe("L3");
  });
});
