import { EventBody } from "../channels/message.ts";
import { isTransient } from "../database/transient.ts";
import type { DeskRow } from "../staff/desk-store.ts";
import { unlinkStaffChat } from "../staff/staff-links.ts";
import { aboutText } from "./about.ts";
import { actOnEvent } from "./act-on-event.ts";
import { deskWords } from "./desk.words.ts";
import type { DeskAnswer } from "./desk-answer.ts";
import { type DeskEvent, type DueDesk, dueDesk, settleDesk } from "./desk-events-store.ts";
import type { DeskParts } from "./desk-parts.ts";

/** Between two messages that one act sends into one chat: Telegram lets one a second through. */
const APART_MS = 1_000;

/**
 * Takes one colleague's chat: does in order what its events say, through the acts of staff, then marks them handled and
 * answers in one transaction. Killed in between, it is done again: every act is safe to do twice. Returns the chat.
 */
export async function takeDeskEvents(parts: DeskParts): Promise<string | undefined> {
  const { database, clock } = parts.acts;
  const due = await dueDesk(database.prisma, clock());
  if (!due) return undefined;
  const { conversationId, staff } = due;
  if (!staff) {
    await database.transaction((tx) => settleDesk(tx, conversationId, idsOf(due.events), [], clock()));
    return conversationId;
  }
  const done: string[] = [];
  const answers: DeskRow[] = [];
  for (const event of due.events) {
    const body = EventBody.safeParse(JSON.parse(event.body)).data;
    if (body?.type === "commandGiven" && body.command === LEAVE) {
      await database.transaction(async (tx) => {
        await settleDesk(tx, conversationId, [...done, event.id], answers, clock());
        await unlinkStaffChat(tx, parts.acts, staff.id, staff.id);
      });
      return conversationId;
    }
    const said = body ? await answersTo(parts, { ...due, staff }, event, body) : [];
    answers.push(...rowsOf(parts, event, said, answers));
    done.push(event.id);
  }
  await database.transaction((tx) => settleDesk(tx, conversationId, done, answers, clock()));
  return conversationId;
}

const LEAVE = "keluar";

function idsOf(events: readonly DeskEvent[]): readonly string[] {
  return events.map(({ id }) => id);
}

async function answersTo(
  parts: DeskParts,
  due: DueDesk & Required<Pick<DueDesk, "staff">>,
  event: DeskEvent,
  body: EventBody,
): Promise<readonly DeskAnswer[]> {
  try {
    return await actOnEvent(parts, due, event, body);
  } catch (error) {
    if (isTransient(error)) throw error;
    parts.report({ error, conversationId: due.conversationId });
    return [{ message: { text: deskWords.failed, choices: [] } }];
  }
}

/** A burst of words that answer nothing is told so once. */
function rowsOf(
  { acts: { newId, clock } }: DeskParts,
  event: DeskEvent,
  said: readonly DeskAnswer[],
  before: readonly DeskRow[],
): readonly DeskRow[] {
  const fresh = said.filter(
    ({ message }) => message.replaces || !before.some((row) => row.message.text === message.text),
  );
  return fresh.map(({ message, about, stamp, key }, index) => ({
    id: newId(),
    key: key ?? (about && stamp ? `card:${aboutText(about)}:${stamp}:${event.id}` : `answer:${event.id}:${index}`),
    message,
    ...(about === undefined ? {} : { about: aboutText(about) }),
    ...(index === 0 ? {} : { notBefore: clock() + index * APART_MS }),
  }));
}
