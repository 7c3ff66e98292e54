import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { ShopOnWhatsAppWeb, type ShopOptions } from "./shop-on-whatsapp-web.ts";

const SARI = "6281234567001@c.us";
let shop: ShopOnWhatsAppWeb | undefined;
afterEach(() => shop?.close());

const options = (more: Partial<ShopOptions> = {}): ShopOptions => ({
  year: "after September 2026",
  intake: new RecordingIntake(),
  ...more,
});

it("starts no browser until the owner connects, and none again after the owner has disconnected", async () => {
  shop = await ShopOnWhatsAppWeb.open(options());
  expect(shop.channel.connection.state()).toEqual({ type: "off", why: "notConnected" });
  expect(shop.channel.processes().child).toBeUndefined();
  shop.channel.connection.connect();
  expect(await shop.becomes("scan")).toMatchObject({ qr: expect.stringContaining("REF-1,") });
  shop.world.scans();
  expect(await shop.becomes("live")).toEqual({ type: "live", phone: "+6281200000001", name: "Warung Uji" });
  expect(shop.channel.accountName).toBe("+6281200000001");
  await shop.channel.connection.disconnect();
  expect(shop.channel.connection.state()).toEqual({ type: "off", why: "disconnected" });
  expect(existsSync(join(shop.folder, "whatsapp-web", "profile"))).toBe(false);
  await shop.relisten();
  expect(shop.channel.connection.state().type).toBe("off");
});

it("is linked again by itself after a restart, and scanned again after the phone has ended the link", async () => {
  shop = await ShopOnWhatsAppWeb.live(options());
  await shop.restart();
  shop.world.losesConnection();
  await shop.becomes("phoneOffline");
  expect(shop.channel.health().state).toBe("retrying");
  shop.world.getsConnection();
  await shop.becomes("live");
  shop.world.unlinks();
  await shop.becomes("scanAgain");
  expect(shop.channel.health()).toMatchObject({ state: "failed" });
  shop.channel.connection.connect();
  await shop.becomes("scan");
  shop.world.scans();
  await shop.becomes("live");
});

it("gives a code to type into the phone instead of a scan", async () => {
  shop = await ShopOnWhatsAppWeb.open(options());
  shop.channel.connection.connect();
  await shop.becomes("scan");
  expect(await shop.channel.connection.requestCode("+62 812-0000-0001")).toBe("ABCD1234");
  expect(await shop.becomes("code")).toEqual({ type: "code", pairingCode: "ABCD1234" });
  expect(shop.world.acts).toContainEqual({ type: "pairing", phone: "6281200000001" });
});

it("gives a code that is asked for while the shop is just starting", async () => {
  shop = await ShopOnWhatsAppWeb.open(options());
  expect(shop.channel.connection.state().type).toBe("off");
  expect(await shop.channel.connection.requestCode("0812-0000-0001")).toBe("ABCD1234");
});

it("gives up a QR that nobody scans, and its browser", async () => {
  shop = await ShopOnWhatsAppWeb.open(options({ waits: { scan: 500 } }));
  shop.channel.connection.connect();
  await shop.becomes("scan");
  expect(await shop.becomes("off")).toEqual({ type: "off", why: "notScanned" });
  expect(shop.channel.processes().child).toBeUndefined();
});

it("says in one line what to install where no browser is, and the rest goes on", async () => {
  shop = await ShopOnWhatsAppWeb.open(options({ executablePath: "/nowhere/chromium" }));
  shop.channel.connection.connect();
  expect(await shop.becomes("noBrowser")).toEqual({
    type: "noBrowser",
    install: "CHROMIUM_PATH names no program: /nowhere/chromium",
  });
  expect(shop.channel.health().state).toBe("failed");
});

it("says that WhatsApp Web has changed where its page lacks what sending needs", async () => {
  shop = await ShopOnWhatsAppWeb.open(options({ year: "of another year" }));
  shop.channel.connection.connect();
  await shop.becomes("scan");
  shop.world.scans();
  expect(await shop.becomes("failed")).toEqual({
    type: "failed",
    code: "pageChanged",
    reason: expect.stringContaining("WAWebSendMsgChatAction"),
  });
});

it("answers nobody for what was written before the number was linked", async () => {
  const intake = new RecordingIntake();
  shop = await ShopOnWhatsAppWeb.open(options({ intake }));
  shop.world.arrives(SARI, { body: "pesan lama", t: Math.floor(Date.now() / 1000) - 3 * 86_400 });
  shop.channel.connection.connect();
  await shop.becomes("scan");
  shop.world.scans();
  await shop.becomes("live");
  shop.world.arrives(SARI, { body: "pesan baru" });
  expect(await intake.received(SARI)).toMatchObject([{ text: "pesan baru" }]);
});
