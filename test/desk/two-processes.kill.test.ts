import { expect, onTestFinished, test } from "vitest";
import { seedDemo } from "../../prisma/seed.ts";
import { openDatabase } from "../../src/database/database.ts";
import { keepStaffLink } from "../../src/staff/staff-links.ts";
import { hashSecret } from "../../src/web/secret.ts";
import { freePort } from "../fixtures/browser.ts";
import { freshDatabaseUrl } from "../fixtures/database.ts";
import { seedStaff } from "../fixtures/shop.ts";
import { ShopProcess } from "../fixtures/shop-process.ts";
import { startTelegramStandIn } from "../fixtures/telegram/stand-in.ts";
import { HttpBrowser } from "../fixtures/web-server.ts";

const PATIENCE_MS = 60_000;

// SQLite belongs to one process; only a shop on PostgreSQL runs several.
test("two processes of one shop: two sellers claim at once and one has it; whichever dies, each card is told once", async () => {
  const url = await freshDatabaseUrl("postgresql");
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  const { prisma } = database;
  await seedDemo(database);
  const staff = {
    rina: await seedStaff(database, "rina", "seller"),
    doni: await seedStaff(database, "doni", "seller"),
  };
  for (const [name, id] of Object.entries(staff))
    await database.transaction((tx) => keepStaffLink(tx, hashSecret(`kunci-${name}`), id, Date.now()));
  const bot = await startTelegramStandIn({ patienceMs: PATIENCE_MS });
  const env = {
    ...{ DATABASE_URL: url, TELEGRAM_BOT_TOKEN: bot.token, TELEGRAM_API_ROOT: bot.apiRoot, TURN_QUIET_MS: "50" },
  };
  const ports = [await freePort(), await freePort()] as const;
  const shops = ports.map((port) => new ShopProcess({ ...env, PORT: `${port}` }));
  onTestFinished(async () => {
    for (const shop of shops) await shop.stop();
    await bot.stop();
  });
  for (const shop of shops) await shop.start();
  const told = (chat: number, words: string) =>
    bot.until(() => bot.messagesTo(chat).findLast(({ text }) => text?.includes(words)), `“${words}” to ${chat}`);
  bot.customer(801, { firstName: "Rina" }).starts("staf-kunci-rina");
  bot.customer(802, { firstName: "Doni" }).starts("staf-kunci-doni");
  for (const chat of [801, 802]) await told(chat, "meja kerjamu");

  const asks = async (id: number) => {
    bot.customer(id, { firstName: `Kak${id}` }).says("mau ngobrol sama penjualnya dong");
    for (const chat of [801, 802]) await told(chat, `Kak${id} menunggu orang`);
  };
  const owner = async () => {
    const { ownerId } = await prisma.channelAccount.findFirstOrThrow({ where: { channel: "telegram" } });
    const pid = Number(ownerId?.split(" ").at(-2));
    return shops.find((shop) => shop.pid === pid);
  };
  const idOf = async (customer: number) =>
    (await prisma.conversation.findFirstOrThrow({ where: { contact: { externalId: `${customer}` } } })).id;
  const settled = () =>
    expect
      .poll(() => prisma.outboxRow.count({ where: { status: { in: ["queued", "sending"] } } }), {
        timeout: PATIENCE_MS,
      })
      .toBe(0);

  await asks(901);
  await asks(902);
  // Each through another process.
  const [rina, doni] = [
    new HttpBrowser(`http://127.0.0.1:${ports[0]}`),
    new HttpBrowser(`http://127.0.0.1:${ports[1]}`),
  ];
  await rina.enter(database, "rina");
  await doni.enter(database, "doni");
  for (const customer of [901, 902]) {
    const path = `/console/api/conversations/${await idOf(customer)}/take-over`;
    const answers = await Promise.all([rina.post(path), doni.post(path)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const winner = answers[0]?.status === 204 ? "rina" : "doni";
    expect((await prisma.conversation.findUniqueOrThrow({ where: { id: await idOf(customer) } })).holder).toBe(
      staff[winner],
    );
    for (const chat of [801, 802])
      await told(
        chat,
        (chat === 801) === (winner === "rina") ? `Kak${customer} kamu pegang` : `Kak${customer} dipegang`,
      );
  }

  for (const customer of [903, 904]) {
    await settled();
    const dead = await owner();
    await dead?.kill();
    // What is asked for while nobody owns the bot's chats waits for whoever has them next.
    await asks(customer);
    const heir = await owner();
    expect(heir).toBeDefined();
    expect(heir).not.toBe(dead);
    await dead?.start();
    expect(await owner()).toBe(heir);
  }
  await settled();
  // Cards change in place; a new message would be a card told twice.
  for (const chat of [801, 802])
    for (const customer of [901, 902, 903, 904])
      expect(bot.messagesTo(chat).filter(({ text }) => text?.includes(`Kak${customer} `))).toHaveLength(1);
});
