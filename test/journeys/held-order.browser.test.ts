import { expect, it } from "vitest";
import { ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const at = shopOnPhone("held-order");

it("a seller takes a chat over, changes the basket and the price, hands back, and the bot asks for a yes of just that", async () => {
  const chat = await askedForBrownies();
  await takesOver();
  await chat.write("brownies kukusnya jadi 3 ya kak");
  await at.phone.getByRole("log").getByText("brownies kukusnya jadi 3 ya kak").waitFor();
  await at.phone.getByRole("button", { name: "Pilihan lain" }).click();
  await at.phone.getByRole("link", { name: "Isi pesanan", exact: true }).click();
  const proposal = at.phone.getByRole("region", { name: /Dari yang ditulis pelanggan/ });
  await proposal.waitFor();
  await at.look("proposal");
  await proposal.getByRole("button", { name: "Pakai" }).click();
  const basket = at.phone.getByRole("list", { name: "Keranjang" });
  await basket.getByText(/^3 /).waitFor();
  await basket.getByRole("button", { name: /^Harga khusus/ }).click();
  await basket.getByLabel(/^Harga .* per/).fill("50.000");
  await basket.getByRole("button", { name: "Pakai" }).click();
  await basket.getByText(/harga khusus, biasanya/).waitFor();
  await at.look("price");
  await at.fits();
  await at.phone.getByRole("button", { name: "Simpan, lalu bot minta ya" }).click();
  await chat.sees(/= Rp150\.000 \(harga khusus\)/);
  await chat.tap("Ya, pesan");
  await chat.sees(/Pesanan #?\d+/i);
  expect(at.faults).toEqual([]);
});

it("a seller places the order with the customer's words of the yes, and the bot leaves it at that", async () => {
  const chat = await askedForBrownies();
  await takesOver();
  await chat.write("iya kak jadi, makasih");
  await at.phone.getByRole("log").getByText("iya kak jadi, makasih").waitFor();
  await at.phone.getByRole("button", { name: "Pilihan lain" }).click();
  await at.phone.getByRole("link", { name: "Isi pesanan", exact: true }).click();
  const yes = at.phone.getByRole("form", { name: "Pelanggan sudah bilang ya?" });
  await yes.getByRole("button", { name: /iya kak jadi/ }).click();
  await at.look("place");
  await at.fits();
  await yes.getByRole("button", { name: "Buat pesanan" }).click();
  await at.phone.getByText(/Pesanan sudah dibuat/).waitFor();
  await at.look("placed");
  await chat.sees(/Pesanan #?\d+/i);
  await at.phone.getByRole("link", { name: "Kembali ke percakapan" }).click();
  await at.phone.getByRole("button", { name: "Kembalikan ke bot" }).click();
  await chat.sees(/lanjut bantu/);
  expect(at.faults).toEqual([]);
});

async function askedForBrownies(): Promise<ChatScreen> {
  const { page } = await openScreen(at.browser, at.shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.askForBrownies();
  return chat;
}

/** The owner opens the latest conversation and takes it. */
async function takesOver(): Promise<void> {
  await at.phone.goto(`${at.shop.url}/console/percakapan`);
  await at.phone.getByRole("region", { name: "Dilayani bot" }).getByRole("link").first().click();
  await at.phone.getByRole("button", { name: "Ambil alih" }).click();
  await at.phone.getByRole("button", { name: "Kembalikan ke bot" }).waitFor();
}
