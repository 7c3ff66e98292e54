import type { EventBody, OutgoingMessage } from "../message.ts";
import { render } from "../render.ts";
import { WEB_CHAT_ABILITIES } from "./web-chat-abilities.ts";

/** One bubble of a customer's own chat, as the page shows it. */
export interface ThreadMessage {
  readonly id: string;
  readonly sequence: number;
  readonly from: "customer" | "bot" | "staff";
  /** Epoch ms */
  readonly at: number;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly request?: "location" | "phone";
  /** A place of the shop, to look up on a map */
  readonly location?: { readonly latitude: number; readonly longitude: number };
  /** The shop sent a picture along: it is had by this message's id */
  readonly picture?: true;
  /** An order card: shown as one, and in place of the card it replaces */
  readonly order: boolean;
  readonly replaces?: string;
  /** What to show at the counter */
  readonly pickupCode?: string;
}

/** A customer's own chat. */
export interface Thread {
  /** False until this browser has started a chat */
  readonly started: boolean;
  readonly messages: readonly ThreadMessage[];
  /** Nothing up to this sequence will still change: what to ask for next is what comes after it */
  readonly settled: number;
  /** Whether earlier messages were left out */
  readonly earlier: boolean;
  readonly holder: "bot" | "waiting" | "person";
  /** Whether an answer of the bot is on its way */
  readonly working: boolean;
  /** The message whose choices answer the question that is open */
  readonly question?: string;
}

export const NO_THREAD: Thread = {
  started: false,
  messages: [],
  settled: 0,
  earlier: false,
  holder: "bot",
  working: false,
};

interface StoredEvent {
  readonly id: string;
  readonly sequence: number;
  readonly at: number;
  readonly body: EventBody;
}

interface StoredRow {
  readonly id: string;
  readonly sequence: number;
  readonly at: number;
  readonly author: string;
  readonly purpose: string;
  readonly body: OutgoingMessage;
}

/** What the customer said, as a bubble; undefined for events that are no words of theirs. */
export function bubbleOfEvent(event: StoredEvent): ThreadMessage | undefined {
  const text = saidIn(event.body);
  if (text === undefined) return undefined;
  return { id: event.id, sequence: event.sequence, from: "customer", at: event.at, text, choices: [], order: false };
}

/** What the shop said, as a bubble. */
export function bubbleOfRow(row: StoredRow): ThreadMessage {
  const { body } = row;
  const { text, buttons } = render(body, WEB_CHAT_ABILITIES);
  return {
    id: row.id,
    sequence: row.sequence,
    from: row.author === "bot" ? "bot" : "staff",
    at: row.at,
    text,
    choices: buttons,
    // A card has a title and lines; a remark about an order is an ordinary bubble.
    order: row.purpose === "order" && body.text.split("\n").length > 2,
    ...(body.request === undefined ? {} : { request: body.request }),
    ...(body.photo === undefined ? {} : { picture: true }),
    ...(body.location === undefined ? {} : { location: body.location }),
    ...(body.replaces === undefined ? {} : { replaces: body.replaces }),
    ...(body.pickupCode === undefined ? {} : { pickupCode: body.pickupCode }),
  };
}

function saidIn(body: EventBody): string | undefined {
  switch (body.type) {
    case "messageReceived":
    case "messageEdited":
      return body.text;
    case "choicePicked":
      return body.label;
    case "contactShared":
      return body.phone;
    case "locationShared":
      return `📍 ${body.label ?? `${body.latitude.toFixed(5)}, ${body.longitude.toFixed(5)}`}`;
    case "chatStarted":
    case "staffLinkOpened":
    case "commandGiven":
    case "callMissed":
    case "messageDeleted":
    case "marketingChosen":
    case "sellerWrote":
    case "contactBlocked":
    case "contactReturned":
    case "timerFell":
    case "handedBack":
    case "orderProposed":
    case "answersSet":
    case "orderAgreed":
    case "confirmAsked":
    case "orderOffered":
    case "offerSettled":
    case "orderStepped":
      return undefined;
    default:
      return body satisfies never;
  }
}
