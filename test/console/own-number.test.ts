import { beforeAll, describe, expect, it } from "vitest";
import type { OwnNumberView } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { ownNumberWithoutBrowser } from "../fixtures/own-number.ts";
import { seedShop, seedStaff } from "../fixtures/shop.ts";
import { HttpBrowser, openWebServer } from "../fixtures/web-server.ts";

const PATH = "/console/api/own-number";

eachEngine((engine) => {
  describe("connecting the shop's own number in the console", () => {
    let database: Database;
    let owner: HttpBrowser;
    beforeAll(async () => {
      database = await freshDatabase(engine);
      await seedShop(database);
      await seedStaff(database, "owner", "owner");
      const server = await openWebServer(database, { ownNumber: ownNumberWithoutBrowser(database).connection });
      owner = new HttpBrowser(server.url);
      await owner.enter(database, "owner");
    });
    const read = () => owner.read<OwnNumberView>(PATH);

    it("runs nothing before the owner connects, and warns of the ban first", async () => {
      const { state, warning } = await read();
      expect(state).toEqual({ type: "off", why: "notConnected" });
      expect(warning.id.join(" ")).toMatch(/diblokir/);
      expect(warning.en).toHaveLength(warning.id.length);
    });

    it("says in one line what to install where no browser is, and lets the owner let it be", async () => {
      expect((await owner.post(`${PATH}/connect`)).status).toBe(204);
      expect((await read()).state).toMatchObject({
        type: "noBrowser",
        install: expect.stringMatching(/CHROMIUM_PATH/),
      });
      expect((await owner.post(`${PATH}/code`, { phone: "0812-0000-0001" })).status).toBe(503);
      expect((await owner.post(`${PATH}/disconnect`)).status).toBe(204);
      expect((await read()).state).toEqual({ type: "off", why: "disconnected" });
    });

    it("takes no number that is none", async () => {
      for (const phone of ["", "halo", "12", "9".repeat(30)])
        expect((await owner.post(`${PATH}/code`, { phone })).status).toBe(400);
    });

    it("keeps the pace within safe bounds", async () => {
      expect((await owner.post(`${PATH}/pace`, { perHour: 1_000, youngNumber: true })).status).toBe(200);
      expect((await read()).pace).toMatchObject({ perHour: 120, youngNumber: true });
      expect((await owner.post(`${PATH}/pace`, { perHour: "banyak" })).status).toBe(400);
    });

    it("notes for good who did what", async () => {
      const notes = await database.prisma.audit.findMany({ where: { subject: "own-number" } });
      expect(notes.map(({ what }) => what)).toEqual(
        expect.arrayContaining(["ownNumberConnected", "ownNumberDisconnected", "ownNumberPaced"]),
      );
    });

    it("is not there where the shop does not offer it", async () => {
      const server = await openWebServer(database);
      const browser = new HttpBrowser(server.url);
      await browser.enter(database, "owner");
      expect((await browser.get(PATH)).status).toBe(404);
    });
  });
});
