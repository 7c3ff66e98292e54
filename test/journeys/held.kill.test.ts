import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { OutgoingMessage } from "../../src/channels/message.ts";
import { eachEngine } from "../fixtures/database.ts";
import { seedStaff } from "../fixtures/shop.ts";
import { openShopToKill } from "../fixtures/shop-to-kill.ts";
import { HttpBrowser } from "../fixtures/web-server.ts";
import { wordsIn } from "../fixtures/whatsapp-cloud/stand-in-customer.ts";

/** The moments at which the shop dies while a seller talks */
const DEATHS = ["as a reply arrives", "as a reply is accepted", "as the customer writes"] as const;
const PATIENCE_MS = 60_000;

eachEngine((engine) => {
  test("a shop killed while a seller talks: each reply stands and arrives once in order, the bot is silent, the hold stays and ends when it should", async () => {
    const { database, graph, shop, address } = await openShopToKill(engine, 50);
    const rina = await seedStaff(database, "rina", "seller");
    const seller = new HttpBrowser(address);
    await seller.enter(database, "rina");
    const sari = graph.customer({ phone: "6281234567001", name: "Sari" });
    const conversation = () => database.prisma.conversation.findFirstOrThrow({ include: { outbox: true } });

    // Something is open, and she wants a person.
    sari.says("kak mau nastar 2");
    await sari.hears(PATIENCE_MS);
    sari.says("mau ngobrol sama penjualnya dong");
    await graph.until(() => sari.screen().some((one) => /penjual/.test(wordsIn(one))), "the hand-over", PATIENCE_MS);
    await settled();
    const spokenBefore = sari.screen().length;
    const { id, sequence } = await conversation();

    /** As the page does it: the same reply is sent until the shop has answered. */
    const replies = async (text: string) => {
      const key = randomUUID();
      for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; await sleep(50)) {
        const answer = await seller.post(`/console/api/conversations/${id}/reply`, { id: key, text }).catch(() => null);
        if (answer?.status === 204) return;
      }
      throw new Error(`“${text}” was not taken in time.`);
    };
    const [said, wrote]: [string[], string[]] = [[], []];
    for (const [round, death] of DEATHS.entries()) {
      const seen = graph.messages().length;
      const talking = (async () => {
        for (const part of ["satu", "dua"]) {
          wrote.push(`tanya ${round} ${part}`);
          sari.says(`tanya ${round} ${part}`);
          said.push(`jawab ${round} ${part}`);
          await replies(`jawab ${round} ${part}`);
        }
      })();
      if (death === "as a reply arrives") await graph.until(() => graph.messages().length > seen, death, PATIENCE_MS);
      if (death === "as a reply is accepted") await talking;
      await shop.kill();
      await shop.start();
      await talking;
      expect((await conversation()).holder).toBe(rina);
    }
    await settled();
    // The last word is hers: what nobody has answered would find another person.
    said.push("Siap Kak, itu dulu ya");
    await replies("Siap Kak, itu dulu ya");
    await settled();

    const thread = await conversation();
    const since = thread.outbox.filter((row) => row.sequence > sequence).toSorted((a, b) => a.sequence - b.sequence);
    expect(since.map(({ author }) => author)).toEqual(said.map(() => rina));
    expect(since.map(({ body }) => OutgoingMessage.parse(JSON.parse(body)).text)).toEqual(said);
    expect(sari.screen().slice(spokenBefore).map(wordsIn)).toEqual(said);
    const events = await database.prisma.inboxEvent.findMany({
      where: { conversationId: id, kind: "messageReceived", sequence: { gt: sequence } },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ body }) => JSON.parse(body).text)).toEqual(wrote);
    const { holder, heldUntil, deskAt } = thread;
    expect(holder).toBe(rina);
    expect(Number(heldUntil)).toBeGreaterThan(Date.now() + 25 * 60_000);
    expect(deskAt).not.toBeNull();

    // The half hour passes while the shop is off: she was warned before, and nobody said anything more.
    await shop.kill();
    const over = Date.now() - 1;
    await database.prisma.conversation.update({ where: { id }, data: { heldUntil: over, deskAt: over, deskStep: 1 } });
    await shop.start();
    const after = () =>
      sari
        .screen()
        .slice(spokenBefore + said.length)
        .map(wordsIn);
    await graph.until(() => after().some((words) => /Nastar/.test(words)), "the bot to go on", PATIENCE_MS);
    expect((await conversation()).holder).toBe("bot");

    /** Nothing is under way any more, in the shop or towards it. */
    async function settled(): Promise<void> {
      const { prisma } = database;
      const busy = async () =>
        graph.webhook.pending.length +
        (await prisma.inboxEvent.count({ where: { handledAt: null } })) +
        (await prisma.outboxRow.count({ where: { status: { in: ["queued", "sending"] } } }));
      await expect.poll(busy, { timeout: PATIENCE_MS }).toBe(0);
    }
  });
});
