import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { keepStaffLink, STAFF_LINK_LASTS_MS, unlinkStaffChat } from "../../src/staff/staff-links.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { tellStaff } from "../../src/staff/tell-staff.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openRoad(database);
    for (const [id, role] of [
      ["rina", "seller"],
      ["doni", "seller"],
      ["kurir", "courier"],
    ] as const)
      await database.prisma.staff.create({
        data: { id, name: id, username: id, role, passwordHash: "", createdAt: 0 },
      });
    const link = async (staff: string, secret = v7()) => {
      await database.transaction((tx) => keepStaffLink(tx, secret, staff, road.now()));
      return secret;
    };
    const opens = (contact: string, secret: string) => road.event(contact, { type: "staffLinkOpened", link: secret });
    const tell = (to: readonly string[], key = "k") =>
      database.transaction((tx) =>
        tellStaff(
          tx,
          { clock: road.now, newId: v7 },
          { to, about: "call:1", key, message: { text: "Ada telepon", choices: [] } },
        ),
      );
    return { database, road, link, opens, tell };
  };
  const linked = async ({ prisma }: Database) =>
    (await prisma.staff.findMany({ where: { contactId: { not: null } }, orderBy: { id: "asc" } })).map(({ id }) => id);

  test("a colleague's link makes the chat theirs once; used again, too late or in a colleague's chat it does nothing", async () => {
    const { database, road, link, opens } = await shop();
    const secret = await link("rina");
    await opens("hp-rina", secret);
    expect(await road.conversation("hp-rina")).toMatchObject({ holder: "desk" });
    await opens("orang-lain", secret);
    await road.turns();
    expect(await road.conversation("orang-lain")).toMatchObject({ holder: "bot" });
    await opens("hp-rina", await link("doni"));
    const late = await link("doni");
    road.pass(STAFF_LINK_LASTS_MS);
    await opens("hp-doni", late);
    const replaced = await link("doni");
    await link("doni");
    await opens("hp-doni", replaced);
    await opens("hp-kurir", await link("kurir"));
    expect(await linked(database)).toEqual(["rina"]);
    // Another phone of hers takes the first one's place, which is a customer's again.
    await opens("hp-baru", await link("rina"));
    expect(await road.conversation("hp-baru")).toMatchObject({ holder: "desk" });
    expect(await road.conversation("hp-rina")).toMatchObject({ holder: "bot" });
  });

  test("colleagues are told once in their own chats; who linked none, is a courier or blocked the bot is not reached", async () => {
    const { road, link, opens, tell } = await shop();
    await opens("hp-rina", await link("rina"));
    expect(await tell(["rina", "doni", "kurir"])).toEqual(["rina"]);
    expect(await tell(["rina"])).toEqual(["rina"]);
    expect(await road.heard("hp-rina")).toEqual(["Ada telepon"]);
    await road.event("hp-rina", { type: "contactBlocked" });
    expect(await tell(["rina"], "again")).toEqual([]);
  });

  test("no turn is taken in a colleague's chat and nobody takes it over", async () => {
    const { database, road, link, opens } = await shop();
    await opens("hp-rina", await link("rina"));
    await road.say("hp-rina", "pesan BRW 2");
    expect(await road.turns()).toBe(0);
    expect(await database.prisma.order.count()).toBe(0);
    const { id } = await road.conversation("hp-rina");
    const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    expect(await takeOver(acts, id, "doni")).toEqual({ type: "unknownConversation" });
  });

  test("once it is theirs no more, what was to be told there stays unsaid and a customer writes there", async () => {
    const { database, road, link, opens, tell } = await shop();
    await opens("hp-rina", await link("rina"));
    await tell(["rina"]);
    await database.transaction((tx) => unlinkStaffChat(tx, { clock: road.now, newId: v7 }, "rina", "owner"));
    expect(await tell(["rina"], "again")).toEqual([]);
    const rows = await database.prisma.outboxRow.findMany({ orderBy: { sequence: "asc" } });
    expect(rows.map(({ status }) => status)).toEqual(["withheld", "queued"]);
    expect(rows[1]?.body).toContain("sudah dilepas");
    await road.say("hp-rina", "pesan BRW 2");
    await road.turns();
    expect(await database.prisma.order.count()).toBe(1);
  });
});
