import { v7 } from "uuid";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { encryptPush } from "../../src/staff/push/encrypt-push.ts";
import { isPushEndpoint } from "../../src/staff/push/push-endpoint.ts";
import { PushSender } from "../../src/staff/push/push-sender.ts";
import { keepSubscription, subscriptionsOf, vapidKeys } from "../../src/staff/push/push-store.ts";
import { WatchNews } from "../../src/staff/push/watch-news.ts";
import { tendWaiting } from "../../src/staff/tend-waiting.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { linkDesk, toldTo } from "../fixtures/desks.ts";
import { openPushService, type PushedBrowser } from "../fixtures/push-service.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";
import { seedConversation, seedOrder, seedShop, seedStaff } from "../fixtures/shop.ts";

const MINUTE = 60_000;
const bytes = (text: string) => Buffer.from(text, "base64url");

test("a message is sealed byte for byte as the example of RFC 8291 has it", () => {
  const sealed = encryptPush(
    Buffer.from("When I grow up, I want to be a watermelon"),
    {
      p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
      auth: "BTBZMqHH6r4Tts7J_aSIgg",
    },
    { salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"), privateKey: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw") },
  );
  expect(sealed.toString("base64url")).toBe(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

test("only the push services of browsers are ever called", () => {
  const services = [
    "https://fcm.googleapis.com/fcm/send/abc:def",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
    "https://web.push.apple.com/QGxy",
    "https://wns2-sg2p.notify.windows.com/w/?token=x",
  ];
  expect(services.filter((one) => !isPushEndpoint(one))).toEqual([]);
  const others = [
    "http://fcm.googleapis.com/fcm/send/a",
    "https://fcm.googleapis.com.evil.example/fcm/send/a",
    "https://fcm.googleapis.com:8443/fcm/send/a",
    "https://x@fcm.googleapis.com/fcm/send/a",
    "https://169.254.169.254/latest/meta-data",
    "https://localhost/",
    "https://evilpush.apple.com.example/",
    "file:///etc/passwd",
    "nonsense",
  ];
  expect(others.filter((one) => isPushEndpoint(one))).toEqual([]);
});

eachEngine((engine) => {
  const sender = async (database: Database, clock = Date.now) => {
    const service = await openPushService();
    const faults: unknown[] = [];
    const push = new PushSender({
      ...{ database, clock, subject: "https://toko.example", pausesMs: [1, 1, 1] },
      report: (error) => faults.push(error),
      services: [/^http:\/\/127\.0\.0\.1:/],
    });
    onTestFinished(() => push.stop());
    const open = async (staffId: string): Promise<PushedBrowser> => {
      const browser = service.browser();
      await keepSubscription(database, { id: v7(), endpoint: browser.endpoint, keys: browser.keys }, staffId, 1);
      return browser;
    };
    const shows = (browser: PushedBrowser, count: number) =>
      vi.waitFor(() => expect(browser.shown).toHaveLength(count), { timeout: 10_000 });
    return { service, push, open, shows, faults };
  };

  test("a customer who waits rings the phones of those on duty once a step, without a name or a word of theirs", async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openRoad(database);
    const staff = { passwordHash: "", createdAt: 0 };
    for (const id of ["rina", "budi"])
      await database.prisma.staff.create({ data: { ...staff, id, name: id, username: id, role: "seller" } });
    await linkDesk(database, "tono", "seller");
    const { open, push, shows, service } = await sender(database);
    const [rina, rinaTablet, budi, tono] = [
      await open("rina"),
      await open("rina"),
      await open("budi"),
      await open("tono"),
    ];
    await database.prisma.staff.update({ where: { id: "budi" }, data: { active: false } });
    await road.say("Wulan", "orang");
    await road.turns();
    const acts = { database, clock: road.now, newId: v7, push };
    while ((await tendWaiting(acts)).length > 0);
    await shows(rina, 1);
    await shows(rinaTablet, 1);
    expect(rina.shown[0]).toMatchObject({ body: "1 pelanggan menunggu", tag: "waiting", url: "/console/percakapan" });
    expect(JSON.stringify(rina.shown)).not.toContain("Wulan");
    road.pass(MINUTE);
    while ((await tendWaiting(acts)).length > 0);
    road.pass(30 * MINUTE);
    while ((await tendWaiting(acts)).length > 0);
    await shows(rina, 2);
    expect(rina.shown[1]?.body).toBe("1 pelanggan masih menunggu");
    // Who is told in Telegram is not told twice, and who left is told nothing.
    expect((await toldTo(database, "tono")).length).toBe(2);
    expect([tono.tries, budi.tries]).toEqual([0, 0]);
    const [request] = service.requests;
    expect(request?.headers).toMatchObject({ "content-encoding": "aes128gcm", topic: "waiting", urgency: "high" });
    expect(Number(request?.headers.ttl)).toBeGreaterThan(0);
  });

  test("a browser that takes no more pushes is forgotten; one that is away for a moment gets it once, a little later", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const rina = await seedStaff(database, "rina", "seller");
    const { open, push, shows, faults } = await sender(database);
    const [gone, moved, busy, refused] = [await open(rina), await open(rina), await open(rina), await open(rina)];
    gone.answers.push({ status: 410 });
    moved.answers.push({ status: 404 });
    busy.answers.push({ status: 503 }, { status: 429, headers: { "retry-after": "0" } });
    refused.answers.push({ status: 400 });
    push.tell([{ to: [rina], type: "orders", count: 2 }]);
    await shows(busy, 1);
    expect(busy.shown[0]).toMatchObject({ title: "Dapur Bu Ratna", body: "2 pesanan baru" });
    await vi.waitFor(async () => expect(await subscriptionsOf(database, [rina])).toHaveLength(2));
    const kept = await database.prisma.pushSubscription.findMany();
    expect(kept.map(({ endpoint, failures }) => [endpoint, failures]).sort()).toEqual(
      [
        [busy.endpoint, 0],
        [refused.endpoint, 1],
      ].sort(),
    );
    expect([busy.tries, refused.tries, gone.tries]).toEqual([3, 1, 1]);
    expect(faults).toEqual([]);
  });

  test("a service that stays away is not asked for ever, and a browser nobody reaches for long is forgotten", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const rina = await seedStaff(database, "rina", "seller");
    const { open, push } = await sender(database);
    const away = await open(rina);
    for (let count = 0; count < 50; count++) away.answers.push({ status: 500 });
    push.tell([{ to: [rina], type: "orders", count: 1 }]);
    const failures = async () => (await database.prisma.pushSubscription.findMany()).map((one) => one.failures);
    await vi.waitFor(async () => expect(await failures()).toEqual([4]));
    for (let round = 0; round < 4; round++) {
      push.tell([{ to: [rina], type: "orders", count: 1 }]);
      await vi.waitFor(async () => expect([[8], [12], [16], []][round]).toEqual(await failures()));
    }
  });

  test("new orders and calls that fall due ring once, and what was before is old news", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const rina = await seedStaff(database, "rina", "seller");
    const { open, push, shows } = await sender(database);
    const browser = await open(rina);
    const conversation = await seedConversation(database, "sari");
    await seedOrder(database, conversation, "1");
    let now = Date.now() + MINUTE;
    const watch = new WatchNews({ database, clock: () => now }, push);
    await watch.look();
    const { prisma } = database;
    const { contact } = await prisma.conversation.findFirstOrThrow({ include: { contact: true } });
    const call = { customerId: contact.customerId, conversationId: conversation, reason: "", createdAt: now };
    await prisma.callTask.create({ data: { id: "k1", ...call, dueAt: now + MINUTE } });
    await prisma.callTask.create({ data: { id: "k2", ...call, dueAt: now + MINUTE, takenBy: "budi" } });
    await prisma.callTask.create({ data: { id: "k3", ...call, dueAt: now + MINUTE, kind: "confirm" } });
    const order = await seedOrder(database, conversation, "2");
    await prisma.order.update({ where: { id: order }, data: { placedAt: now + 1 } });
    now += 2 * MINUTE;
    await watch.look();
    await shows(browser, 2);
    expect(browser.shown.map(({ body }) => body).sort()).toEqual(["1 pesanan baru", "1 telepon jatuh tempo"]);
    await watch.look();
    now += 20 * MINUTE;
    await watch.look();
    await shows(browser, 3);
    expect(browser.shown[2]).toMatchObject({ body: "1 telepon jatuh tempo", url: "/console/telepon" });
  });

  test("what comes while the program is off, or while another takes over, rings once, unless it is no news any more", async () => {
    const database = await freshDatabase(engine);
    await seedShop(database);
    const rina = await seedStaff(database, "rina", "seller");
    const { open, push, shows } = await sender(database);
    const browser = await open(rina);
    const conversation = await seedConversation(database, "sari");
    let now = Date.now();
    const started = () => new WatchNews({ database, clock: () => now }, push);
    const orderAt = async (number: string, at: number) => {
      const id = await seedOrder(database, conversation, number);
      await database.prisma.order.update({ where: { id }, data: { placedAt: at } });
    };
    const [one, other] = [started(), started()];
    await one.look();
    now += MINUTE;
    await orderAt("1", now);
    // It dies before it looks again; the other has waited for its turn all the while.
    other.skip();
    now += MINUTE;
    await other.look();
    await shows(browser, 1);
    now += MINUTE;
    await started().look();
    await orderAt("2", now);
    await orderAt("3", now);
    now += 5 * MINUTE;
    await started().look();
    await shows(browser, 2);
    expect(browser.shown.map(({ body }) => body)).toEqual(["1 pesanan baru", "2 pesanan baru"]);
    await orderAt("4", now);
    now += 60 * MINUTE;
    const late = started();
    await late.look();
    await orderAt("5", now);
    now += MINUTE;
    await late.look();
    await shows(browser, 3);
    expect(browser.shown[2]?.body).toBe("1 pesanan baru");
  });

  test("the installation makes its keys once, also when two ask at the same moment", async () => {
    const database = await freshDatabase(engine);
    const keys = await Promise.all([vapidKeys(database, 1), vapidKeys(database, 1), vapidKeys(database, 2)]);
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
  });
});
