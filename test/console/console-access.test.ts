import { describe, expect, it } from "vitest";
import type { Me } from "../../src/console/views.ts";
import { consoleUnderTest, EVERYONE, type Role } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { HttpBrowser, openWebServer } from "../fixtures/web-server.ts";

const TALKERS: readonly Role[] = ["owner", "seller"];
const CANNED = crypto.randomUUID();

/** Every guarded route, and who may use it. */
const ROUTES: readonly { method: "GET" | "POST" | "PUT"; path: string; body?: object; roles: readonly Role[] }[] = [
  { method: "GET", path: "/me", roles: EVERYONE },
  { method: "GET", path: "/stream", roles: EVERYONE },
  { method: "GET", path: "/orders", roles: EVERYONE },
  { method: "GET", path: "/orders/none", roles: EVERYONE },
  { method: "POST", path: "/orders/none/step", body: { version: 1, status: "accepted" }, roles: EVERYONE },
  { method: "POST", path: "/orders/none/undo", body: { version: 1 }, roles: EVERYONE },
  { method: "POST", path: "/orders/none/courier", body: { version: 1, courier: null }, roles: EVERYONE },
  {
    method: "POST",
    path: "/orders/none/offer",
    body: { id: CANNED, version: 1, lines: [{ was: 0, quantity: 1_000 }] },
    roles: TALKERS,
  },
  { method: "POST", path: "/orders/none/offer/withdraw", body: { version: 1 }, roles: TALKERS },
  {
    method: "POST",
    path: "/orders/none/offer/answer",
    body: { version: 1, answer: "yes", words: "boleh kak" },
    roles: TALKERS,
  },
  { method: "GET", path: "/today", roles: TALKERS },
  { method: "GET", path: "/write-first", roles: TALKERS },
  { method: "POST", path: "/write-first", body: {}, roles: TALKERS },
  { method: "GET", path: "/cash", roles: EVERYONE },
  { method: "POST", path: "/cash/hand-in", body: { courier: "none", amount: 1, seen: 1 }, roles: TALKERS },
  { method: "POST", path: "/orders/by-code", body: { code: "none" }, roles: TALKERS },
  { method: "GET", path: "/couriers", roles: TALKERS },
  { method: "GET", path: "/conversations", roles: TALKERS },
  { method: "GET", path: "/waiting", roles: TALKERS },
  { method: "GET", path: "/conversations/none", roles: TALKERS },
  { method: "POST", path: "/conversations/none/seen", roles: TALKERS },
  { method: "POST", path: "/conversations/none/take-over", roles: TALKERS },
  { method: "POST", path: "/conversations/none/reply", body: { id: crypto.randomUUID(), text: "ya" }, roles: TALKERS },
  { method: "POST", path: "/conversations/none/hand-back", roles: TALKERS },
  { method: "GET", path: "/messages/none/reading", roles: TALKERS },
  { method: "POST", path: "/messages/none/misread", body: { misread: true }, roles: TALKERS },
  { method: "GET", path: "/misreads", roles: TALKERS },
  { method: "GET", path: "/misreads/export", roles: TALKERS },
  { method: "GET", path: "/calls", roles: TALKERS },
  { method: "POST", path: "/calls/none/take", body: { version: 0 }, roles: TALKERS },
  { method: "POST", path: "/calls/none/outcome", body: { version: 0, outcome: "reached" }, roles: TALKERS },
  { method: "POST", path: "/calls/none/undo", body: { version: 0 }, roles: TALKERS },
  { method: "GET", path: "/catalogue", roles: TALKERS },
  { method: "GET", path: "/shop", roles: TALKERS },
  { method: "GET", path: "/shop/form", roles: ["owner"] },
  { method: "PUT", path: "/shop/details", body: { seen: {}, wanted: {} }, roles: ["owner"] },
  { method: "PUT", path: "/shop/words", body: { seen: {}, wanted: {} }, roles: ["owner"] },
  { method: "PUT", path: "/shop/branch", body: { seen: {}, wanted: null }, roles: ["owner"] },
  { method: "PUT", path: "/shop/zone", body: { seen: {}, wanted: null }, roles: ["owner"] },
  { method: "GET", path: "/catalogue/products/none", roles: ["owner"] },
  { method: "PUT", path: "/catalogue/products", body: { seen: {}, wanted: {} }, roles: ["owner"] },
  { method: "PUT", path: "/catalogue/products/none/active", body: { active: true }, roles: ["owner"] },
  { method: "PUT", path: "/catalogue/products/none/place", body: { by: 1 }, roles: ["owner"] },
  { method: "PUT", path: "/catalogue/products/none/photo", body: { seen: null, data: null }, roles: ["owner"] },
  { method: "PUT", path: "/catalogue/products/none/pause", body: { seen: null, until: null }, roles: TALKERS },
  {
    method: "PUT",
    path: "/catalogue/stock",
    body: { path: "none", branchId: "none", seen: null, onHand: null },
    roles: TALKERS,
  },
  { method: "GET", path: "/catalogue/file", roles: ["owner"] },
  { method: "POST", path: "/catalogue/file", body: { format: "csv", text: "", dryRun: true }, roles: ["owner"] },
  { method: "GET", path: `/photos/${"0".repeat(64)}`, roles: EVERYONE },
  { method: "GET", path: "/team", roles: ["owner"] },
  { method: "GET", path: "/team/none/sessions", roles: ["owner"] },
  { method: "POST", path: "/team/none/sessions/end", body: {}, roles: ["owner"] },
  { method: "POST", path: "/team/none/password-link", roles: ["owner"] },
  { method: "PUT", path: "/team/none/duty", body: { duty: "" }, roles: ["owner"] },
  { method: "GET", path: "/audit", roles: ["owner"] },
  { method: "GET", path: "/customers", roles: TALKERS },
  { method: "POST", path: "/customers/search", body: { words: "sari" }, roles: TALKERS },
  { method: "GET", path: "/customers/none", roles: TALKERS },
  { method: "PUT", path: "/customers/none/note", body: { note: "" }, roles: TALKERS },
  { method: "GET", path: "/customers/none/data", roles: ["owner"] },
  { method: "POST", path: "/customers/none/erase", body: { sure: "hapus" }, roles: ["owner"] },
  { method: "POST", path: "/conversations/none/others", body: { words: "sari" }, roles: TALKERS },
  { method: "POST", path: "/conversations/none/join", body: { customer: "none" }, roles: TALKERS },
  { method: "POST", path: "/contacts/none/part", roles: TALKERS },
  { method: "POST", path: "/conversations/none/hold-on", roles: TALKERS },
  { method: "POST", path: "/conversations/none/close", roles: TALKERS },
  { method: "POST", path: "/conversations/none/reopen", roles: TALKERS },
  { method: "POST", path: "/conversations/none/rows/none/again", roles: TALKERS },
  {
    method: "POST",
    path: "/conversations/none/notes",
    body: { id: crypto.randomUUID(), text: "ya" },
    roles: TALKERS,
  },
  { method: "POST", path: "/search", body: { words: "sari" }, roles: TALKERS },
  { method: "GET", path: "/canned", roles: TALKERS },
  { method: "PUT", path: "/canned", body: { order: [] }, roles: TALKERS },
  { method: "PUT", path: `/canned/${CANNED}`, body: { title: "Halo", text: "Halo" }, roles: TALKERS },
  { method: "POST", path: `/canned/${CANNED}/remove`, roles: TALKERS },
  { method: "POST", path: "/conversations/none/pass-on", body: { to: "none", note: "" }, roles: TALKERS },
  { method: "GET", path: "/colleagues", roles: TALKERS },
  { method: "GET", path: "/media/none/0", roles: TALKERS },
  { method: "GET", path: "/calls/open", roles: TALKERS },
  { method: "GET", path: "/calls/counts", roles: TALKERS },
  { method: "POST", path: "/phone-orders/hear", body: { step: { type: "begun" } }, roles: TALKERS },
  { method: "POST", path: "/phone-orders", body: {}, roles: TALKERS },
  { method: "POST", path: "/phone-orders/link", body: {}, roles: TALKERS },
  { method: "GET", path: "/conversations/nobody/held-order", roles: TALKERS },
  { method: "POST", path: "/conversations/nobody/held-order", body: {}, roles: TALKERS },
  { method: "POST", path: "/conversations/nobody/held-order/place", body: {}, roles: TALKERS },
  { method: "GET", path: "/today", roles: TALKERS },
  { method: "GET", path: "/push", roles: TALKERS },
  { method: "POST", path: "/push", roles: TALKERS },
  { method: "POST", path: "/push/remove", roles: TALKERS },
  { method: "GET", path: "/own-chat", roles: TALKERS },
  { method: "POST", path: "/own-chat/link", roles: TALKERS },
  { method: "POST", path: "/own-chat/unlink", roles: TALKERS },
  { method: "GET", path: "/sessions", roles: EVERYONE },
  { method: "POST", path: "/sessions/none/end", roles: EVERYONE },
  { method: "POST", path: "/password", body: { old: "", password: "" }, roles: EVERYONE },
  {
    method: "POST",
    path: "/team",
    body: { name: "B", username: "baru", role: "seller", password: "rahasia sekali" },
    roles: ["owner"],
  },
  { method: "POST", path: "/team/none/active", body: { active: false }, roles: ["owner"] },
  { method: "GET", path: "/rules", roles: ["owner"] },
  { method: "PUT", path: "/rules", body: { version: 1, rules: {} }, roles: ["owner"] },
  { method: "GET", path: "/own-number", roles: ["owner"] },
  { method: "POST", path: "/own-number/connect", roles: ["owner"] },
  { method: "POST", path: "/own-number/code", body: { phone: "081200000000" }, roles: ["owner"] },
  { method: "POST", path: "/own-number/disconnect", roles: ["owner"] },
  { method: "POST", path: "/own-number/pace", body: { perHour: 60 }, roles: ["owner"] },
  { method: "POST", path: "/sign-out", roles: EVERYONE },
  { method: "POST", path: "/sign-out-everywhere", roles: EVERYONE },
];

