import { v7 } from "uuid";
import { describe, expect, it } from "vitest";
import type { TeamMember } from "../../src/console/staff-store.ts";
import type { ColleagueView } from "../../src/console/views.ts";
import type { StoredRules } from "../../src/shop/settings/rules-store.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { seedConversation } from "../fixtures/shop.ts";
import { bodyOf } from "../fixtures/web-server.ts";

const API = "/console/api";
const MINUTE = 60_000;

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  const staffId = async (username: string) =>
    (await shop.database.prisma.staff.findUniqueOrThrow({ where: { username } })).id;
  /** A conversation and who holds it: a member of staff by name, or `bot` or `waiting` */
  const chat = async (holder: string) => {
    const { prisma } = shop.database;
    const id = await seedConversation(shop.database, v7(), "Bu Kartika");
    await prisma.conversation.update({
      where: { id },
      data: { holder: holder === "bot" || holder === "waiting" ? holder : await staffId(holder) },
    });
    return {
      path: `${API}/conversations/${id}`,
      now: () => prisma.conversation.findUniqueOrThrow({ where: { id } }),
    };
  };

  describe("keeping a chat", () => {
    it("moves its end on, for the seller who holds it or an owner; a colleague's is theirs", async () => {
      const { path, now } = await chat("seller");
      expect((await (await shop.signedIn("seller")).post(`${path}/hold-on`)).status).toBe(204);
      const { heldUntil } = await now();
      expect(Number(heldUntil)).toBeGreaterThan(Date.now() + 29 * MINUTE);
      const refused = await (await shop.signedIn("bayu")).post(`${path}/hold-on`);
      expect([refused.status, await bodyOf(refused)]).toMatchObject([409, { error: "held" }]);
      expect((await now()).heldUntil).toBe(heldUntil);
      expect((await (await shop.signedIn("owner")).post(`${path}/hold-on`)).status).toBe(204);
    });

    it("is refused where no person holds it", async () => {
      const seller = await shop.signedIn("seller");
      for (const holder of ["bot", "waiting"]) {
        const { path, now } = await chat(holder);
        const refused = await seller.post(`${path}/hold-on`);
        expect([refused.status, await bodyOf(refused)]).toMatchObject([409, { error: "notHeld" }]);
        expect(await now()).toMatchObject({ holder, heldUntil: null });
      }
      expect((await seller.post(`${API}/conversations/none/hold-on`)).status).toBe(404);
    });
  });

  describe("passing a chat on", () => {
    it("gives it to the colleague, with the note as the reason", async () => {
      const { path, now } = await chat("seller");
      const to = await staffId("bayu");
      const passed = await (await shop.signedIn("seller")).post(`${path}/pass-on`, { to, note: " tunggu alamat " });
      expect(passed.status).toBe(204);
      expect(await now()).toMatchObject({ holder: to, heldReason: "passed_on: tunggu alamat" });
      expect((await (await shop.signedIn("seller")).post(`${path}/pass-on`, { to: v7() })).status).toBe(409);
    });

    it("is refused to a courier, to whoever holds it, to nobody known, and with a note as long as a letter", async () => {
      const { path, now } = await chat("seller");
      const seller = await shop.signedIn("seller");
      for (const to of [await staffId("courier"), await staffId("seller"), "none", "bot", "waiting"]) {
        const refused = await seller.post(`${path}/pass-on`, { to });
        expect([refused.status, await bodyOf(refused)]).toMatchObject([409, { error: "cannotTake" }]);
      }
      const to = await staffId("bayu");
      for (const body of [{ to, note: "a".repeat(501) }, { to: "a".repeat(65) }, { to: 7 }, {}])
        expect((await seller.post(`${path}/pass-on`, body)).status).toBe(400);
      expect(await now()).toMatchObject({ holder: await staffId("seller") });
    });

    it("offers those who talk with customers, and says who is on duty", async () => {
      const { colleagues } = await (await shop.signedIn("seller")).read<{ colleagues: ColleagueView[] }>(
        `${API}/colleagues`,
      );
      const names = await Promise.all(["owner", "seller", "bayu"].map(staffId));
      expect(colleagues.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
      for (const { onDuty } of colleagues) expect(typeof onDuty).toBe("boolean");
    });
  });

  it("an owner who reaches for a chat together with a seller takes nothing from the seller unknowingly", async () => {
    const { path, now } = await chat("waiting");
    const [seller, owner] = [await shop.signedIn("seller"), await shop.signedIn("owner")];
    expect((await seller.post(`${path}/take-over`, { overrule: false })).status).toBe(204);
    expect((await owner.post(`${path}/take-over`, { overrule: false })).status).toBe(409);
    expect(await now()).toMatchObject({ holder: await staffId("seller") });
    expect((await owner.post(`${path}/take-over`, { overrule: true })).status).toBe(204);
    expect(await now()).toMatchObject({ holder: await staffId("owner") });
  });

  it("duty hours are kept as they are written; what cannot be read is said, and changes nothing", async () => {
    const owner = await shop.signedIn("owner");
    const bayu = await staffId("bayu");
    const duty = async () =>
      (await owner.read<{ team: TeamMember[] }>(`${API}/team`)).team.find(({ id }) => id === bayu)?.duty;
    const path = `${API}/team/${bayu}/duty`;
    expect((await owner.put(path, { duty: "Senin-Sabtu 08.00-16.00" })).status).toBe(204);
    const kept = await duty();
    expect(kept?.map((openings) => openings.length)).toEqual([0, 1, 1, 1, 1, 1, 1]);
    for (const wrong of ["kapan-kapan", "Senin 25.00-26.00", "Senin", "Senin 16.00-08.00x", "a".repeat(301)])
      expect((await owner.put(path, { duty: wrong })).status).toBe(400);
    for (const body of [{}, { duty: null }, { duty: [] }]) expect((await owner.put(path, body)).status).toBe(400);
    expect(await duty()).toEqual(kept);
    expect((await owner.put(`${API}/team/none/duty`, { duty: "" })).status).toBe(404);
    expect((await owner.put(path, { duty: "" })).status).toBe(204);
    expect(await duty()).toBeNull();
  });

  it("how long a person may be quiet, when somebody is reminded and who is called is kept within bounds", async () => {
    const owner = await shop.signedIn("owner");
    const before = await owner.read<StoredRules>(`${API}/rules`);
    expect(before.rules).toMatchObject({ quietMinutes: 30, remindMinutes: 5, handOver: { bargaining: true } });
    const wrong = [
      ...[-1, 1, 4, 721, 7.5, "30", null].map((quietMinutes) => ({ quietMinutes })),
      ...[0, -5, 241, 1.5, "5", null].map((remindMinutes) => ({ remindMinutes })),
      ...[{}, { bargaining: "ya" }, { bargaining: true, orderAbove: -1 }].map((handOver) => ({ handOver })),
      { handOver: { bargaining: true, orderAbove: 1e12 } },
    ];
    for (const rules of wrong)
      expect((await owner.put(`${API}/rules`, { version: before.version, rules })).status).toBe(400);
    expect(await owner.read<StoredRules>(`${API}/rules`)).toEqual(before);
    const rules = { quietMinutes: 0, remindMinutes: 240, handOver: { bargaining: false, orderAbove: 500_000 } };
    expect((await owner.put(`${API}/rules`, { version: before.version, rules })).status).toBe(200);
    expect((await owner.read<StoredRules>(`${API}/rules`)).rules).toMatchObject(rules);
  });
});
