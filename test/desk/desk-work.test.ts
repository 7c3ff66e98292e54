import { expect, test, vi } from "vitest";
import { settleDesk } from "../../src/desk/desk-events-store.ts";
import { readDeskConversations } from "../../src/desk/desk-view-store.ts";
import { giveUp } from "../../src/staff/give-up.ts";
import { eachEngine } from "../fixtures/database.ts";
import { MINUTE, openDeskShop } from "./desk-shop.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = () => openDeskShop(engine);

  test("what a seller asked for is done once, wherever the desk was killed", async () => {
    const { prisma, road, work, shown, callHer, tap, dieInBetween } = await shop();
    await callHer(15);
    await work();
    for (const label of ["Saya telepon", "Tidak diangkat"]) {
      await tap("hp-rina", label);
      await dieInBetween();
      await work();
    }
    const card = (await shown("hp-rina")).findLast(({ about }) => about !== null);
    expect(card?.message.text).toContain("Tidak diangkat, dicatat rina");
    expect(card?.message.text).not.toContain("Sudah berubah");
    expect(await prisma.callTask.findFirst()).toMatchObject({ version: 2, tries: 1, takenBy: null });
    expect(await prisma.callTry.count()).toBe(1);
    await prisma.outboxRow.update({ where: { id: card?.id ?? "" }, data: { externalId: "555", status: "sent" } });
    const text = "Nanti saya telepon lagi ya Kak";
    const reply = { type: "messageReceived" as const, text, attachments: [], forwarded: false, replyTo: "555" };
    await road.event("hp-rina", reply);
    await dieInBetween();
    await work();
    expect((await road.heard("sari")).filter((heard) => heard === text)).toHaveLength(1);
    expect((await shown("hp-rina")).filter(({ message }) => message.text.startsWith("Terkirim"))).toHaveLength(1);
  });

  test("what comes while an answer is written is answered next", async () => {
    const { database, road, work, shown } = await shop();
    await road.event("hp-rina", { type: "commandGiven", command: "telepon" });
    const { id } = await road.conversation("hp-rina");
    await database.transaction((tx) => settleDesk(tx, id, [], [], road.now()));
    expect(await road.conversation("hp-rina")).toMatchObject({ dueAt: BigInt(road.now()) });
    await work();
    expect((await shown("hp-rina")).at(-1)?.message.text).toContain("Tidak ada yang perlu ditelepon");
    expect(await road.conversation("hp-rina")).toMatchObject({ dueAt: null });
  });

  test("each call's card comes once; when it is late the sellers are reminded, several in one, and no more often than every few minutes", async () => {
    const { road, work, shown, callHer, prisma, sari } = await shop();
    await callHer(15);
    for (let pass = 0; pass < 3; pass++) await work();
    const cards = async () => (await shown("hp-doni")).map(({ message }) => message.text);
    expect((await cards()).filter((text) => text.startsWith("📞"))).toHaveLength(1);
    road.pass(15 * MINUTE);
    for (let pass = 0; pass < 3; pass++) await work();
    expect((await cards()).filter((text) => text.startsWith("⏰ Sudah lewat"))).toHaveLength(1);
    for (const name of ["b", "c"]) {
      const { customerId } = sari.contact;
      await prisma.callTask.create({
        data: {
          ...{
            id: name,
            customerId,
            conversationId: `other-${name}`,
            reason: "",
            kind: "asked",
            createdAt: road.now(),
          },
          dueAt: road.now() + 2 * MINUTE,
        },
      });
    }
    road.pass(3 * MINUTE);
    await work();
    expect((await cards()).filter((text) => text.startsWith("⏰"))).toHaveLength(1);
    road.pass(3 * MINUTE);
    await work();
    expect((await cards()).filter((text) => text.startsWith("⏰ 2 telepon"))).toHaveLength(1);
  });

  test("a call that somebody took before they went home, or left the shop, is late for those who are there", async () => {
    const { database, prisma, road, work, shown, callHer, tap } = await shop();
    await callHer(15);
    await work();
    await tap("hp-rina", "Saya telepon");
    await work();
    road.pass(16 * MINUTE);
    await work();
    const reminders = async () =>
      (await shown("hp-doni")).filter(({ message }) => message.text.startsWith("⏰")).length;
    expect(await reminders()).toBe(0);
    const evenings = Array.from({ length: 7 }, () => [{ open: 18 * 60, close: 20 * 60 }]);
    await prisma.staff.update({ where: { id: "rina" }, data: { duty: JSON.stringify(evenings) } });
    await work();
    expect(await reminders()).toBe(1);
    const { version } = await prisma.callTask.findFirstOrThrow();
    await database.transaction((tx) => giveUp(tx, engine, "rina", road.now()));
    expect(await prisma.callTask.findFirst()).toMatchObject({ takenBy: null, version: version + 1 });
  });

  test("each card names its own customer's latest order, however many another one has placed since", async () => {
    const { prisma, road, sari } = await shop();
    await road.say("sari", "pesan TEH 1");
    await road.turns();
    for (let count = 0; count < 12; count++) {
      road.pass(MINUTE);
      await road.say("budi", "pesan TEH 1");
      await road.turns();
    }
    const { id: budi } = await road.conversation("budi");
    const cards = await readDeskConversations(prisma, [sari.id, budi]);
    expect(cards.map(({ order }) => order?.number)).toEqual(["1001", "1013"]);
  });

  test("a seller takes back what was noted by mistake; a colleague's card offers no such thing", async () => {
    const { prisma, work, shown, callHer, tap } = await shop();
    await callHer(15);
    await work();
    await tap("hp-rina", "Saya telepon");
    await work();
    await tap("hp-rina", "Salah nomor");
    await work();
    expect((await shown("hp-doni")).at(-1)?.message).toMatchObject({ choices: [] });
    expect(await prisma.callTask.findFirst()).toMatchObject({ outcome: "wrong_number" });
    await tap("hp-rina", "Batalkan");
    await work();
    expect(await prisma.callTask.findFirst()).toMatchObject({ outcome: null });
    const labels = (await shown("hp-rina")).at(-1)?.message.choices.map(({ label }) => label);
    expect(labels).toContain("Jadi pesan");
  });

  test("who is called again on a day that was tapped is promised that very day", async () => {
    const { prisma, road, work, callHer, tap } = await shop();
    await callHer(15);
    await work();
    for (const label of ["Saya telepon", "Masih mikir", "Lusa"]) {
      await tap("hp-rina", label);
      await work();
    }
    const call = await prisma.callTask.findFirstOrThrow();
    expect(call.outcome).toBeNull();
    expect(new Date(Number(call.dueAt)).toISOString().slice(0, 10)).toBe("2026-11-25");
    expect(Number(call.dueAt)).toBeGreaterThan(road.now());
  });
});
