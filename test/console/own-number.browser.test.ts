import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ConnectionState, WhatsAppWebConnection } from "../../src/channels/connection.ts";
import { ownNumberEn } from "../../src/console/app/own-number-words-en.ts";
import { ownNumberId } from "../../src/console/app/own-number-words-id.ts";
import { openSession } from "../../src/console/session-store.ts";
import type { Database } from "../../src/database/database.ts";
import { openBrowser } from "../fixtures/browser.ts";
import { freshDatabase } from "../fixtures/database.ts";
import { ownNumberWithoutBrowser } from "../fixtures/own-number.ts";
import { openScreen, PHONE } from "../fixtures/screens.ts";
import { seedShop, seedStaff } from "../fixtures/shop.ts";
import { openWebServer } from "../fixtures/web-server.ts";

let browser: Browser;
let database: Database;
let own: WhatsAppWebConnection;
beforeAll(async () => {
  [browser, database] = await Promise.all([openBrowser(), freshDatabase("sqlite")]);
  own = ownNumberWithoutBrowser(database).connection;
});
afterAll(() => browser.close());

it("says on the owner's phone what went wrong and what to do, in the owner's language, never the log's words", async () => {
  await seedShop(database);
  const owner = await seedStaff(database, "owner", "owner");
  let state: ConnectionState = { type: "off", why: "notConnected" };
  const ownNumber: WhatsAppWebConnection = { ...own, state: () => state };
  const { url } = await openWebServer(database, { ownNumber, pages: true });
  const { page, faults } = await openScreen(browser, url, PHONE);
  const value = await openSession(database, owner, "test", Date.now());
  await page.context().addCookies([{ name: "kopdar_console", value, url }]);
  for (const code of [...Object.keys(ownNumberId.failures), "baru_42"]) {
    state = { type: "failed", code, reason: "net::ERR_ABORTED at https://web.whatsapp.com/" };
    await page.goto(`${url}/console/whatsapp`);
    const known = Object.entries(ownNumberId.failures).find(([name]) => name === code)?.[1];
    await page.getByText(known ?? "Ada masalah (kode baru_42)").waitFor();
    expect(await page.getByText("ERR_ABORTED").count()).toBe(0);
    if (code === "blocked" || code === "baru_42") await look(page, code);
  }
  expect(Object.keys(ownNumberEn.failures)).toEqual(Object.keys(ownNumberId.failures));
  expect(faults).toEqual([]);
});

/** Keeps a picture where somebody asks for it. */
async function look(page: Awaited<ReturnType<typeof openScreen>>["page"], name: string): Promise<void> {
  const folder = process.env.SCREENS;
  if (folder) await page.screenshot({ path: `${folder}/own-number-failed-${name}.png`, fullPage: true });
}
