import { v7 } from "uuid";
import { expect, it } from "vitest";
import { joinCustomer } from "../../src/staff/link-customers.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedConversation, seedShop, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";

const NOW = Date.parse("2026-11-18T10:00:00+07:00");

eachEngine((engine) => {
  const open = async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const road = openTalkingRoad(database, { now: NOW });
    const [first, second] = [await seedConversation(database, "wa"), await seedConversation(database, "tele")];
    const calls = async (customer: string) => {
      const body = { type: "callMissed" as const, phone: "+6281234567890", video: false };
      const event = { sender: { externalId: customer }, body, platformId: v7(), platformAt: road.now() };
      await road.inbox.accept(WEB_ACCOUNT, [event]);
    };
    const join = async () => {
      const { contact } = await database.prisma.conversation.findUniqueOrThrow({
        where: { id: second },
        include: { contact: true },
      });
      const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
      expect(await joinCustomer(acts, first, contact.customerId, "ratih")).toEqual({ type: "linked" });
    };
    return { database, road, calls, join };
  };

  it("two people who turn out to be one stand on the list once, with all their calls and tries", async () => {
    const { database, road, calls, join } = await open();
    await calls("wa");
    await calls("tele");
    await road.turns();
    const [, later] = await database.prisma.callTask.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    await database.prisma.callTry.create({
      data: { id: v7(), taskId: later?.id ?? "", at: NOW, who: "rina", outcome: "no_answer" },
    });
    await join();
    const tasks = await database.prisma.callTask.findMany({ include: { attempts: true } });
    expect(tasks).toMatchObject([{ times: 2, outcome: null, attempts: [{ outcome: "no_answer" }] }]);
  });

  it("one customer who calls on two channels, one after the other or at once, stands on the list once", async () => {
    const { database, road, calls, join } = await open();
    await join();
    await calls("wa");
    await calls("tele");
    await road.turns();
    await calls("tele");
    await road.turns();
    expect(await database.prisma.callTask.findMany()).toMatchObject([{ times: 3, outcome: null }]);
  });
});
