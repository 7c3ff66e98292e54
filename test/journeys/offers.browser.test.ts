import { expect, it } from "vitest";
import { ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const at = shopOnPhone("offers");

it("a seller offers another kind from the phone; the customer sees old and new and agrees in the chat", async () => {
  const chat = await ordered(PHONE);
  await opensOrder();
  await at.phone.getByRole("button", { name: "Tawarkan ganti" }).click();
  const form = at.phone.getByRole("form", { name: "Tawarkan pengganti" });
  await form.getByRole("button", { name: /^Ganti Brownies/ }).click();
  await form.getByLabel(/^Kenapa/).fill("coklatnya habis");
  await at.look("form-phone");
  await at.fits();
  await form.getByRole("button", { name: "Kirim ke pembeli" }).click();
  await at.phone.getByText(/Menunggu jawaban pelanggan/).waitFor();
  await at.look("open-phone");
  await at.fits();

  await chat.sees(/coklatnya habis/);
  await look(chat, "chat-phone");
  await chat.tap("Oke, ganti");
  await chat.sees(/sudah kami ganti/);
  await look(chat, "chat-agreed-phone");
  await at.phone.getByText("Pelanggan setuju, isi pesanan sudah diganti.").waitFor();
  await at.phone.getByText("“Oke, ganti”").first().waitFor();
  await at.look("agreed-phone");
  await at.fits();
  expect(at.faults).toEqual([]);
});

it("on a wide screen an offer waits on the board, is replaced, refused in the customer's words, and noted from the phone", async () => {
  const chat = await ordered(DESK);
  await at.phone.setViewportSize({ width: 1366, height: 820 });
  await opensOrder();
  await at.phone.getByRole("button", { name: "Tawarkan ganti" }).click();
  const form = at.phone.getByRole("form", { name: "Tawarkan pengganti" });
  await form.getByRole("button", { name: /^Kurangi Brownies/ }).click();
  await at.look("form-desktop");
  await form.getByRole("button", { name: "Kirim ke pembeli" }).click();
  await chat.sees(/2 loyang → 1 loyang|2 pcs → 1 pcs|→ 1 /);
  await look(chat, "chat-desktop");
  await at.phone.getByRole("link", { name: "Pesanan", exact: true }).first().click();
  await at.phone
    .getByRole("region", { name: "Baru" })
    .getByText(/^Menunggu jawaban/)
    .waitFor();
  await at.look("board-open-desktop");
  await chat.write("jangan kak, tetap 2 ya");
  await at.phone.getByRole("region", { name: "Baru" }).getByText("Tidak mau diganti").waitFor();
  await at.look("board-refused-desktop");
  await opensOrder();
  await at.phone.getByText("“jangan kak, tetap 2 ya”").first().waitFor();
  await at.look("refused-desktop");
  await at.phone.getByRole("button", { name: "Tawarkan ganti" }).click();
  await form.getByRole("button", { name: /^Kurangi Brownies/ }).click();
  await form.getByRole("button", { name: "Kirim ke pembeli" }).click();
  await at.phone.getByText("Pelanggan sudah menjawab?").click();
  const note = at.phone.getByRole("form", { name: "Pelanggan sudah menjawab?" });
  await note.getByLabel("Kata-kata pelanggan").fill("ya sudah satu saja mbak");
  await at.look("note-desktop");
  await note.getByRole("button", { name: "Pelanggan setuju" }).click();
  await at.phone.getByText("Pelanggan setuju, isi pesanan sudah diganti.").waitFor();
  await chat.sees(/sudah kami ganti/);
  expect(at.faults).toEqual([]);
});

async function ordered(screen: typeof PHONE): Promise<ChatScreen> {
  const { page } = await openScreen(at.browser, at.shop.url, screen);
  const chat = new ChatScreen(page);
  await chat.askForBrownies();
  await chat.tap("Ya, pesan");
  await chat.page.getByRole("article", { name: /Pesanan #\d+/ }).waitFor();
  return chat;
}

/** The owner opens the latest order. */
async function opensOrder(): Promise<void> {
  await at.phone.goto(`${at.shop.url}/console/pesanan`);
  const orders = at.phone.getByRole("link", { name: /#\d+/ });
  await orders.filter({ visible: true }).last().click();
  await at.phone.getByRole("heading", { name: /^Pesanan #/ }).waitFor();
}

async function look(chat: ChatScreen, name: string): Promise<void> {
  const folder = process.env.SCREENS;
  if (folder) await chat.page.screenshot({ path: `${folder}/offers-${name}.png` });
}
