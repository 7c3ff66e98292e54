import { v7 } from "uuid";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "../../src/database/database.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { holdOn } from "../../src/staff/hold-on.ts";
import { passOn } from "../../src/staff/pass-on.ts";
import { reply } from "../../src/staff/reply.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { linkDesk, toldTo } from "../fixtures/desks.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    for (const name of ["rina", "doni"]) await linkDesk(database, name, "seller");
    const road = openRoad(database);
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    await road.say("sari", "orang");
    await road.turns();
    const { id } = await road.conversation("sari");
    const stored = () => database.prisma.conversation.findUniqueOrThrow({ where: { id } });
    return { database, road, acts, id, stored };
  };

  test("a seller passes a chat on with a note; the colleague holds it, is told, and has as long as anybody", async () => {
    const { database, road, acts, id, stored } = await shop();
    await takeOver(acts, id, "rina");
    road.pass(20 * MINUTE);
    const note = "tinggal tunggu alamatnya";
    expect(await passOn(acts, id, { staff: "rina", to: "doni", note })).toEqual({ type: "passedOn", version: 3 });
    expect(await stored()).toMatchObject({
      holder: "doni",
      heldReason: `passed_on: ${note}`,
      heldUntil: BigInt(road.now() + 30 * MINUTE),
    });
    expect(await toldTo(database, "doni")).toEqual([
      `🤝 rina menitipkan chat dengan Kak sari ke kamu.\nPesannya: ${note}`,
    ]);
    const entry = await database.prisma.audit.findFirstOrThrow({ where: { what: "passedOn" } });
    expect(entry).toMatchObject({ who: "rina", subject: id, data: JSON.stringify({ from: "rina", to: "doni", note }) });
    expect(await reply(acts, id, "rina", "halo", "k")).toEqual({ type: "heldBy", staff: "doni" });
  });

  test("nobody passes on what a colleague holds, nor to those who take no chats; the owner may", async () => {
    const { database, acts, id } = await shop();
    await takeOver(acts, id, "rina");
    const passed = { staff: "doni", to: "doni", note: "" };
    expect(await passOn(acts, id, passed)).toEqual({ type: "heldBy", staff: "rina" });
    expect(await passOn(acts, id, { ...passed, staff: "rina", to: "nobody" })).toEqual({ type: "unknownColleague" });
    expect(await passOn(acts, id, { ...passed, staff: "rina", to: "rina" })).toEqual({ type: "unknownColleague" });
    await database.prisma.staff.updateMany({ where: { id: "doni" }, data: { role: "courier" } });
    expect(await passOn(acts, id, { ...passed, staff: "rina" })).toEqual({ type: "unknownColleague" });
    await database.prisma.staff.updateMany({ where: { id: "doni" }, data: { role: "seller" } });
    expect(await passOn(acts, id, { ...passed, staff: "ibu" }, "owner")).toMatchObject({ type: "passedOn" });
    expect(await passOn(acts, "none", passed)).toEqual({ type: "unknownConversation" });
  });

  test("who says that they are still at it keeps the chat as long as after a word", async () => {
    const { road, acts, id, stored } = await shop();
    expect(await holdOn(acts, id, "rina")).toEqual({ type: "notHeld" });
    await takeOver(acts, id, "rina");
    road.pass(28 * MINUTE);
    expect(await holdOn(acts, id, "doni")).toEqual({ type: "heldBy", staff: "rina" });
    expect(await holdOn(acts, id, "rina")).toEqual({ type: "heldOn" });
    expect(await stored()).toMatchObject({ heldUntil: BigInt(road.now() + 30 * MINUTE), deskStep: 0, version: 2 });
  });

  test("of many claims at once, from two processes, one wins, and a chat passed on meanwhile is with one person", async () => {
    const { database, road, acts } = await shop();
    const other = engine === "sqlite" ? database : await openDatabase(database.url);
    if (other !== database) onTestFinished(() => other.close());
    const ids: string[] = [];
    for (let index = 0; index < 10; index++) {
      await road.say(`c${index}`, "orang");
      await road.turns();
      ids.push((await road.conversation(`c${index}`)).id);
    }
    for (const id of ids) {
      const claims = await Promise.all([
        takeOver(acts, id, "rina"),
        takeOver({ ...acts, database: other }, id, "doni"),
        takeOver(acts, id, "tuti"),
      ]);
      expect(claims.filter(({ type }) => type === "takenOver")).toHaveLength(1);
      const { holder } = await database.prisma.conversation.findUniqueOrThrow({ where: { id } });
      const [passed, taken] = await Promise.all([
        passOn(acts, id, { staff: holder, to: holder === "doni" ? "rina" : "doni", note: "" }),
        takeOver({ ...acts, database: other }, id, "ibu", "owner"),
      ]);
      expect(taken.type).toBe("takenOver");
      const after = await database.prisma.conversation.findUniqueOrThrow({ where: { id } });
      // Passed on first, the owner took it after that; taken first, the seller had nothing left to pass on.
      expect(after.holder).toBe("ibu");
      expect(["passedOn", "heldBy"]).toContain(passed.type);
    }
  });
});
