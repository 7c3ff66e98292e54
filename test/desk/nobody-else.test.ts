import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { EventBody } from "../../src/channels/message.ts";
import { unlinkStaffChat } from "../../src/staff/staff-links.ts";
import { eachEngine } from "../fixtures/database.ts";
import { openDeskShop } from "./desk-shop.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 });

const SECRET = "alamat rahasia Jl. Anggrek 9";

eachEngine((engine) => {
  test("whatever somebody who is not staff taps, answers, opens or types, nothing of the desk is done or shown", async () => {
    const { prisma, database, parts, road, work, shown, callHer, replies } = await openDeskShop(engine);
    await callHer(15);
    await work();
    await road.say("sari", "cod TEH 2");
    await road.say("sari", SECRET);
    await road.turns();
    await work();
    await replies("hp-rina", "call:", "Halo Kak, saya Rina");
    await work();
    // Who was staff and is not any more: let go, shut out, and one who only brings goods.
    for (const id of ["lama", "nonaktif", "kurir"]) {
      const staff = { id, name: id, username: id, role: "seller", passwordHash: "", createdAt: 0 };
      await prisma.staff.create({ data: staff });
      await prisma.staffLink.create({ data: { id: `link-${id}`, staffId: id, createdAt: 0, expiresAt: 4e12 } });
      await road.event(`hp-${id}`, { type: "staffLinkOpened", link: `link-${id}` });
    }
    await database.transaction((tx) => unlinkStaffChat(tx, parts.acts, "lama", "lama"));
    await prisma.staff.update({ where: { id: "nonaktif" }, data: { active: false } });
    await prisma.staff.update({ where: { id: "kurir" }, data: { role: "courier" } });
    const cards = await prisma.outboxRow.findMany({ where: { about: { not: null } } });
    for (const { id } of cards) await prisma.outboxRow.update({ where: { id }, data: { externalId: `sent-${id}` } });
    const { id: conversationId } = await road.conversation("sari");
    const { contactId } = await prisma.staff.findUniqueOrThrow({ where: { id: "rina" } });
    await prisma.deskTopic.create({
      data: { contactId: contactId ?? "", conversationId, threadId: "77", createdAt: 0 },
    });
    const standing = async () => ({
      orders: await prisma.order.findMany(),
      calls: await prisma.callTask.findMany(),
      tries: await prisma.callTry.count(),
      staff: await prisma.staff.findMany({ orderBy: { id: "asc" } }),
      links: await prisma.staffLink.findMany({ orderBy: { id: "asc" } }),
      holder: (await road.conversation("sari")).holder,
      sent: await prisma.outboxRow.count({ where: { conversationId } }),
    });
    const before = await standing();

    const card = fc.constantFrom(...cards.map(({ id }) => id));
    const choice = fc.constantFrom(
      ...["take.0", "ordered.1", "yes.1", "skip.1", "step.1.ac", "step.1.co", "why.1.ca1", "undo.2", "hold.1", "bot.2"],
    );
    const words = fc.constantFrom("halo", "/telepon", "/tunggu", "ambil alih", "iya jadi", "staf-rahasia");
    const event = fc.oneof(
      fc.record({ type: fc.constant("choicePicked" as const), question: card, choice, label: words }),
      fc.record({
        type: fc.constant("messageReceived" as const),
        text: words,
        attachments: fc.constant([]),
        forwarded: fc.boolean(),
        replyTo: card.map((id) => `sent-${id}`),
        thread: fc.constantFrom("77", "78"),
      }),
      fc.record({
        type: fc.constant("staffLinkOpened" as const),
        link: fc.constantFrom("link-rina", "link-doni", "link-lama", "link-kurir", "karangan"),
      }),
      fc.record({
        type: fc.constant("commandGiven" as const),
        command: fc.constantFrom("telepon", "tunggu", "pesanan", "bantuan", "keluar"),
      }),
    );
    const outsider = fc.constantFrom("orang-1", "orang-2", "hp-lama", "hp-nonaktif", "hp-kurir");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(outsider, event), { minLength: 5, maxLength: 15 }), async (acts) => {
        for (const [who, body] of acts) await road.event(who, EventBody.parse(body));
        await road.turns();
        await work();
        expect(await standing()).toEqual(before);
        for (const who of ["orang-1", "orang-2", "hp-lama", "hp-nonaktif", "hp-kurir"]) {
          const told = (await shown(who)).filter(({ key }) => !key.includes(":answer:") || !who.startsWith("hp-"));
          expect(told.map(({ message }) => message.text).join()).not.toMatch(/Anggrek|6281234567001|Kak sari/);
        }
      }),
      { numRuns: 4, seed: 7 },
    );
  });
});
