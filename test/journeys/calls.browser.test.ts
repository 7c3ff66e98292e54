import { expect, it } from "vitest";
import { ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const at = shopOnPhone("calls");

it("a customer asks to be called; the seller sees it live on the phone, calls, and notes in two taps how it went", async () => {
  const { page } = await openScreen(at.browser, at.shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write("boleh telpon dulu kak?");
  await chat.sees(/Boleh/);
  await chat.page
    .getByRole("button", { name: /\d\d\.\d\d$/ })
    .last()
    .click();
  await chat.sees(/Nomor HP/);
  await chat.write("081298765432");
  await chat.sees(/kami telepon/);

  await at.phone.getByRole("link", { name: /^Telepon \(1 perlu ditelepon\)$/ }).click();
  const card = at.phone.getByRole("article");
  await card.getByText("“boleh telpon dulu kak?”").waitFor();
  expect(await card.getByRole("link", { name: /Telepon 0812-9876-5432/ }).getAttribute("href")).toBe(
    "tel:+6281298765432",
  );
  expect(await card.getByRole("link", { name: "WhatsApp" }).getAttribute("href")).toBe("https://wa.me/6281298765432");
  // The next day's first offer, as the customer read it.
  await card.getByText(/^Dijanjikan .*\d\d\.\d\d$/).waitFor();
  await card.getByRole("button", { name: "Saya yang telepon" }).click();
  await card.getByText("Ditangani Saya").waitFor();
  await at.look("list");

  await card.getByRole("button", { name: "Tidak diangkat" }).click();
  await at.look("second-tap");
  await card.getByRole("button", { name: "Ya, coba lagi nanti" }).click();
  await card.getByText(/^Coba lagi /).waitFor();
  await chat.sees(/belum terangkat/);

  await at.shop.stop();
  await at.shop.start();
  await at.phone.reload();
  await card.getByText(/^Coba lagi /).waitFor();
  await card.getByRole("button", { name: "Pikir-pikir" }).click();
  await card.getByRole("button", { name: "Sampai besok" }).click();
  // Who thinks it over is called again on that day; with no day said, the call is done.
  await card.getByText(/Pikir-pikir sampai /).waitFor();
  await card.getByRole("button", { name: "Pikir-pikir" }).click();
  await card.getByRole("button", { name: "Belum tahu" }).click();
  await at.phone.getByText(/Tidak ada yang perlu ditelepon/).waitFor();
  await at.phone.getByRole("region", { name: "Hasil telepon" }).getByText("Tersambung").waitFor();
  await at.phone.getByRole("link", { name: "Telepon", exact: true }).waitFor();
  await at.look("done");
  expect(at.faults).toEqual([]);
});

it("the calls page can be used by everybody, and fits a phone", () => at.fits());
