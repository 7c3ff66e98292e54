import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { ContactNames } from "../../../src/channels/whatsapp-web/contact-names.ts";
import { Memory } from "../../../src/channels/whatsapp-web/memory.ts";
import { createWhatsAppWebChannel } from "../../../src/channels/whatsapp-web/whatsapp-web-channel.ts";
import { whatsAppWebRecords } from "../../../src/channels/whatsapp-web/whatsapp-web-store.ts";
import type { Database } from "../../../src/database/database.ts";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";

const NUMBER = "6281234567001@c.us";
const HIDDEN = "990000000000001@lid";

eachEngine((engine) => {
  describe("under which name a person is known", () => {
    let database: Database;
    beforeEach(async () => {
      database = await freshDatabase(engine);
    });

    /** Names as a process that starts now has them. */
    async function open(): Promise<{ readonly names: ContactNames; readonly memory: Memory }> {
      const memory = new Memory(whatsAppWebRecords(database, Date.now));
      await memory.open("own-account");
      return { names: new ContactNames(memory), memory };
    }

    it("keeps the name by number when the chat moves to a hidden id, also when WhatsApp no longer tells the number", async () => {
      const { names, memory } = await open();
      expect(names.nameOf({ chat: NUMBER, phone: NUMBER })).toBe(NUMBER);
      expect(names.nameOf({ chat: HIDDEN, lid: HIDDEN, phone: NUMBER })).toBe(NUMBER);
      await memory.save();
      const later = await open();
      expect(later.names.nameOf({ chat: HIDDEN, lid: HIDDEN })).toBe(NUMBER);
      expect(later.names.chatOf(NUMBER)).toBe(HIDDEN);
    });

    it("keeps the name by hidden id when the number becomes known", async () => {
      const { names, memory } = await open();
      expect(names.nameOf({ chat: HIDDEN, lid: HIDDEN })).toBe(HIDDEN);
      expect(names.nameOf({ chat: HIDDEN, lid: HIDDEN, phone: NUMBER })).toBe(HIDDEN);
      await memory.save();
      const later = await open();
      expect(later.names.nameOf({ chat: NUMBER, phone: NUMBER })).toBe(HIDDEN);
      expect(later.names.chatOf(HIDDEN)).toBe(NUMBER);
    });

    it("knows who was written to first by the hidden id under which they answer, also without their number", async () => {
      const { names, memory } = await open();
      expect(names.isReached(NUMBER)).toBe(false);
      names.reached(NUMBER, HIDDEN);
      await memory.save();
      const later = await open();
      expect(later.names.isReached(NUMBER)).toBe(true);
      expect(later.names.nameOf({ chat: HIDDEN, lid: HIDDEN })).toBe(NUMBER);
    });

    it("takes no hidden id from somebody who is known by it already", async () => {
      const { names } = await open();
      names.nameOf({ chat: HIDDEN, lid: HIDDEN });
      names.reached(NUMBER, HIDDEN);
      expect(names.nameOf({ chat: HIDDEN, lid: HIDDEN })).toBe(HIDDEN);
    });

    it("writes nothing where nothing is new", async () => {
      const { names, memory } = await open();
      names.nameOf({ chat: HIDDEN, lid: HIDDEN, phone: NUMBER });
      await memory.save();
      const before = await database.prisma.channelMemory.updateMany({ data: { at: 1n } });
      expect(before.count).toBeGreaterThan(0);
      names.nameOf({ chat: HIDDEN, lid: HIDDEN, phone: NUMBER });
      await memory.save();
      expect(await database.prisma.channelMemory.count({ where: { at: { gt: 1n } } })).toBe(0);
    });

    it("carries over what an earlier release kept in a file, once", async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "kopdar-names-"));
      const file = join(dataDir, "whatsapp-web", "link.json");
      const kept = { wanted: false, phone: "+6281200000001", sentAt: [1] };
      mkdirSync(join(dataDir, "whatsapp-web"));
      writeFileSync(file, JSON.stringify({ ...kept, contacts: { [HIDDEN]: NUMBER }, chats: { [NUMBER]: HIDDEN } }));
      const channel = createWhatsAppWebChannel({
        ...{ dataDir, clock: Date.now, random: Math.random, log: pino({ level: "silent" }) },
        records: whatsAppWebRecords(database, Date.now),
      });
      const stop = new AbortController();
      const listening = channel.listen("own-account", new RecordingIntake(), stop.signal);
      await expect.poll(() => JSON.parse(readFileSync(file, "utf8"))).toEqual({ ...kept, pace: {} });
      stop.abort();
      await listening;
      const { names } = await open();
      expect(names.nameOf({ chat: HIDDEN, lid: HIDDEN })).toBe(NUMBER);
      expect(names.chatOf(NUMBER)).toBe(HIDDEN);
      rmSync(dataDir, { recursive: true, force: true });
    });
  });
});
