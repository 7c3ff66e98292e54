import { expect, test, vi } from "vitest";
import { tellNews } from "../../src/desk/tell-news.ts";
import { eraseCustomer } from "../../src/staff/erase-customer.ts";
import { tendWaiting } from "../../src/staff/tend-waiting.ts";
import { eachEngine } from "../fixtures/database.ts";
import { MINUTE, openDeskShop } from "./desk-shop.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  test("lists that named somebody among others say nothing of them once they are erased", async () => {
    const { prisma, road, parts, shown, callHer, sari } = await openDeskShop(engine);
    await road.say("budi", "halo");
    for (const contact of ["sari", "budi"]) await road.say(contact, "orang");
    await road.turns();
    await tendWaiting(parts.acts);
    const budi = await prisma.conversation.findFirstOrThrow({
      where: { contact: { externalId: "budi" } },
      include: { contact: true },
    });
    await callHer(15, "her-call");
    await callHer(15, "his-call");
    const { customerId } = budi.contact;
    await prisma.callTask.update({ where: { id: "his-call" }, data: { customerId, conversationId: budi.id } });
    road.pass(16 * MINUTE);
    await tellNews(parts);
    const told = async () => (await shown("hp-rina")).map(({ message }) => message.text);
    expect((await told()).filter((text) => text.startsWith("🔔 2 pelanggan") && text.includes("sari"))).toHaveLength(1);
    expect((await told()).filter((text) => text.startsWith("⏰ 2 telepon") && text.includes("sari"))).toHaveLength(1);
    expect(await eraseCustomer(parts.acts, sari.contact.customerId, "owner", () => "a key")).toEqual({
      type: "erased",
    });
    const left = await prisma.outboxRow.findMany({ where: { body: { contains: "sari" } }, select: { body: true } });
    expect(left).toEqual([]);
  });
});
