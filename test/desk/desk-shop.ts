import { v7 } from "uuid";
import type { MediaFile } from "../../src/channels/channel.ts";
import { type Attachment, EventBody, OutgoingMessage } from "../../src/channels/message.ts";
import type { Engine } from "../../src/database/database-url.ts";
import { actOnEvent } from "../../src/desk/act-on-event.ts";
import { dueDesk } from "../../src/desk/desk-events-store.ts";
import type { DeskParts } from "../../src/desk/desk-parts.ts";
import { takeDeskEvents } from "../../src/desk/take-desk-events.ts";
import { tellNews } from "../../src/desk/tell-news.ts";
import { keepStaffLink } from "../../src/staff/staff-links.ts";
import { freshDatabase } from "../fixtures/database.ts";
import { openRoad, seedRoad } from "../fixtures/road.ts";

export const MINUTE = 60_000;

/**
 * A small shop with two sellers on duty, each with an own chat, and a customer who said hello. Nothing runs by itself:
 * `work` does what colleagues asked for and tells them what is new.
 */
export async function openDeskShop(engine: Engine) {
  const database = await freshDatabase(engine);
  await seedRoad(database);
  const road = openRoad(database, { now: Date.parse("2026-11-23T03:00:00Z") });
  const { prisma } = database;
  /** What Telegram keeps of colleagues' messages, by file id */
  const files = new Map<string, MediaFile>();
  const takes = { pictures: true };
  const parts: DeskParts = {
    acts: { database, clock: road.now, newId: v7, changed: () => undefined },
    media: async (id) => files.get(id) ?? { type: "gone" },
    takesPictures: () => takes.pictures,
    report: ({ error }) => {
      throw error;
    },
  };
  for (const id of ["rina", "doni"]) {
    await prisma.staff.create({
      data: { id, name: id, username: id, role: "seller", passwordHash: "", createdAt: 0 },
    });
    await database.transaction((tx) => keepStaffLink(tx, `link-${id}`, id, road.now()));
    await road.event(`hp-${id}`, { type: "staffLinkOpened", link: `link-${id}` });
  }
  await road.say("sari", "halo");
  await road.turns();
  const sari = await prisma.conversation.findFirstOrThrow({
    where: { contact: { externalId: "sari" } },
    include: { contact: true },
  });
  const work = async () => {
    while ((await takeDeskEvents(parts)) !== undefined);
    await tellNews(parts);
  };
  const shown = async (contact: string) => {
    const rows = await prisma.outboxRow.findMany({
      where: { conversation: { contact: { externalId: contact } } },
      orderBy: { sequence: "asc" },
    });
    return rows.map((row) => ({ ...row, message: OutgoingMessage.parse(JSON.parse(row.body)) }));
  };
  const callHer = (dueInMinutes: number, id = v7()) =>
    prisma.callTask.create({
      data: {
        ...{ id, customerId: sari.contact.customerId, conversationId: sari.id, reason: "", kind: "missed" },
        ...{ phone: "+6281234567001", createdAt: road.now(), dueAt: road.now() + dueInMinutes * MINUTE },
        promisedAt: road.now() + dueInMinutes * MINUTE,
      },
    });
  const tap = async (contact: string, choice: string, about = "") => {
    const found = (await shown(contact))
      .filter((row) => row.about?.startsWith(about))
      .flatMap(({ id, message }) => message.choices.map((one) => ({ ...one, row: id })))
      .findLast(({ label }) => label === choice);
    if (!found) throw new Error(`There is no "${choice}" to tap.`);
    const body: EventBody = {
      type: "choicePicked",
      question: found.row,
      choice: found.id,
      label: choice,
    };
    await road.event(contact, body);
  };
  /** Answers the latest message to this colleague whose `about` begins so. */
  const replies = async (contact: string, about: string, text: string, attachments: readonly Attachment[] = []) => {
    const row = (await shown(contact)).findLast((one) => one.about?.startsWith(about));
    if (!row) throw new Error(`Nothing was told about ${about}.`);
    const externalId = `sent-${row.id}`;
    await prisma.outboxRow.update({ where: { id: row.id }, data: { externalId, status: "sent" } });
    const said = { text, attachments: [...attachments], forwarded: false, replyTo: externalId };
    await road.event(contact, { type: "messageReceived", ...said });
  };
  /** Does what was asked for and dies before it is marked and answered. */
  const dieInBetween = async () => {
    const due = await dueDesk(prisma, road.now());
    if (!due?.staff) throw new Error("Nothing was asked for.");
    for (const event of due.events)
      await actOnEvent(parts, { ...due, staff: due.staff }, event, EventBody.parse(JSON.parse(event.body)));
  };
  await work();
  return { database, prisma, road, parts, files, takes, work, shown, callHer, tap, replies, dieInBetween, sari };
}
