import { EventBody, OutgoingMessage } from "../channels/message.ts";
import { deskWords } from "./desk.words.ts";
import type { DeskLine } from "./desk-view.ts";

/** What came in, as a line that a seller reads; undefined where nobody said anything. */
export function lineOfEvent(event: {
  readonly body: string;
  readonly sequence: number;
  readonly at: bigint;
}): DeskLine | undefined {
  const { data: body } = EventBody.safeParse(JSON.parse(event.body));
  const text = body && wordsIn(body);
  if (!body || !text) return undefined;
  const from = body.type === "sellerWrote" ? "staff" : "customer";
  return { from, text, sequence: event.sequence, at: Number(event.at) };
}

/** What the shop said. */
export function lineOfRow(row: {
  readonly author: string;
  readonly body: string;
  readonly sequence: number;
  readonly createdAt: bigint;
}): DeskLine | undefined {
  const { data: message } = OutgoingMessage.safeParse(JSON.parse(row.body));
  if (!message) return undefined;
  const from = row.author === "bot" ? "bot" : "staff";
  return { from, text: message.text, sequence: row.sequence, at: Number(row.createdAt) };
}

function wordsIn(body: EventBody): string | undefined {
  switch (body.type) {
    case "messageReceived":
    case "sellerWrote":
      return [body.text, ...body.attachments.map(({ kind }) => deskWords.attachment(kind))].filter(Boolean).join(" ");
    case "messageEdited":
      return deskWords.edited(body.text);
    case "choicePicked":
      return body.label;
    case "contactShared":
      return [body.name, body.phone].filter(Boolean).join(" ");
    case "locationShared":
      return deskWords.place(body.label, body.latitude, body.longitude);
    case "callMissed":
      return deskWords.missedCall;
    case "messageDeleted":
      return deskWords.deleted;
    default:
      return undefined;
  }
}
