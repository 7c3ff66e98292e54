import { beforeEach, expect, it } from "vitest";
import { ensureOwnerLink } from "../../src/console/owner-link.ts";
import type { Me } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedShop } from "../fixtures/shop.ts";
import { HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const OWNER = { name: "Ratna", username: "ratna", password: "kue lapis legit 7" };

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  beforeEach(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    server = await openWebServer(database);
  });

  async function keyOfNewLink(): Promise<string> {
    const link = await ensureOwnerLink(database, `${server.url}/`, Date.now());
    expect(link).toMatch(new RegExp(`^${server.url}/console/start\\?kunci=[\\w-]{22}$`));
    return new URL(link ?? "").searchParams.get("kunci") ?? "";
  }
  const start = (kunci: string, owner: object = OWNER) =>
    new HttpBrowser(server.url).post("/console/api/start", { kunci, ...owner });

  it("the first owner sets a password by the link and is signed in at once", async () => {
    const kunci = await keyOfNewLink();
    const browser = new HttpBrowser(server.url);
    expect((await browser.get(`/console/api/start?kunci=${kunci}`)).status).toBe(200);
    expect((await browser.post("/console/api/start", { kunci, ...OWNER })).status).toBe(201);
    expect((await browser.read<Me>("/console/api/me")).staff).toMatchObject({ name: "Ratna", role: "owner" });
    const again = new HttpBrowser(server.url);
    expect((await again.post("/console/api/sign-in", OWNER)).status).toBe(204);
  });

  it("the link works once, and no further link is made while there is an owner", async () => {
    const kunci = await keyOfNewLink();
    expect((await start(kunci)).status).toBe(201);
    expect((await start(kunci, { ...OWNER, username: "maling" })).status).toBe(410);
    expect(await ensureOwnerLink(database, server.url, Date.now())).toBeUndefined();
  });

  it("of two who use the link at the same moment one becomes the owner", async () => {
    const kunci = await keyOfNewLink();
    const answers = await Promise.all([start(kunci), start(kunci, { ...OWNER, username: "budi" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await database.prisma.staff.count()).toBe(1);
  });

  it("a restart makes a new link and ends the old one", async () => {
    const old = await keyOfNewLink();
    const kunci = await keyOfNewLink();
    expect((await start(old)).status).toBe(410);
    expect((await start(kunci)).status).toBe(201);
  });

  it("a guessed key opens nothing", async () => {
    await keyOfNewLink();
    expect((await start("A".repeat(22))).status).toBe(410);
    expect((await new HttpBrowser(server.url).get("/console/api/start?kunci=x")).status).toBe(410);
  });

  it("a weak password is refused with the reason, and the link stays good", async () => {
    const kunci = await keyOfNewLink();
    for (const password of ["pendek", "aaaaaaaaaaaa", ""]) {
      const refused = await start(kunci, { ...OWNER, password });
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("kata sandi");
    }
    expect((await start(kunci)).status).toBe(201);
  });

  it("nothing that is kept reveals the link, the password or the session", async () => {
    const kunci = await keyOfNewLink();
    const browser = new HttpBrowser(server.url);
    await browser.post("/console/api/start", { kunci, ...OWNER });
    const { prisma } = database;
    const kept = JSON.stringify(
      [await prisma.ownerLink.findMany(), await prisma.staff.findMany(), await prisma.staffSession.findMany()],
      (_, value) => (typeof value === "bigint" ? Number(value) : value),
    );
    for (const secret of [kunci, OWNER.password, browser.cookies.get("kopdar_console") ?? "?"])
      expect(kept).not.toContain(secret);
    expect(kept).toContain("$argon2id$");
  });
});
