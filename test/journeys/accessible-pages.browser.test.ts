import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { becomeOwner, ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";

let shop: RunningShop;
let browser: Browser;
let state: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), openBrowser()]);
  const { page } = await openScreen(browser, shop.ownerLink, DESK);
  await becomeOwner(page);
  state = await page.context().storageState();
  const customer = new ChatScreen((await openScreen(browser, shop.url, PHONE)).page);
  await customer.askForBrownies();
  await customer.tap("Ya, pesan");
  await customer.page.getByRole("article").waitFor();
  await customer.page.getByRole("button", { name: "Hubungi orang" }).click();
  await customer.page.getByText(/Orang toko sudah dipanggil/).waitFor();
});
afterAll(async () => {
  await browser.close();
  await shop.remove();
});

/** Faults that keep somebody from using the page, with what they are about. */
async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  it("the customer's chat keeps nobody out, with an order and open choices on the screen", async () => {
    const { page } = await openScreen(browser, shop.url, { ...PHONE, colorScheme });
    const chat = new ChatScreen(page);
    await chat.askForBrownies();
    expect(await seriousFaults(page)).toEqual([]);
    await chat.tap("Ya, pesan");
    await page.getByRole("article").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it("signing in keeps nobody out", async () => {
    const { page } = await openScreen(browser, `${shop.url}/console`, { ...PHONE, colorScheme });
    await page.getByRole("heading", { name: "Masuk ke konsol" }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it.each([PHONE, DESK])("the console's pages keep nobody out at $viewport.width pixels", async (size) => {
    const { page } = await openScreen(browser, `${shop.url}/console`, { ...size, colorScheme, storageState: state });
    await page.getByRole("region", { name: "Yang menunggu" }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page
      .getByRole("link", { name: /Percakapan/ })
      .first()
      .click();
    await page.getByRole("region", { name: "Menunggu orang" }).getByRole("link").first().click();
    await page.getByRole("log").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`${shop.url}/console/pesanan`);
    await page
      .getByRole("link", { name: /Pesanan #\d+/ })
      .first()
      .click();
    await page.getByText("Riwayat").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    for (const [place, heading] of [
      ["percakapan", "Percakapan"],
      ["pesanan", "Pesanan"],
      ["katalog", "Katalog"],
      ["toko", "Dapur Ratih"],
      ["tim", "Tim"],
    ]) {
      await page.goto(`${shop.url}/console/${place}`);
      await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
      await page.getByText("Sebentar…").waitFor({ state: "detached" });
      expect(await seriousFaults(page), place).toEqual([]);
    }
  });
});
