import { pino } from "pino";
import { v7 } from "uuid";
import { describe, expect, it } from "vitest";
import type { Intake } from "../../../src/channels/channel.ts";
import { Acceptance } from "../../../src/channels/whatsapp-web/acceptance.ts";
import { ContactNames } from "../../../src/channels/whatsapp-web/contact-names.ts";
import { Memory } from "../../../src/channels/whatsapp-web/memory.ts";
import type { Heard } from "../../../src/channels/whatsapp-web/protocol.ts";
import { whatsAppWebRecords } from "../../../src/channels/whatsapp-web/whatsapp-web-store.ts";
import type { Database } from "../../../src/database/database.ts";
import { Inbox } from "../../../src/inbox/inbox.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";
import { ACCOUNT, seedRoad } from "../../fixtures/road.ts";

const SARI = "6281234567001@c.us";

function message(id: string, text: string): Heard {
  const key = `false_${SARI}_${id}`;
  const at = 1_790_000_000_000;
  return {
    ...{ type: "message", who: { chat: SARI, phone: SARI }, id, key, fromMe: false, kind: "chat", text, at },
    ...{ forwarded: false, vcards: [] },
  };
}

/** A shop's inbox that refuses what `faultOf` names a fault for. */
async function opened(database: Database, faultOf: (text: string) => Error | undefined) {
  const inbox = new Inbox({ database, clock: Date.now, newId: v7, quietMs: 0, onAccepted: () => undefined });
  const intake: Intake = {
    accept: async (account, events) => {
      for (const { body } of events) {
        const fault = "text" in body ? faultOf(body.text) : undefined;
        if (fault) throw fault;
      }
      return inbox.accept(account, events);
    },
    receipt: (account, receipts) => inbox.receipt(account, receipts),
  };
  const lines: string[] = [];
  const records = whatsAppWebRecords(database, Date.now);
  const memory = new Memory(records);
  await memory.open(ACCOUNT);
  const accepted: Heard[] = [];
  const acceptance = new Acceptance({
    memory,
    names: new ContactNames(memory),
    passes: records.passes,
    log: pino({}, { write: (line: string) => lines.push(line) }),
    onAccepted: (heard) => accepted.push(...heard),
    onSellerWrote: () => undefined,
  });
  const stop = new AbortController();
  acceptance.open(ACCOUNT, intake, stop.signal);
  return { acceptance, accepted, lines, stop };
}

const texts = async ({ prisma }: Database) =>
  (await prisma.inboxEvent.findMany({ orderBy: { sequence: "asc" } })).map(({ body }) => JSON.parse(body).text);
const aside = ({ prisma }: Database) => prisma.channelMemory.findMany({ where: { key: { startsWith: "aside " } } });

eachEngine((engine) => {
  describe("accepting what was heard on WhatsApp", () => {
    it("keeps aside what can never be stored, with the reason, and goes on; a mended program takes it after a restart", async () => {
      const database = await freshDatabase(engine);
      await seedRoad(database);
      const poison = (text: string) => (text.includes("racun") ? new RangeError("refused: racun rahasia") : undefined);
      const first = await opened(database, poison);
      for (const [index, text] of ["satu", "racun rahasia", "dua", "tiga"].entries())
        first.acceptance.add(message(`3A${index}`, text));
      await expect.poll(() => texts(database), { timeout: 15_000 }).toEqual(["satu", "dua", "tiga"]);
      // What is not stored as an event is not shown to the customer as seen.
      expect(first.accepted.map((heard) => "text" in heard && heard.text)).toEqual(["satu", "dua", "tiga"]);
      const kept = await aside(database);
      expect(kept.map(({ value }) => JSON.parse(value))).toMatchObject([
        { why: "RangeError", heard: { text: "racun rahasia" } },
      ]);
      const reports = first.lines.filter((line) => line.includes("kept aside"));
      expect(reports).toHaveLength(1);
      expect(first.lines.join()).not.toMatch(/rahasia|6281234567001/);
      // The browser was restarted, and tells once more what is unread.
      first.acceptance.add(message("3A1", "racun rahasia"));
      first.acceptance.add(message("3A4", "empat"));
      await expect.poll(() => texts(database)).toEqual(["satu", "dua", "tiga", "empat"]);
      first.stop.abort();

      const still = await opened(database, poison);
      still.acceptance.add(message("3A5", "lima"));
      await expect.poll(() => texts(database)).toContain("lima");
      expect(await aside(database)).toHaveLength(1);
      expect(still.lines.filter((line) => line.includes("kept aside"))).toEqual([]);
      still.stop.abort();

      const mended = await opened(database, () => undefined);
      await expect.poll(() => texts(database)).toContain("racun rahasia");
      mended.acceptance.add(message("3A6", "enam"));
      await expect.poll(() => aside(database)).toEqual([]);
      mended.stop.abort();
    });

    it("offers again for as long as the database is only away", async () => {
      const database = await freshDatabase(engine);
      await seedRoad(database);
      let failures = 0;
      const away = () => {
        failures += 1;
        return failures > 5 ? undefined : Object.assign(new Error("connection lost"), { code: "ECONNRESET" });
      };
      const { acceptance, stop } = await opened(database, away);
      acceptance.add(message("3A1", "halo"));
      await expect.poll(() => texts(database), { timeout: 20_000 }).toEqual(["halo"]);
      expect(failures).toBe(6);
      expect(await aside(database)).toEqual([]);
      stop.abort();
    });
  });
});
