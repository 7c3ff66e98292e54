import { AxeBuilder } from "@axe-core/playwright";
import { expect, it } from "vitest";
import { ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const at = shopOnPhone("misread");

const tap = (name: string | RegExp) => at.phone.getByRole("button", { name }).first().click();

it("a seller asks on the phone why a message was read so, marks it with one tap, corrects it and takes it along", async () => {
  const chat = new ChatScreen((await openScreen(at.browser, at.shop.url, PHONE)).page);
  await chat.sees(/pesan apa/i);
  await chat.write("kak mau brownies kukus coklat sedang 2, hub 0813-9876-5432");
  await chat.sees(/diantar/i);
  await at.phone.getByRole("region", { name: "Dilayani bot" }).getByRole("link").first().click();
  await tap("Kenapa dibaca begini?");

  const sheet = at.phone.getByRole("dialog", { name: "Cara bot membaca pesan ini" });
  await sheet.getByRole("listitem").getByText("Memesan", { exact: true }).first().waitFor();
  await sheet.getByText("Brownies Kukus (coklat, sedang)").waitFor();
  await sheet.getByText("Langkah demi langkah").click();
  await sheet.getByText("Maksud yang ditimbang").waitFor();
  const width = await at.phone.evaluate<number>("document.documentElement.scrollWidth");
  expect(width).toBeLessThanOrEqual(390);

  await sheet.getByRole("button", { name: "Salah dibaca" }).click();
  await sheet.getByText(/Ditandai salah dibaca oleh Ratih/).waitFor();
  await sheet.getByRole("button", { name: "Ambil sendiri" }).click();
  await sheet.getByLabel("Barang yang dipesan").fill("3 brownies kukus keju besar");
  await sheet.getByRole("button", { name: "Simpan pembetulan" }).click();
  await sheet.getByText("Brownies Kukus (keju, besar)").waitFor();
  const { violations } = await new AxeBuilder({ page: at.phone }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await sheet.getByRole("button", { name: "Tutup" }).click();
  await at.phone.getByRole("log").getByText("Salah dibaca").waitFor();

  await at.phone.getByRole("link", { name: "Kembali" }).click();
  await at.phone.getByRole("link", { name: "Salah dibaca" }).click();
  await at.phone.getByText("Brownies Kukus (keju, besar)").waitFor();
  const [download] = await Promise.all([
    at.phone.waitForEvent("download"),
    at.phone.getByRole("link", { name: "Unduh semua (1)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("salah-dibaca.jsonl");
  expect(at.faults).toEqual([]);
});

it("a second tap takes the mark back", async () => {
  await at.phone.getByRole("link", { name: "Buka percakapan" }).click();
  await tap("Kenapa dibaca begini?");
  await tap("Batalkan tanda");
  await at.phone.getByRole("dialog").getByRole("button", { name: "Salah dibaca" }).waitFor();
  await at.phone.keyboard.press("Escape");
  await at.phone.getByRole("log").getByText("Salah dibaca").waitFor({ state: "detached" });
});
