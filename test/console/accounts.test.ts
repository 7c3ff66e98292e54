import { expect, it } from "vitest";
import type { SessionView } from "../../src/console/account-store.ts";
import type { AuditPage } from "../../src/console/audit-store.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { PASSWORD, seedConversation, seedOrder, seedStaff } from "../fixtures/shop.ts";
import { bodyOf, HttpBrowser, openWebServer } from "../fixtures/web-server.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  let people = 0;
  /** A seller of their own for each promise: passwords and sessions change */
  const newSeller = async () => {
    people += 1;
    const username = `seller${people}`;
    return { username, id: await seedStaff(shop.database, username, "seller") };
  };
  const fresh = (url = shop.server.url) => new HttpBrowser(url);
  const sessionsOf = async (browser: HttpBrowser, path = "/sessions") =>
    (await browser.read<{ sessions: SessionView[] }>(`/console/api${path}`)).sessions;
  const isIn = async (browser: HttpBrowser) => (await browser.get("/console/api/me")).status === 200;
  const signsIn = async (username: string, password: string) =>
    (await fresh().post("/console/api/sign-in", { username, password })).status;

  it("somebody sees where they are signed in and signs one browser out, never another's", async () => {
    const { username } = await newSeller();
    const [here, there, other] = [fresh(), fresh(), await shop.signedIn("bayu")];
    await here.enter(shop.database, username);
    await there.enter(shop.database, username);
    const seen = await sessionsOf(here);
    expect(seen.map(({ isThis }) => isThis).toSorted()).toEqual([false, true]);
    expect(JSON.stringify(seen)).not.toContain([...here.cookies.values()][0]);
    const end = (browser: HttpBrowser, id = "") => browser.post(`/console/api/sessions/${id}/end`);
    const far = seen.find(({ isThis }) => !isThis)?.id;
    expect((await end(other, far)).status).toBe(404);
    expect((await end(here, "0".repeat(16))).status).toBe(404);
    expect((await end(here, "%")).status).toBe(400);
    expect((await end(here, far)).status).toBe(204);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  });

  it("when a browser was last used is known to some minutes, without a write at every request", async () => {
    const { username } = await newSeller();
    let now = Date.now();
    const later = await openWebServer(shop.database, { clock: () => now });
    const browser = fresh(later.url);
    await browser.signIn(username);
    const began = now;
    now += 4 * MINUTE;
    expect((await sessionsOf(browser))[0]?.lastSeenAt).toBe(began);
    now += 4 * MINUTE;
    await browser.get("/console/api/me");
    expect((await sessionsOf(browser))[0]?.lastSeenAt).toBe(now);
  });

  it("a password is changed by whoever knows the old one, and every other browser is signed out", async () => {
    const { username } = await newSeller();
    const [here, there] = [fresh(), fresh()];
    await here.enter(shop.database, username);
    await there.enter(shop.database, username);
    const change = (old: string, password: string) => here.post("/console/api/password", { old, password });
    expect((await change("bukan ini sandinya", "nasi uduk malam 9")).status).toBe(403);
    expect((await change(PASSWORD, "pendek")).status).toBe(400);
    expect((await change(PASSWORD, "nasi uduk malam 9")).status).toBe(204);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await signsIn(username, PASSWORD)).toBe(401);
    expect(await signsIn(username, "nasi uduk malam 9")).toBe(204);
  });

  it("guessing the old password in a session left open is stopped", async () => {
    const { username } = await newSeller();
    const browser = fresh();
    await browser.enter(shop.database, username);
    const statuses = [];
    for (let count = 0; count < 11; count++) {
      const guess = { old: `tebakan ${count}`, password: "nasi uduk malam 9" };
      statuses.push((await browser.post("/console/api/password", guess)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(403), 429]);
  });

  it("an owner sees where a seller is signed in, and ends it", async () => {
    const { username, id } = await newSeller();
    const owner = await shop.signedIn("owner");
    const [one, two, three] = [fresh(), fresh(), fresh()];
    for (const browser of [one, two, three]) await browser.enter(shop.database, username);
    const seen = await sessionsOf(owner, `/team/${id}/sessions`);
    expect(seen).toHaveLength(3);
    expect((await owner.post(`/console/api/team/${id}/sessions/end`, { session: seen[0]?.id })).status).toBe(204);
    expect((await Promise.all([one, two, three].map(isIn))).filter(Boolean)).toHaveLength(2);
    expect((await owner.post(`/console/api/team/${id}/sessions/end`)).status).toBe(204);
    expect((await Promise.all([one, two, three].map(isIn))).filter(Boolean)).toHaveLength(0);
    expect((await owner.post("/console/api/team/nobody/sessions/end")).status).toBe(404);
    expect(await isIn(owner)).toBe(true);
  });

  it("a seller who forgot the password sets a new one by a link that works once, for a day", async () => {
    const { username, id } = await newSeller();
    let now = Date.now();
    const door = await openWebServer(shop.database, { clock: () => now });
    const owner = fresh(door.url);
    await owner.enter(shop.database, "owner");
    const signedIn = fresh(door.url);
    await signedIn.enter(shop.database, username);
    const link = async () => {
      const made = await owner.post(`/console/api/team/${id}/password-link`);
      return new URL((await bodyOf<{ url: string }>(made)).url).hash.slice(1);
    };
    const stranger = fresh(door.url);
    const use = async (key: string, password = "bubur ayam pagi 3") =>
      (await stranger.post("/console/api/password-link/use", { key, password })).status;
    const [old, key] = [await link(), await link()];
    expect(await use(old)).toBe(410);
    expect(await use("A".repeat(22))).toBe(410);
    expect(await use(key, "pendek")).toBe(400);
    expect(await bodyOf(await stranger.post("/console/api/password-link", { key }))).toEqual({ username });
    expect(await use(key)).toBe(204);
    expect(await use(key, "bubur ayam sore 4")).toBe(410);
    expect(await isIn(signedIn)).toBe(false);
    expect([await signsIn(username, PASSWORD), await signsIn(username, "bubur ayam pagi 3")]).toEqual([401, 204]);
    const forgotten = await link();
    await signedIn.enter(shop.database, username);
    const change = { old: "bubur ayam pagi 3", password: "bubur ayam malam 5" };
    expect((await signedIn.post("/console/api/password", change)).status).toBe(204);
    expect(await use(forgotten)).toBe(410);
    const late = await link();
    now += DAY + MINUTE;
    expect(await use(late)).toBe(410);
    const shut = await link();
    await owner.post(`/console/api/team/${id}/active`, { active: false });
    expect(await use(shut)).toBe(410);
    expect((await owner.post(`/console/api/team/${id}/password-link`)).status).toBe(404);
  });

  it("the owner reads who did what, of one person or of one kind, page by page", async () => {
    const owner = await shop.signedIn("owner");
    const seller = await shop.signedIn("seller");
    const read = (query = "") => owner.read<AuditPage>(`/console/api/audit${query}`);
    const conversation = await seedConversation(shop.database, crypto.randomUUID(), "Kartika");
    const order = await seedOrder(shop.database, conversation, "8001");
    await seller.post(`/console/api/conversations/${conversation}/take-over`);
    await seller.post(`/console/api/conversations/${conversation}/hand-back`);
    await seller.post(`/console/api/orders/${order}/step`, { version: 1, status: "accepted" });
    const all = await read();
    const kartika = { type: "conversation", id: conversation, label: "Kartika" };
    expect(all.entries.find(({ what }) => what === "tookOver")).toMatchObject({ who: "Kak seller", about: kartika });
    expect(all.entries.map(({ at }) => at)).toEqual(all.entries.map(({ at }) => at).toSorted((a, b) => b - a));
    expect(all.entries.find(({ what }) => what === "order:accepted")).toMatchObject({
      who: "Kak seller",
      about: { type: "order", id: order, label: "8001" },
    });
    const { id: who } = await shop.database.prisma.staff.findUniqueOrThrow({ where: { username: "seller" } });
    expect((await read(`?who=${who}`)).entries.every((entry) => entry.who === "Kak seller")).toBe(true);
    expect((await read("?what=tookOver")).entries.map(({ what }) => what)).toEqual(["tookOver"]);
    expect((await read("?what=nothing")).entries).toEqual([]);
    expect((await read("?what=order:accepted")).entries).toMatchObject([{ about: { label: "8001" } }]);
    const rows = Array.from({ length: 120 }, (_, at) => ({
      id: `many-${at}`,
      at,
      who,
      what: "many",
      subject: "x",
      data: "{}",
    }));
    await shop.database.prisma.audit.createMany({ data: rows });
    const seen: string[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const page: AuditPage = await read(`?what=many${after === "" ? "" : `&after=${after}`}`);
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next;
    }
    expect(seen).toEqual(rows.map(({ id }) => id).toReversed());
  });
});
