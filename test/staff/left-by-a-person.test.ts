import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import type { Acts } from "../../src/staff/acts.ts";
import { close } from "../../src/staff/close.ts";
import { reply } from "../../src/staff/reply.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { tendHolds } from "../../src/staff/tend-holds.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedRoad } from "../fixtures/road.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const at = (time: string) => Date.parse(`2026-03-11T${time}:00+07:00`);

eachEngine((engine) => {
  const shop = async (now = at("10:00")) => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openTalkingRoad(database, { now });
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const says = async (text: string) => {
      road.pass(1_000);
      await road.say("sari", text);
      await road.turns();
      await database.prisma.outboxRow.updateMany({
        where: { status: "queued" },
        data: { status: "sent", sentAt: road.now() },
      });
    };
    const seller = async (text: string) => {
      road.pass(1_000);
      await reply(acts, (await road.conversation("sari")).id, "rina", text, v7());
    };
    /** What the customer hears when the seller says nothing more for half an hour */
    const quiet = async () => {
      const before = (await road.heard("sari")).length;
      for (let minutes = 0; minutes <= 31; minutes++) {
        road.pass(MINUTE);
        while ((await tendHolds(acts)).length > 0);
      }
      await road.turns();
      return (await road.heard("sari")).slice(before);
    };
    return { database, road, acts, says, seller, quiet };
  };

  test("what is still open is said in one line, and the errand goes on; where nothing is open the bot says nothing", async () => {
    const { road, says, seller, quiet } = await shop();
    await says("mau pesan TEH 2");
    await seller("Siap Kak, saya cek dulu ya");
    const [line, ...more] = await quiet();
    expect(more).toEqual([]);
    expect(line).toMatch(/Saya lanjut bantu lagi ya Kak.*TEH/);
    await says("batal aja");
    await seller("Oke Kak, lain kali ya");
    await says("makasih kak");
    expect(await quiet()).toEqual([]);
    expect(await road.conversation("sari")).toMatchObject({ holder: "bot" });
  });

  test("a chat that is put away is quiet; an order that is still open in it is named", async () => {
    const { road, acts, says, seller } = await shop();
    const putsAway = async () => {
      const { id } = await road.conversation("sari");
      const before = (await road.heard("sari")).length;
      await close(acts, id, "rina");
      await road.turns();
      return (await road.heard("sari")).slice(before);
    };
    await says("halo");
    await seller("Sudah beres ya Kak, makasih");
    expect(await putsAway()).toEqual([]);
    await says("mau pesan TEH 2");
    await seller("Siap Kak");
    expect(await putsAway()).toEqual([expect.stringMatching(/TEH/)]);
  });

  test("what the customer wrote to the bot, and the seller who took the chat never answered, the bot answers", async () => {
    const { road, acts, says, quiet } = await shop();
    await says("halo");
    await takeOver(acts, (await road.conversation("sari")).id, "rina");
    await says("mau pesan TEH 2 ya");
    const [answer] = await quiet();
    expect(answer).toMatch(/^Maaf ya Kak, tadi belum sempat dibalas 🙏/);
    expect(answer).toContain("TEH");
    expect(await road.conversation("sari")).toMatchObject({ holder: "bot", dueAt: null });
  });

  test("a question whose answer a takeover withheld is answered when nobody writes; an errand is not heard twice", async () => {
    const { database, road, acts, quiet } = await shop();
    const cutOff = async (text: string) => {
      road.pass(1_000);
      await road.say("sari", text);
      await road.turns();
      await takeOver(acts, (await road.conversation("sari")).id, "rina");
      const [last] = await database.prisma.outboxRow.findMany({ orderBy: { sequence: "desc" }, take: 1 });
      expect(last).toMatchObject({ author: "bot", status: "withheld" });
    };
    const sent = () => database.prisma.outboxRow.updateMany({ where: { status: "queued" }, data: { status: "sent" } });
    await cutOff("TEH berapa harganya kak?");
    const [answer] = await quiet();
    expect(answer).toMatch(/^Maaf ya Kak, tadi belum sempat dibalas 🙏/);
    expect(answer).toMatch(/Rp\s?[\d.]+/);
    await sent();
    await cutOff("mau pesan TEH 2");
    const [line, ...more] = await quiet();
    expect(more).toEqual([]);
    expect(line).toMatch(/^Saya lanjut bantu lagi ya Kak. Tadi pesanannya: TEH 2 pcs/);
    await sent();
    // In the middle of an errand the same holds for a question.
    await cutOff("ada promo apa kak?");
    expect((await quiet())[0]).toMatch(/^Maaf ya Kak, tadi belum sempat dibalas 🙏/);
  });

  test("what a person was told and left unanswered goes to another person, and the customer hears by when", async () => {
    const { database, road, says, seller, quiet } = await shop(at("19:20"));
    await says("mau pesan TEH 2");
    await seller("Mau diantar jam berapa Kak?");
    await says("ya besok sore bisa?");
    const { state } = await road.conversation("sari");
    expect(await quiet()).toEqual([
      "Maaf ya Kak, pesannya belum terbalas 🙏 Saya panggilkan penjual lagi. Sebentar lagi dibalas di sini ya.",
    ]);
    expect(await road.conversation("sari")).toMatchObject({
      holder: "waiting",
      heldReason: "left_unanswered",
      unread: 1,
    });
    const kept = await road.conversation("sari");
    expect(JSON.parse(`${kept.state}`).topics).toEqual(JSON.parse(`${state}`).topics);
    expect(await database.prisma.order.count()).toBe(0);
  });

  test("a yes to the seller's question is not taken for a yes to the bot's", async () => {
    const { database, road, says, seller, quiet } = await shop();
    await says("mau pesan TEH 2");
    await seller("Kakak yang kemarin itu ya?");
    await says("iya");
    await quiet();
    expect(await road.conversation("sari")).toMatchObject({ holder: "waiting" });
    expect(await database.prisma.order.count()).toBe(0);
  });

  test("an oke after the seller's last word needs no answer", async () => {
    const { road, says, seller, quiet } = await shop();
    await says("halo");
    await seller("Besok dikirim ya Kak");
    await says("oke siap");
    expect(await quiet()).toEqual([]);
    expect(await road.conversation("sari")).toMatchObject({ holder: "bot" });
  });

  test("a call asked for in words while a person holds the chat stands on the list, and the bot says nothing", async () => {
    const { database, road, says, seller } = await shop();
    await says("halo");
    await seller("Ada yang bisa dibantu Kak?");
    const heard = await road.heard("sari");
    await says("boleh telpon aja kak?");
    await says("jangan telpon ya, chat aja");
    expect(await road.heard("sari")).toEqual(heard);
    const calls = await database.prisma.callTask.findMany();
    expect(calls).toMatchObject([{ kind: "asked", reason: "boleh telpon aja kak?", promisedAt: null, outcome: null }]);
  });
});
