import type { Abilities, Delivery } from "../channel.ts";
import { render } from "../render.ts";
import { splitText } from "../split-text.ts";
import { ownMessageId } from "./own-message-id.ts";
import type { Part } from "./protocol.ts";
import { vcardOf } from "./vcard.ts";

export const whatsAppWebAbilities: Abilities = {
  // Buttons and lists of a linked device do not reach customers.
  maxButtons: 0,
  maxButtonLabel: 0,
  edit: false,
  requestPhone: false,
  requestLocation: false,
  location: true,
  typing: true,
  receipts: true,
  calls: true,
  images: true,
  contactCards: true,
  numberSuffix: "@c.us",
  // WhatsApp takes more, but folds long words away behind "read more".
  maxText: 4096,
};

/** One WhatsApp message of a delivery. `main` marks the one that stands for the whole. */
export interface PlannedPart {
  readonly part: Part;
  /** The ids it may bear, in the order to try them */
  readonly ids: readonly string[];
  readonly main: boolean;
}

/** The messages that a delivery becomes, in order. The same delivery always becomes the same, with the same ids. */
export function planParts({ rowId, message }: Delivery): PlannedPart[] {
  const { text } = render(message, whatsAppWebAbilities);
  const { image, location, contactCard } = message;
  const asCaption = image !== undefined && text.length <= MOST_CAPTION;
  const texts = asCaption ? [] : splitText(text, whatsAppWebAbilities.maxText);
  const words: Part[] = texts.map((part) => ({ type: "text", text: part }));
  const picture: Part[] = image ? [{ type: "image", ...image, caption: asCaption ? text : "" }] : [];
  const said = [...picture, ...words];
  const rest: Part[] = [
    ...(location ? [{ type: "location" as const, ...location }] : []),
    ...(contactCard ? [{ type: "contactCard" as const, vcard: vcardOf(contactCard) }] : []),
  ];
  return [...said, ...rest].map((part, index) => ({
    part,
    ids: Array.from({ length: ATTEMPTS }, (_, attempt) => ownMessageId(rowId, index, attempt)),
    main: index === said.length - 1,
  }));
}

const MOST_CAPTION = 1024;
/** WhatsApp may give a message up; its id is spent then */
const ATTEMPTS = 4;
