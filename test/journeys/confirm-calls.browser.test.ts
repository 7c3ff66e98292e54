import { expect, it } from "vitest";
import { ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const at = shopOnPhone("confirm");

const tap = (name: string | RegExp) => at.phone.getByRole("button", { name }).first().click();
const open = (name: string | RegExp) => at.phone.getByRole("link", { name }).first().click();

/** A customer orders for delivery, paid at the door. */
async function ordersByChat(): Promise<ChatScreen> {
  const chat = new ChatScreen((await openScreen(at.browser, at.shop.url, PHONE)).page);
  await chat.askForBrownies();
  await chat.tap("Ya, pesan");
  await chat.sees(/Sebelum disiapkan, kami telepon/);
  return chat;
}

it("the owner says which orders are called first, and is told what is wrong with a rule", async () => {
  await at.phone.goto(`${at.shop.url}/console/aturan`);
  await at.look("rules-off");
  await at.phone.getByLabel("Pesanan pertama yang besar").check();
  await at.phone.getByLabel("Di atas (rupiah)").fill("-5");
  await tap("Simpan");
  expect(await at.phone.getByText("Tersimpan.").count()).toBe(0);
  await at.phone.getByLabel("Di atas (rupiah)").fill("50000");
  await tap("Simpan");
  await at.phone.getByText("Tersimpan.").waitFor();
  await at.look("rules");
  await at.fits();
  await at.phone.reload();
  expect(await at.phone.getByLabel("Di atas (rupiah)").inputValue()).toBe("50000");
});

it("nobody answers; the customer says yes in the chat by a tap, and the shop may begin", async () => {
  const chat = await ordersByChat();
  await open(/^Pesanan/);
  await at.phone.getByRole("link", { name: /Menunggu konfirmasi telepon/ }).waitFor();
  await at.look("board");
  await open(/Menunggu konfirmasi telepon/);
  await at.phone.getByText("Telepon dulu sebelum diproses").waitFor();
  await at.look("order");
  await at.fits();
  await at.phone.goto(`${at.shop.url}/console/telepon`);
  const card = at.phone.getByRole("article");
  await card.getByText(/Konfirmasi pesanan/).waitFor();
  await at.look("card");
  for (let tries = 1; tries <= 4; tries++) {
    await card.getByRole("button", { name: "Tidak diangkat" }).click();
    await card.getByRole("button", { name: "Ya, coba lagi nanti" }).click();
    await expect.poll(() => card.getByText(/: Tidak diangkat/).count()).toBe(tries);
  }
  await card.getByText("Sudah ditanya lewat chat, menunggu jawabannya").waitFor();
  await card.getByRole("button", { name: "Urungkan" }).waitFor();
  await at.look("asked-in-chat");
  await at.fits();
  await chat.sees(/Jadi dipesan\?/);
  if (process.env.SCREENS) await chat.page.screenshot({ path: `${process.env.SCREENS}/confirm-chat.png` });
  await chat.tap("Ya, jadi");
  await chat.sees(/jadi ya\. Segera kami siapkan/);
  await at.phone.getByText(/Tidak ada yang perlu ditelepon/).waitFor();
  await open(/^Pesanan/);
  await open(/Menunggu disiapkan|Baru|#/);
  await at.phone.getByText("“Ya, jadi”").first().waitFor();
  await at.look("confirmed");
  await at.fits();
});

it("a slip is undone, the customer's words are kept, and the owner may go on without a call by a second tap", async () => {
  await ordersByChat();
  await at.phone.goto(`${at.shop.url}/console/telepon`);
  const card = at.phone.getByRole("article");
  await card.getByRole("button", { name: "Jadi pesan" }).click();
  await card.getByLabel(/Kata pelanggan/).fill("iya betul, ditunggu ya");
  await at.look("their-words");
  await at.fits();
  await card.getByRole("button", { name: "Ya, jadi pesan" }).click();
  await at.phone.getByRole("region", { name: "Baru saja dicatat" }).waitFor();
  await at.look("just-noted");
  await at.fits();
  await tap("Urungkan");
  await at.phone.getByText("Diurungkan.").waitFor();
  await card.getByRole("button", { name: "Tidak jadi" }).click();
  await at.look("cancel");
  await at.fits();
  await at.phone.goto(`${at.shop.url}/console/pesanan`);
  await open(/Menunggu konfirmasi telepon/);
  await tap(/^Terima/);
  await at.phone.getByRole("button", { name: /^Tanpa telepon:/ }).waitFor();
  await at.look("uncalled");
  await at.fits();
  await tap(/^Tanpa telepon:/);
  await at.phone.getByText("Telepon dulu sebelum diproses").waitFor({ state: "detached" });
  expect(at.faults).toEqual([]);
});

it("on a wide screen many calls stand side by side, and what they bring below", async () => {
  for (let customers = 0; customers < 4; customers++) await ordersByChat();
  const context = await at.phone.context().storageState();
  const { page } = await openScreen(at.browser, `${at.shop.url}/console/telepon`, { ...DESK, storageState: context });
  await expect.poll(() => page.getByRole("article").count()).toBe(4);
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/confirm-wide.png` });
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  await at.phone.goto(`${at.shop.url}/console/telepon`);
  await expect.poll(() => at.phone.getByRole("article").count()).toBe(4);
  await at.look("many");
});
