import type { Abilities, Delivery } from "../channel.ts";
import type { Choice, OutgoingMessage } from "../message.ts";
import { render } from "../render.ts";
import { splitText } from "../split-text.ts";
import { businessChatOf, chatIdOf } from "./business-chat.ts";
import { requestKeys, staffCommands } from "./telegram.words.ts";

/** One call of the Bot API. `main` marks the one whose message stands for the whole delivery. */
export interface SendingStep {
  readonly method: string;
  readonly params: object;
  readonly main: boolean;
  /** The picture that goes as its `photo` */
  readonly image?: NonNullable<OutgoingMessage["image"]>;
  /** The same without the picture, for one that Telegram cannot use */
  readonly inWords?: object;
}

/** Letters beneath a picture. */
const MOST_CAPTION = 1024;

export const telegramAbilities: Abilities = {
  // Telegram allows 100; a longer list than this is better typed than scrolled.
  maxButtons: 30,
  maxButtonLabel: 60,
  edit: true,
  requestPhone: true,
  requestLocation: true,
  location: true,
  typing: true,
  receipts: false,
  calls: false,
  images: true,
  contactCards: false,
  maxText: 4096,
};

/** The calls that send a delivery anew. Plain text throughout: nothing a customer wrote can break the markup. */
export function planSending(delivery: Delivery, keyboardOpen: boolean): SendingStep[] {
  const { rowId, contact, message } = delivery;
  const chat_id = chatIdOf(contact);
  // On behalf of a business account Telegram takes no keyboard but the one beneath a message.
  const request = businessChatOf(contact) ? undefined : message.request;
  const { text, buttons } = render(message, abilitiesFor(delivery));
  const parts = splitText(text, telegramAbilities.maxText);
  const markup = request
    ? { reply_markup: requestKeyboard(request, buttons) }
    : buttons.length > 0
      ? { reply_markup: inlineKeyboard(rowId, buttons) }
      : keyboardOpen
        ? { reply_markup: { remove_keyboard: true } }
        : {};
  const { image } = message;
  const asCaption = image !== undefined && text.length <= MOST_CAPTION;
  const steps = parts.map((part, index): SendingStep => {
    const last = index === parts.length - 1;
    const inWords = { chat_id, text: part, ...(last ? markup : {}) };
    if (!asCaption) return { method: "sendMessage", params: inWords, main: last };
    const params = { chat_id, caption: text, ...markup };
    return { method: "sendPhoto", params, main: true, image, inWords };
  });
  const ahead: SendingStep[] =
    image && !asCaption ? [{ method: "sendPhoto", params: { chat_id }, main: false, image }] : [];
  const said = [...ahead, ...steps];
  if (!message.location) return said;
  return [...said, { method: "sendLocation", params: { chat_id, ...message.location }, main: false }];
}

/** The call that gives a chat its own menu of commands, or takes it back; undefined where the menu stays. */
export function planMenu({ contact, message: { menu } }: Delivery): Omit<SendingStep, "main"> | undefined {
  if (menu === undefined || businessChatOf(contact)) return undefined;
  const scope = { type: "chat", chat_id: Number(contact) };
  if (menu === "usual") return { method: "deleteMyCommands", params: { scope } };
  return { method: "setMyCommands", params: { commands: staffCommands, scope } };
}

/** The call that replaces an earlier message; undefined where an edit cannot hold the new one. */
export function planEdit(delivery: Delivery): SendingStep | undefined {
  const { rowId, contact, message, externalIdToEdit } = delivery;
  if (externalIdToEdit === undefined || message.request || message.location || message.image) return undefined;
  const { text, buttons } = render(message, abilitiesFor(delivery));
  if (text.length > telegramAbilities.maxText) return undefined;
  const markup = buttons.length > 0 ? { reply_markup: inlineKeyboard(rowId, buttons) } : {};
  const params = { chat_id: chatIdOf(contact), message_id: Number(externalIdToEdit), text, ...markup };
  return { method: "editMessageText", params, main: true };
}

/** Telegram allows 64 bytes behind a button; where an id needs more, its choices are numbered instead. */
function abilitiesFor({ rowId, message }: Delivery): Abilities {
  const fits = message.choices.every((choice) => Buffer.byteLength(dataOf(rowId, choice)) <= 64);
  return fits ? telegramAbilities : { ...telegramAbilities, maxButtons: 0 };
}

function dataOf(rowId: string, choice: Choice): string {
  return `${rowId}:${choice.id}`;
}

function inlineKeyboard(rowId: string, choices: readonly Choice[]): object {
  const keys = choices.map((choice) => ({ text: choice.label, callback_data: dataOf(rowId, choice) }));
  return { inline_keyboard: inRows(keys) };
}

/** A message carries one keyboard, so choices beside a request are keys that type their own label. */
function requestKeyboard(request: "phone" | "location", choices: readonly Choice[]): object {
  const key =
    request === "phone"
      ? { text: requestKeys.phone, request_contact: true }
      : { text: requestKeys.location, request_location: true };
  const rows = inRows(choices.map((choice) => ({ text: choice.label })));
  return { keyboard: [[key], ...rows], one_time_keyboard: true, resize_keyboard: true };
}

const keysInRow = 3;
const lettersInRow = 30;

/** Short labels share a row; a phone is about thirty letters wide. */
function inRows<Key extends { text: string }>(keys: readonly Key[]): Key[][] {
  const rows: Key[][] = [];
  let letters = 0;
  for (const key of keys) {
    const row = rows.at(-1);
    if (row && row.length < keysInRow && letters + key.text.length <= lettersInRow) {
      row.push(key);
      letters += key.text.length;
    } else {
      rows.push([key]);
      letters = key.text.length;
    }
  }
  return rows;
}
