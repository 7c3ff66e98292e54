import { EventBody, OutgoingMessage, QUIET } from "../channels/message.ts";
import { originOf } from "../shop/phone-order/proposal.ts";
import { holderView, type StaffNames } from "./holder-view.ts";
import { attachmentsOf } from "./media-store.ts";
import type { ThreadEntry } from "./views.ts";

/** An event as the console's thread shows it. What today's code cannot read is shown as something that happened. */
export function entryOfEvent(event: {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly body: string;
  readonly at: bigint;
  readonly misread?: object | null;
}): Extract<ThreadEntry, { type: "event" }> {
  const { id, sequence, kind } = event;
  const parsed = EventBody.safeParse(JSON.parse(event.body));
  const body = parsed.success ? parsed.data : undefined;
  return {
    type: "event",
    id,
    sequence,
    at: Number(event.at),
    kind: body?.type === "marketingChosen" ? (body.wanted ? "marketingGiven" : "marketingWithdrawn") : kind,
    text: body === undefined ? "" : textOfEvent(body),
    said: body === undefined ? "nobody" : saidBy(body.type),
    attachments: attachmentsOf(body).map(({ kind: type, name, externalId }) => ({
      kind: type,
      isThere: externalId !== undefined,
      ...(name === undefined ? {} : { name }),
    })),
    readable: body?.type === "messageReceived" && body.text.trim() !== "",
    misread: Boolean(event.misread),
  };
}

/** An outbox row as the console's thread shows it, whatever became of it. */
export function entryOfRow(
  row: {
    readonly id: string;
    readonly sequence: number;
    readonly author: string;
    readonly purpose: string;
    readonly body: string;
    readonly status: string;
    readonly error: string | null;
    readonly createdAt: bigint;
    readonly sentAt: bigint | null;
  },
  staff: StaffNames,
  sentAgain = false,
): Extract<ThreadEntry, { type: "row" }> {
  const { id, sequence, purpose, status } = row;
  const { data: body } = OutgoingMessage.safeParse(JSON.parse(row.body));
  return {
    type: "row",
    id,
    sequence,
    at: Number(row.sentAt ?? row.createdAt),
    author: holderView(row.author, staff),
    purpose,
    text: body?.text ?? "",
    choices: body?.choices.map((choice) => choice.label) ?? [],
    status,
    sentAgain,
    ...(body?.photo === undefined ? {} : { photo: body.photo }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}

/** What staff wrote for each other. */
export function entryOfNote(
  note: {
    readonly id: string;
    readonly sequence: number;
    readonly at: bigint;
    readonly who: string;
    readonly text: string;
  },
  staff: StaffNames,
): Extract<ThreadEntry, { type: "note" }> {
  const { id, sequence, at, who, text } = note;
  return { type: "note", id, sequence, at: Number(at), author: holderView(who, staff), text };
}

const SAID: ReadonlySet<EventBody["type"]> = new Set([
  "messageReceived",
  "messageEdited",
  "choicePicked",
  "contactShared",
  "locationShared",
  "commandGiven",
]);

function saidBy(type: EventBody["type"]): ThreadEventSaid {
  if (type === "sellerWrote") return "ownPhone";
  return SAID.has(type) ? "customer" : "nobody";
}

type ThreadEventSaid = Extract<ThreadEntry, { type: "event" }>["said"];

/** The customer's own words in an event, or the fact that stands beside it ("/start", a status); empty where there is none. */
function textOfEvent(body: EventBody): string {
  switch (body.type) {
    case "messageReceived":
    case "messageEdited":
    case "sellerWrote":
      return body.text;
    case "marketingChosen":
      return body.wording;
    case "orderAgreed":
      return body.words;
    case "choicePicked":
      return body.label;
    case "contactShared":
      return [body.name, body.phone].filter(Boolean).join(" · ");
    case "locationShared":
      return [body.label, `${body.latitude}, ${body.longitude}`].filter(Boolean).join(" · ");
    case "chatStarted":
      return originOf(body.source ?? "");
    case "commandGiven":
      return `/${body.command.replace(/^\//, "")}`;
    case "callMissed":
      return body.phone ?? "";
    case "orderStepped":
      return body.status;
    case "offerSettled":
      return body.state;
    case "timerFell":
      return body.key;
    case "handedBack":
      return body.staff === QUIET ? QUIET : "";
    case "contactBlocked":
    case "contactReturned":
    case "staffLinkOpened":
    case "orderProposed":
    case "answersSet":
    case "confirmAsked":
    case "orderOffered":
    case "messageDeleted":
      return "";
    default:
      return body satisfies never;
  }
}
