import { expect, test, vi } from "vitest";
import { tendWaiting } from "../../src/staff/tend-waiting.ts";
import { eachEngine } from "../fixtures/database.ts";
import { openDeskShop } from "./desk-shop.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  test("the card of who waits tells what was ordered with the bot meanwhile, in its place, and the claim on it still works", async () => {
    const { road, work, parts, shown, tap, prisma } = await openDeskShop(engine);
    await road.say("sari", "orang");
    await road.turns();
    await tendWaiting(parts.acts);
    await work();
    const cards = async () => (await shown("hp-rina")).filter(({ about }) => about?.startsWith("conversation:"));
    const first = (await cards()).at(-1);
    expect(first?.message.text).not.toContain("Sambil menunggu");
    road.pass(1_000);
    await road.say("sari", "pesan TEH 2");
    await road.turns();
    await work();
    const { number } = await prisma.order.findFirstOrThrow();
    const renewed = (await cards()).at(-1);
    expect(renewed?.message.text).toContain(`Sambil menunggu sudah pesan #${number} lewat bot`);
    expect(renewed?.message.replaces).toBe(first?.id);
    const count = (await cards()).length;
    await work();
    expect(await cards()).toHaveLength(count);
    await tap("hp-rina", "Ambil alih", "conversation:");
    await work();
    expect(await road.conversation("sari")).toMatchObject({ holder: "rina", version: 2 });
  });

  test("who needs no person any more is off the sellers' cards", async () => {
    const { road, work, parts, shown } = await openDeskShop(engine);
    await road.say("sari", "orang");
    await road.turns();
    await tendWaiting(parts.acts);
    await work();
    await road.say("sari", "bot aja");
    await road.turns();
    await work();
    const last = (await shown("hp-rina")).findLast(({ about }) => about?.startsWith("conversation:"));
    expect(last?.message.text).toContain("sudah kembali ke bot");
    expect(await tendWaiting(parts.acts)).toEqual([]);
  });
});
