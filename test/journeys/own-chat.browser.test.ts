import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { becomeOwner, DESK, openScreen, PHONE } from "../fixtures/screens.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../fixtures/telegram/stand-in.ts";

let bot: TelegramStandIn;
let browser: Browser;
let withBot: RunningShop;
let without: RunningShop;
beforeAll(async () => {
  [bot, browser] = await Promise.all([startTelegramStandIn(), openBrowser()]);
  withBot = await openShop({ TELEGRAM_BOT_TOKEN: bot.token, TELEGRAM_API_ROOT: bot.apiRoot });
  without = await openShop();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([withBot.remove(), without.remove()]);
  await bot.stop();
});

async function ownersConsole(shop: RunningShop): Promise<Page> {
  const { page } = await openScreen(browser, shop.ownerLink, PHONE);
  await becomeOwner(page);
  await page.goto(`${shop.url}/console/lainnya`);
  await page.getByRole("link", { name: "Telegram saya" }).click();
  await page.getByRole("heading", { name: "Telegram saya" }).waitFor();
  return page;
}

/** Looks at the page as it stands, on a phone and on a desk: nobody is kept out, and nothing sticks out. */
async function expectFits(page: Page, name: string): Promise<void> {
  for (const { viewport } of [DESK, PHONE]) {
    if (!viewport) throw new Error("A screen has a size.");
    await page.setViewportSize(viewport);
    const folder = process.env.SCREENS;
    if (folder) await page.screenshot({ path: `${folder}/own-chat-${name}-${viewport.width}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const sticksOut = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    expect(sticksOut).toBe(false);
  }
}

describe("a colleague's own Telegram in the console", () => {
  it("is linked by a code or a link, shows whose it is at once, and is let go after a second thought", async () => {
    const page = await ownersConsole(withBot);
    await expectFits(page, "before");
    await page.getByRole("button", { name: "Hubungkan Telegram" }).click();
    await page.getByRole("img", { name: "Kode tautan Telegram" }).waitFor();
    await expectFits(page, "link");
    const link = await page.getByRole("link", { name: "Buka di Telegram" }).getAttribute("href");
    bot.customer(801, { firstName: "Ratih", username: "ratih_kue" }).starts(/start=(\S+)/.exec(link ?? "")?.[1]);
    await page.getByText("Tersambung: Ratih @ratih_kue").waitFor();
    expect(await page.getByRole("img", { name: "Kode tautan Telegram" }).count()).toBe(0);
    await expectFits(page, "linked");
    bot.business(801, { firstName: "Ratih" }).connects({ can_read_messages: true });
    await bot.until(() => bot.unconfirmed() === 0, "the connection to be heard of");
    await page.reload();
    await page.getByText("belum boleh membalas").waitFor();
    await expectFits(page, "may-not-reply");
    await page.getByRole("button", { name: "Lepas Telegram" }).click();
    await page.getByRole("button", { name: "Ya, lepas" }).click();
    await page.getByRole("button", { name: "Hubungkan Telegram" }).waitFor();
  });

  it("says what to do first where the shop has no bot", async () => {
    const page = await ownersConsole(without);
    await page.getByText(/belum punya bot Telegram/).waitFor();
    await page.getByText(/@BotFather/).waitFor();
    expect(await page.getByRole("button", { name: "Hubungkan Telegram" }).count()).toBe(0);
    await expectFits(page, "no-bot");
  });
});
