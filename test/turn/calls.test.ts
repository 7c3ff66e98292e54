import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import type { EventBody } from "../../src/channels/message.ts";
import type { TriedOutcome } from "../../src/shop/call/call.ts";
import type { Acts } from "../../src/staff/acts.ts";
import { handBack } from "../../src/staff/hand-back.ts";
import { noteCall } from "../../src/staff/note-call.ts";
import { takeCall } from "../../src/staff/take-call.ts";
import { takeOver } from "../../src/staff/take-over.ts";
import { fireTimers } from "../../src/timers/fire-timers.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { type Road, seedRoad } from "../fixtures/road.ts";
import { openTalkingRoad } from "../fixtures/talking-road.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 180_000 });

const CALL: EventBody = { type: "callMissed", phone: "+6281234567890", video: false };
const MINUTE = 60_000;

eachEngine((engine) => {
  const shop = async () => {
    const database = await freshDatabase(engine);
    await seedRoad(database);
    const road = openTalkingRoad(database);
    const acts: Acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const tasks = () =>
      database.prisma.callTask.findMany({ orderBy: { createdAt: "asc" }, include: { attempts: true } });
    const idOf = async (contact: string) => (await road.conversation(contact)).id;
    return { road, acts, tasks, idOf, prisma: database.prisma };
  };
  const calls = async (road: Road, count = 1, contact = "sari") => {
    for (let each = 0; each < count; each++) await road.event(contact, CALL);
    await road.turns();
  };

  test("a burst of five calls gives one message and one task, the more urgent", async () => {
    const { road, tasks } = await shop();
    await calls(road);
    for (const pause of [20_000, 40_000, 5_000, 90_000]) {
      road.pass(pause);
      await calls(road);
    }
    expect(await road.heard("sari")).toHaveLength(1);
    expect(await tasks()).toMatchObject([
      { kind: "missed", times: 5, tries: 0, outcome: null, phone: "+6281234567890" },
    ]);
  });

  test("calls that come while nobody takes turns are one message and one task as well", async () => {
    const { road, tasks } = await shop();
    await calls(road, 5);
    expect(await road.heard("sari")).toHaveLength(1);
    expect(await tasks()).toMatchObject([{ times: 5 }]);
  });

  test("the same call reported twice by the platform is one", async () => {
    const { road, tasks } = await shop();
    for (const _ of [1, 2]) await road.event("sari", CALL, "call-1");
    await road.turns();
    expect(await tasks()).toMatchObject([{ times: 1 }]);
  });

  test("while a person holds the chat the bot is silent, and the call is on the list", async () => {
    const { road, acts, tasks, idOf } = await shop();
    await road.say("sari", "halo");
    await road.turns();
    const before = await road.heard("sari");
    await takeOver(acts, await idOf("sari"), "rina");
    await calls(road, 2);
    expect(await road.heard("sari")).toEqual(before);
    expect(await tasks()).toMatchObject([{ kind: "missed", times: 2, outcome: null }]);
    expect((await road.conversation("sari")).unread).toBe(2);
  });

  test("a call that came just before the chat was handed back is not lost", async () => {
    const { road, acts, tasks, idOf } = await shop();
    await road.say("sari", "halo");
    await road.turns();
    const id = await idOf("sari");
    await takeOver(acts, id, "rina");
    await road.event("sari", CALL);
    await handBack(acts, id, "rina");
    await road.turns();
    expect(await tasks()).toMatchObject([{ kind: "missed", times: 1 }]);
  });

  test("who orders in the chat after calling is off the list, with the order noted", async () => {
    const { road, tasks, prisma } = await shop();
    await calls(road);
    await road.say("sari", "pesan TEH 2, ambil sendiri sekarang atas nama Sari");
    await road.turns();
    for (let asked = 0; asked < 6 && (await prisma.order.count()) === 0; asked++) {
      await shown(road);
      road.pass(2_000);
      await road.say("sari", asked === 0 ? "jam 4 sore besok" : "iya betul");
      await road.turns();
    }
    const placed = await prisma.order.findFirstOrThrow();
    expect(await tasks()).toMatchObject([{ outcome: "ordered", orderId: placed.id }]);
  });

  test("“lewat chat aja” takes the call off the list; a later call is a new one, and is answered", async () => {
    const { road, tasks } = await shop();
    await calls(road);
    await shown(road);
    road.pass(5_000);
    await road.say("sari", "lewat chat aja kak");
    await road.turns();
    expect(await tasks()).toMatchObject([{ outcome: "cancelled" }]);
    const before = (await road.heard("sari")).length;
    road.pass(MINUTE);
    await calls(road);
    expect(await road.heard("sari")).toHaveLength(before + 1);
    expect(await tasks()).toMatchObject([{ outcome: "cancelled" }, { outcome: null, times: 1 }]);
  });

  test("a promised call is a row: it stands after the program was killed, and lateness is told once", async () => {
    const { road, acts, tasks } = await shop();
    await road.say("sari", "telpon saya besok jam 10 pagi di 081234567890");
    await road.turns();
    const [task] = await tasks();
    expect(task).toMatchObject({ kind: "asked", phone: "+6281234567890", outcome: null });
    const promised = Number(task?.promisedAt);
    expect(promised).toBeGreaterThan(road.now());
    const anew = openTalkingRoad(road.database);
    anew.pass(promised - anew.now() + 20 * MINUTE);
    for (const _ of [1, 2]) {
      await fireTimers(road.database, anew.now(), v7);
      await anew.turns();
    }
    const late = (await anew.heard("sari")).filter((text) => /belum sempat menelepon|terlambat/.test(text));
    expect(late).toHaveLength(1);
    expect((await tasks())[0]).toMatchObject({ id: task?.id, outcome: null });
    expect(await takeCall(acts, { call: task?.id ?? "", version: task?.version ?? -1, staff: "rina" })).toMatchObject({
      type: "noted",
    });
  });

  test("“kok belum ditelepon” brings the call to the top of the list, with a new promise", async () => {
    const { road, tasks } = await shop();
    await calls(road);
    const [task] = await tasks();
    await shown(road);
    road.pass(40 * MINUTE);
    await road.say("sari", "kok belum ditelepon sih kak");
    await road.turns();
    expect((await road.heard("sari")).at(-1)).toMatch(/[Mm]aaf.*paling lambat/);
    const [risen] = await tasks();
    expect(risen).toMatchObject({ id: task?.id, kind: "asked", outcome: null });
    expect(Number(risen?.dueAt)).toBeLessThanOrEqual(road.now());
    expect(Number(risen?.promisedAt)).toBeGreaterThan(road.now());
  });

  test("a caller without a number stands on the list, unpromised until it is there", async () => {
    const { road, tasks } = await shop();
    await road.event("sari", { type: "callMissed", video: false });
    await road.turns();
    expect(await tasks()).toMatchObject([{ kind: "missed", phone: null, promisedAt: null, outcome: null }]);
    await shown(road);
    road.pass(5_000);
    await road.say("sari", "081298765432");
    await road.turns();
    const [task] = await tasks();
    expect(task).toMatchObject({ phone: "+6281298765432" });
    expect(Number(task?.promisedAt)).toBeGreaterThan(road.now());
  });

  test("who does not answer is tried after 15 minutes, an hour and the next day, and is then told that we stop", async () => {
    const { road, acts, tasks } = await shop();
    await calls(road);
    const pauses: number[] = [];
    for (let tried = 0; tried < 4; tried++) {
      const [task] = await tasks();
      const step = { call: task?.id ?? "", version: task?.version ?? -1, staff: "rina", outcome: "no_answer" as const };
      expect(await noteCall(acts, step)).toMatchObject({ type: "noted" });
      // The same button pressed again by a colleague who has not seen it.
      expect(await noteCall(acts, { ...step, staff: "doni" })).toEqual({ type: "changed" });
      const [after] = await tasks();
      if (after?.outcome === null) pauses.push((Number(after.dueAt) - road.now()) / MINUTE);
    }
    expect(pauses.slice(0, 2)).toEqual([15, 60]);
    expect(pauses[2]).toBeGreaterThan(60);
    const [done] = await tasks();
    expect(done).toMatchObject({ outcome: "gave_up", tries: 4 });
    expect(done?.attempts.map(({ outcome }) => outcome)).toEqual(Array(4).fill("no_answer"));
    const told = (await road.heard("sari")).slice(1);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain("coba lagi jam");
    expect(told[1]).toContain("tidak ganggu lagi");
    expect(await road.database.prisma.audit.count({ where: { subject: done?.id ?? "" } })).toBe(4);
  });

  test("tasks are never lost and never doubled, whatever calls, words, takeovers and outcomes come between", async () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant("call" as const), contact: fc.constantFrom("sari", "budi") }),
      fc.record({
        type: fc.constant("say" as const),
        contact: fc.constantFrom("sari", "budi"),
        text: fc.constantFrom(
          "lewat chat aja",
          "boleh telpon?",
          "telpon besok jam 10",
          "081234567890",
          "halo",
          "TEH 1",
        ),
      }),
      fc.record({ type: fc.constantFrom("turns" as const, "hold" as const, "handBack" as const, "minutes" as const) }),
      fc.record({
        type: fc.constant("outcome" as const),
        outcome: fc.constantFrom<TriedOutcome>("no_answer", "reached", "ordered", "thinking"),
        stale: fc.boolean(),
      }),
      fc.record({ type: fc.constant("together" as const) }),
    );
    const { road, acts, prisma } = await shop();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        round += 1;
        const contact = (name: string) => `${name}-${round}`;
        let called = 0;
        const noteOpen = async (outcome: TriedOutcome, stale: boolean) => {
          const open = await prisma.callTask.findFirst({ where: { outcome: null }, orderBy: { id: "desc" } });
          if (!open) return;
          const version = stale ? open.version - 1 : open.version;
          const noted = await noteCall(acts, { call: open.id, version, staff: "rina", outcome });
          if (stale) expect(noted).toEqual({ type: "changed" });
        };
        for (const each of steps) {
          if (each.type === "call") {
            called += 1;
            await road.event(contact(each.contact), CALL);
          } else if (each.type === "say") await road.say(contact(each.contact), each.text);
          else if (each.type === "turns") await road.turns();
          else if (each.type === "minutes") road.pass(7 * MINUTE);
          else if (each.type === "outcome") await noteOpen(each.outcome, each.stale);
          else if (each.type === "together") {
            called += 1;
            await road.event(contact("sari"), CALL);
            await Promise.all([road.turns(), noteOpen("reached", false)]);
          } else {
            const held = await prisma.conversation.findFirst({ where: { contact: { externalId: contact("sari") } } });
            if (held && each.type === "hold") await takeOver(acts, held.id, "rina");
            if (held && each.type === "handBack") await handBack(acts, held.id, "rina");
          }
        }
        await road.turns();
        const mine = await prisma.callTask.findMany({
          where: { conversationId: { in: await conversations(road, round) } },
        });
        const counted = mine.reduce((sum, { times, kind }) => sum + (kind === "missed" || times > 1 ? times : 0), 0);
        // Every call stands for one in some task; a wish to be called may stand for one more.
        expect(counted).toBeLessThanOrEqual(called + mine.length);
        expect(mine.reduce((sum, { times }) => sum + times, 0)).toBeGreaterThanOrEqual(called);
        for (const conversation of new Set(mine.map(({ conversationId }) => conversationId)))
          expect(
            mine.filter((task) => task.conversationId === conversation && task.outcome === null).length,
          ).toBeLessThanOrEqual(1);
        await prisma.callTask.updateMany({ where: { outcome: null }, data: { outcome: "cancelled" } });
      }),
      { numRuns: engine === "sqlite" ? 25 : 12 },
    );
  });
});

async function conversations(road: Road, round: number): Promise<string[]> {
  const found = await road.database.prisma.conversation.findMany({
    where: { contact: { externalId: { in: [`sari-${round}`, `budi-${round}`] } } },
  });
  return found.map(({ id }) => id);
}

/** As if all that was said had reached the customer by now. */
async function shown(road: Road): Promise<void> {
  await road.database.prisma.outboxRow.updateMany({
    where: { status: "queued" },
    data: { status: "sent", sentAt: road.now() },
  });
}
