import { expect, it } from "vitest";
import type { PushView } from "../../src/console/push-view.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { PushedBrowser } from "../fixtures/push-service.ts";

const PATH = "/console/api/push";

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  const browser = () => {
    const { endpoint, keys } = new PushedBrowser(`https://fcm.googleapis.com/fcm/send/${Math.random()}`);
    return { endpoint, keys };
  };

  it("a seller turns notifications on for a browser, and off; who signs in there next takes it over", async () => {
    const [seller, owner] = [await shop.signedIn("seller"), await shop.signedIn("owner")];
    const own = browser();
    expect((await seller.post(PATH, own)).status).toBe(204);
    expect((await seller.post(PATH, own)).status).toBe(204);
    const { key, devices } = await seller.read<PushView>(PATH);
    expect([Buffer.from(key, "base64url").length, devices]).toEqual([65, 1]);
    expect((await owner.post(PATH, own)).status).toBe(204);
    expect((await seller.read<PushView>(PATH)).devices).toBe(0);
    await seller.post(`${PATH}/remove`, { endpoint: own.endpoint });
    expect((await owner.read<PushView>(PATH)).devices).toBe(1);
    await owner.post(`${PATH}/remove`, { endpoint: own.endpoint });
    expect((await owner.read<PushView>(PATH)).devices).toBe(0);
  });

  it("what is no browser of a push service is refused: addresses within the shop's own network, and keys that are none", async () => {
    const seller = await shop.signedIn("seller");
    const { endpoint, keys } = browser();
    for (const wrong of ["https://127.0.0.1/x", "http://fcm.googleapis.com/x", "https://intranet/", "javascript:1", ""])
      expect((await seller.post(PATH, { endpoint: wrong, keys })).status, wrong).toBe(400);
    for (const p256dh of ["", "A".repeat(87), keys.p256dh.slice(1), `${keys.p256dh}A`])
      expect((await seller.post(PATH, { endpoint, keys: { ...keys, p256dh } })).status, p256dh).toBe(400);
    expect((await seller.post(PATH, { endpoint, keys: { ...keys, auth: "kurang" } })).status).toBe(400);
    expect(await shop.database.prisma.pushSubscription.count()).toBe(0);
  });

  it("is not for couriers, nor without the session's own token", async () => {
    const courier = await shop.signedIn("courier");
    expect((await courier.get(PATH)).status).toBe(403);
    expect((await courier.post(PATH, browser())).status).toBe(403);
    const seller = await shop.signedIn("seller");
    expect((await seller.post(PATH, browser(), { "x-csrf-token": "x" })).status).toBe(403);
  });

  it("a seller's eleventh browser takes the place of the oldest", async () => {
    const seller = await shop.signedIn("bayu");
    for (let count = 0; count < 12; count++) await seller.post(PATH, browser());
    expect((await seller.read<PushView>(PATH)).devices).toBe(10);
  });
});
