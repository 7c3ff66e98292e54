import { expect, test, vi } from "vitest";
import { takeDeskEvents } from "../../src/desk/take-desk-events.ts";
import { tendWaiting } from "../../src/staff/tend-waiting.ts";
import { eachEngine } from "../fixtures/database.ts";
import { openDeskShop } from "./desk-shop.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  /** Rina answered Sari from her chat, and holds her from then on. */
  const heldByRina = async () => {
    const shop = await openDeskShop(engine);
    await shop.callHer(15);
    await shop.work();
    await shop.replies("hp-rina", "call:", "Halo Kak, saya Rina");
    await shop.work();
    const last = async (contact: string) => (await shop.shown(contact)).at(-1)?.message.text;
    return { ...shop, last };
  };

  test("a seller who blocks the bot holds nobody any more: the customer waits, and a colleague is told", async () => {
    const { road, work, parts, shown } = await heldByRina();
    expect((await road.conversation("sari")).holder).toBe("rina");
    await road.event("hp-rina", { type: "contactBlocked" });
    await work();
    expect(await road.conversation("sari")).toMatchObject({ holder: "waiting", heldReason: "colleague_left" });
    await tendWaiting(parts.acts);
    await work();
    const told = (await shown("hp-doni")).map(({ message }) => message);
    expect(told.at(-1)?.text).toContain("menunggu orang");
    expect(told.at(-1)?.choices.map(({ label }) => label)).toEqual(["Ambil alih", "Biar bot"]);
  });

  test("a reply that could not be sent is told to whoever wrote it, once", async () => {
    const { prisma, sari, work, shown } = await heldByRina();
    await prisma.outboxRow.updateMany({
      where: { conversationId: sari.id, author: "rina" },
      data: { status: "failed", error: "blocked" },
    });
    for (let pass = 0; pass < 3; pass++) await work();
    const told = (await shown("hp-rina")).map(({ message }) => message.text);
    expect(told.filter((text) => text.includes("tidak terkirim: “Halo Kak, saya Rina”"))).toHaveLength(1);
  });

  test("what a held customer changes or takes back is passed on as such", async () => {
    const { road, work, last } = await heldByRina();
    await road.say("sari", "dua ya", "m1");
    await work();
    expect(await last("hp-rina")).toContain("dua ya");
    await road.event("sari", { type: "messageEdited", text: "tiga ya", platformId: "m1" });
    await work();
    expect(await last("hp-rina")).toContain("(diedit) tiga ya");
    await road.event("sari", { type: "messageDeleted", platformId: "m1" });
    await work();
    expect(await last("hp-rina")).toContain("[menghapus pesannya]");
  });

  test("two workers at one chat at once do what was asked for once, and answer it once", async () => {
    const { road, work, parts, replies, tap, shown, prisma } = await heldByRina();
    await road.say("sari", "cod TEH 1");
    await work();
    await tap("hp-rina", "Saya telepon");
    await replies("hp-rina", "conversation:", "Sebentar ya Kak");
    await Promise.all([takeDeskEvents(parts), takeDeskEvents(parts), takeDeskEvents(parts)]);
    await work();
    expect((await road.heard("sari")).filter((text) => text === "Sebentar ya Kak")).toHaveLength(1);
    expect(await prisma.callTask.findFirst()).toMatchObject({ takenBy: "rina", version: 1 });
    const answered = (await shown("hp-rina")).filter(({ message }) => message.text.includes("Sudah berubah"));
    expect(answered).toEqual([]);
  });
});
