import { v7 } from "uuid";
import { expect, test } from "vitest";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ACCOUNT, incoming, openRoad, said, seedRoad } from "../fixtures/road.ts";

eachEngine((engine) => {
  const open = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openRoad(database);
    return { road, tells: (events: Parameters<typeof road.inbox.accept>[1]) => road.inbox.accept(ACCOUNT, events) };
  };
  const hold = (road: Awaited<ReturnType<typeof open>>["road"], contact: string, holder: string) =>
    road.database.prisma.conversation.updateMany({ where: { contact: { externalId: contact } }, data: { holder } });

  test("a driver learns in the same breath whose chat the bot holds, also when it tells something again", async () => {
    const { road, tells } = await open();
    for (const contact of ["sari", "budi", "tuti"]) await road.say(contact, "halo");
    await hold(road, "budi", "staff-1");
    await hold(road, "tuti", "waiting");
    const news = ["sari", "budi", "tuti", "baru"].map((contact) => incoming(contact, said("kak"), v7()));
    expect((await tells(news)).withBot).toEqual(new Set(["sari", "baru"]));
    expect((await tells(news)).withBot).toEqual(new Set(["sari", "baru"]));
    await hold(road, "sari", "staff-1");
    expect((await tells(news)).withBot).toEqual(new Set(["baru"]));
    expect((await tells([])).withBot).toEqual(new Set());
  });

  test("whoever is answered from the shop's phone in the same breath is with a person", async () => {
    const { tells } = await open();
    const wrote = incoming("sari", { type: "sellerWrote", text: "saya bantu ya", attachments: [] }, v7());
    expect((await tells([incoming("sari", said("kak"), v7()), wrote])).withBot).toEqual(new Set());
  });

  test("commits are shared, and each who tells learns of its own contacts alone", async () => {
    const { tells } = await open();
    const told = await Promise.all(["a", "b", "c"].map((contact) => tells([incoming(contact, said("kak"), v7())])));
    expect(told.map(({ withBot }) => [...withBot])).toEqual([["a"], ["b"], ["c"]]);
  });
});