/** The routes at the door, which let nobody else's page write. */
const AT_THE_DOOR = [
  "POST /sign-in",
  "GET /start",
  "POST /start",
  "POST /password-link",
  "POST /password-link/use",
] as const;

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  const { signedIn } = shop;

  it("no route of the console is forgotten here, and none is here that is gone", () => {
    const registered = shop.server.routes.flatMap((route) => {
      const [, method, path] = /^(?!HEAD)(\w+) \/console\/api(\/.*)$/.exec(route) ?? [];
      return path === undefined ? [] : [`${method} ${path}`];
    });
    const patterns = registered.map((route) => new RegExp(`^${route.replace(/:\w+/g, "[^/]+")}$`));
    const known = [...ROUTES.map(({ method, path }) => `${method} ${path}`), ...AT_THE_DOOR];
    expect(registered.length).toBeGreaterThan(50);
    expect(registered.filter((_, index) => !known.some((one) => patterns[index]?.test(one)))).toEqual([]);
    expect(known.filter((one) => !patterns.some((pattern) => pattern.test(one)))).toEqual([]);
  });

  it("asking for the head of an answer alone is no way around the door", async () => {
    const reads = ROUTES.filter(({ method }) => method === "GET");
    const stranger = new HttpBrowser(shop.server.url);
    for (const { path } of reads)
      expect([path, (await stranger.request(`/console/api${path}`, { method: "HEAD" })).status]).toEqual([path, 401]);
  });

  describe.each(ROUTES)("$method $path", ({ method, path, body, roles }) => {
    const ask = (browser: HttpBrowser) =>
      method === "GET" ? browser.get(`/console/api${path}`) : browser.write(method, `/console/api${path}`, body);

    it("is closed to whoever has not signed in, or brings a made-up session", async () => {
      const stranger = new HttpBrowser(shop.server.url);
      expect((await ask(stranger)).status).toBe(401);
      stranger.cookies.set("kopdar_console", "A".repeat(22));
      expect((await ask(stranger)).status).toBe(401);
    });

    it("is closed to the wrong role", async () => {
      for (const role of EVERYONE.filter((each) => !roles.includes(each)))
        expect((await ask(await signedIn(role))).status).toBe(403);
    });
  });

  const writes = ROUTES.flatMap(({ method, ...route }) => (method === "GET" ? [] : [{ method, ...route }]));
  describe.each(writes)("$method $path", ({ method, path, body }) => {
    it("changes nothing for another site, without the session's token, or with another's", async () => {
      const browser = await signedIn("owner");
      const [elsewhere, other] = [await signedIn("owner"), await signedIn("bayu")];
      for (const token of ["A".repeat(22), "", elsewhere.csrf, other.csrf]) {
        const response = await browser.write(method, `/console/api${path}`, body, { "x-csrf-token": token });
        expect(response.status).toBe(403);
      }
      const { csrf } = browser;
      const foreign = { method, headers: { "content-type": "application/json", "x-csrf-token": csrf }, body: "{}" };
      expect((await browser.request(`/console/api${path}`, foreign)).status).toBe(403);
    });
  });

  it("another site can sign nobody in", async () => {
    const options = { method: "POST", headers: { "content-type": "application/json" } };
    for (const path of ["sign-in", "start", "password-link", "password-link/use"]) {
      const body = JSON.stringify({ username: "owner", password: "x", kunci: "x", name: "x", key: "x" });
      const response = await new HttpBrowser(shop.server.url).request(`/console/api/${path}`, { ...options, body });
      expect(response.status).toBe(403);
    }
  });

  it("signing out ends this session, signing out everywhere ends all", async () => {
    const [here, there, phone] = [await signedIn("seller"), await signedIn("seller"), await signedIn("seller")];
    expect((await here.post("/console/api/sign-out")).status).toBe(204);
    expect((await here.get("/console/api/me")).status).toBe(401);
    expect((await there.get("/console/api/me")).status).toBe(200);
    await there.post("/console/api/sign-out-everywhere");
    expect((await phone.get("/console/api/me")).status).toBe(401);
  });

  it("a session ends after thirty days", async () => {
    let now = Date.now();
    const later = await openWebServer(shop.database, { clock: () => now });
    const browser = new HttpBrowser(later.url);
    await browser.signIn("seller");
    now += 30 * 86_400_000 - 1_000;
    expect((await browser.get("/console/api/me")).status).toBe(200);
    now += 2_000;
    expect((await browser.get("/console/api/me")).status).toBe(401);
  });

  it("an owner lets people in and shuts them out at once", async () => {
    const owner = await signedIn("owner");
    const joko = { name: "Joko", username: "Joko", role: "courier", password: "kue lapis legit 7" };
    expect((await owner.post("/console/api/team", joko)).status).toBe(201);
    expect((await owner.post("/console/api/team", joko)).status).toBe(409);
    const courier = await signedIn("joko");
    const { team } = await owner.read<{ team: { id: string; username: string }[] }>("/console/api/team");
    const found = team.find(({ username }) => username === "joko");
    await owner.post(`/console/api/team/${found?.id}/active`, { active: false });
    expect((await courier.get("/console/api/me")).status).toBe(401);
    expect((await courier.post("/console/api/sign-in", joko)).status).toBe(401);
  });

  it("an owner cannot shut themselves out", async () => {
    const owner = await signedIn("owner");
    const { staff } = await owner.read<Me>("/console/api/me");
    expect((await owner.post(`/console/api/team/${staff.id}/active`, { active: false })).status).toBe(409);
  });

  it("whoever guesses passwords is stopped, and the names of staff cannot be found out", async () => {
    const fresh = await openWebServer(shop.database);
    const guesser = new HttpBrowser(fresh.url);
    const guess = (username: string) => guesser.post("/console/api/sign-in", { username, password: "salah salah" });
    const [known, unknown] = [await guess("owner"), await guess("nobody")];
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    const statuses = [];
    for (let count = 0; count < 11; count++) statuses.push((await guess("owner")).status);
    expect(statuses.slice(0, 9)).toEqual(Array(9).fill(401));
    expect(statuses.slice(9)).toEqual([429, 429]);
  });

  it("whoever guesses one person's password from many addresses is stopped as well", async () => {
    const fresh = await openWebServer(shop.database);
    const guess = (username: string, address: string) =>
      new HttpBrowser(fresh.url).post(
        "/console/api/sign-in",
        { username, password: "salah salah" },
        { "x-forwarded-for": address },
      );
    const statuses = [];
    for (let count = 0; count < 51; count++) statuses.push((await guess("seller", `203.0.113.${count}`)).status);
    expect(statuses).toEqual([...Array(50).fill(401), 429]);
    expect((await guess("owner", "203.0.113.200")).status).toBe(401);
  });

  it("the console's answers are kept by nobody and load nothing from elsewhere", async () => {
    const { headers } = await (await signedIn("seller")).get("/console/api/me");
    expect(headers.get("cache-control")).toBe("no-store");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
  });
});
