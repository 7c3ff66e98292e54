import type { Abilities, Delivery } from "../channel.ts";
import type { Choice, OutgoingMessage } from "../message.ts";
import { render } from "../render.ts";
import { splitText } from "../split-text.ts";
import { buttonId } from "./button-id.ts";
import { callbackData } from "./callback-data.ts";
import { isUserId } from "./person.ts";
import { LIST_KEY } from "./whatsapp-cloud.words.ts";
import {
  LONGEST_CAPTION,
  LONGEST_INTERACTIVE,
  REPLY_BUTTONS,
  whatsAppCloudAbilities,
} from "./whatsapp-cloud-abilities.ts";

/** One message to be posted, in the words of the Graph API. `main` marks the one that stands for the whole delivery. */
export interface SendingStep {
  readonly payload: object;
  readonly main: boolean;
  /** The same in plain words, for a platform or a customer's app that does not take what can be tapped */
  readonly inWords?: object;
}

/**
 * The messages that make up a delivery. The main one goes last: once a receipt says that it arrived, so did all
 * before it, and nothing of the row is left to repeat. `imageId` is what the platform calls the uploaded picture.
 */
export function planSending(delivery: Delivery, imageId?: string): SendingStep[] {
  const { message } = delivery;
  const contents = [...companions(message), ...wordsOf(delivery, imageId)];
  return contents.map((content, index) => {
    const main = index === contents.length - 1;
    const address = addressedTo(delivery, main ? undefined : index);
    const plain = plainly(delivery.message, content);
    return { main, payload: { ...address, ...content }, ...(plain ? { inWords: { ...address, ...plain } } : {}) };
  });
}

function plainly(message: OutgoingMessage, content: Content): object | undefined {
  const text = content.interactive?.body.text;
  if (text === undefined) return undefined;
  return textContent(render({ ...message, text }, { ...whatsAppCloudAbilities, maxButtons: 0 }).text);
}

interface Content {
  readonly type: string;
  readonly interactive?: { readonly body: { readonly text: string } };
  readonly [part: string]: unknown;
}

/** To whom, and what every receipt hands back. A business-scoped id in the place of a number would be dropped unseen. */
export function addressedTo({ rowId, contact }: Delivery, companion?: number): object {
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(isUserId(contact) ? { recipient: contact } : { to: contact }),
    biz_opaque_callback_data: callbackData(rowId, companion),
  };
}

function companions({ location, contactCard }: OutgoingMessage): Content[] {
  return [
    ...(location ? [{ type: "location", location }] : []),
    ...(contactCard ? [{ type: "contacts", contacts: [cardOf(contactCard)] }] : []),
  ];
}

function cardOf({ name, phone }: { readonly name: string; readonly phone: string }): object {
  const digits = phone.replace(/\D/g, "");
  return { name: { formatted_name: name, first_name: name }, phones: [{ phone, wa_id: digits, type: "CELL" }] };
}

function wordsOf(delivery: Delivery, imageId: string | undefined): Content[] {
  const { rowId, message } = delivery;
  const { text, buttons } = render(message, abilitiesFor(message));
  const image = imageId === undefined || !message.image ? undefined : pictureOf(imageId, message.image.mime);
  const asks = buttons.length > 0 || message.request !== undefined;
  const fits = asks ? LONGEST_INTERACTIVE : image ? LONGEST_CAPTION : whatsAppCloudAbilities.maxText;
  const parts = partsOf(text, fits);
  const last = parts.at(-1) ?? text;
  const before = parts.slice(0, -1).map(textContent);
  if (!asks) return [...before, image ? image(last) : textContent(last)];
  // A list and a request cannot carry a picture, so it goes ahead of them.
  const carries = message.request === undefined && isForButtons(buttons);
  const picture = image && !carries ? [image()] : [];
  const header = image && carries ? { header: image() } : {};
  const interactive = { ...header, body: { text: last }, ...interactionOf(rowId, message, buttons) };
  return [...picture, ...before, { type: "interactive", interactive }];
}

/** An uploaded picture, with a caption where it has one. The platform shows WebP only as a file. */
function pictureOf(id: string, mime: string): (caption?: string) => Content {
  const type = mime === "image/webp" ? "document" : "image";
  const name = type === "document" ? { filename: "gambar.webp" } : {};
  return (caption) => ({ type, [type]: { id, ...name, ...(caption === undefined ? {} : { caption }) } });
}

/** All but the last part as long as a text may be; the last must fit what it is sent as. */
function partsOf(text: string, fits: number): string[] {
  const parts = splitText(text, whatsAppCloudAbilities.maxText);
  const last = parts.at(-1) ?? text;
  return last.length <= fits ? parts : [...parts.slice(0, -1), ...splitText(last, fits)];
}

function textContent(body: string): Content {
  return { type: "text", text: { body } };
}

/** A request takes the place of the buttons; the platform refuses two choices that read alike. */
function abilitiesFor({ request, choices }: OutgoingMessage): Abilities {
  const labels = new Set(choices.map((choice) => choice.label.trim()));
  const tappable = request === undefined && labels.size === choices.length && !labels.has("");
  return tappable ? whatsAppCloudAbilities : { ...whatsAppCloudAbilities, maxButtons: 0 };
}

function interactionOf(rowId: string, { request }: OutgoingMessage, buttons: readonly Choice[]): object {
  if (request === "location") return { type: "location_request_message", action: { name: "send_location" } };
  if (request === "phone") return { type: "request_contact_info", action: { name: "request_contact_info" } };
  if (isForButtons(buttons)) {
    const keys = buttons.map((one) => ({ type: "reply", reply: { id: buttonId(rowId, one), title: one.label } }));
    return { type: "button", action: { buttons: keys } };
  }
  const rows = buttons.map((one) => ({ id: buttonId(rowId, one), title: one.label }));
  return { type: "list", action: { button: LIST_KEY, sections: [{ rows }] } };
}

function isForButtons(choices: readonly Choice[]): boolean {
  const { most, longestLabel } = REPLY_BUTTONS;
  return choices.length <= most && choices.every(({ label }) => label.length <= longestLabel);
}
