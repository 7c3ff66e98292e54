import type { Delivery } from "../channel.ts";
import type { OutgoingMessage } from "../message.ts";
import { render } from "../render.ts";
import { addressedTo, type SendingStep } from "./plan-sending.ts";
import { whatsAppCloudAbilities } from "./whatsapp-cloud-abilities.ts";

/** An approved template whose body has one variable: the words of the message. */
export interface Template {
  readonly name: string;
  /** As WhatsApp Manager names it, for example id */
  readonly language: string;
}

/** A whole template may hold 1,024 letters; this leaves room for its own words. */
export const LONGEST_VARIABLE = 900;

/** The message as a template, for a customer whose window is closed; undefined where it is too long for one. */
export function planTemplate(delivery: Delivery, { name, language }: Template): SendingStep | undefined {
  const text = inOneLine(delivery.message);
  if (text.length > LONGEST_VARIABLE) return undefined;
  const components = [{ type: "body", parameters: [{ type: "text", text }] }];
  const template = { name, language: { code: language }, components };
  return { main: true, payload: { ...addressedTo(delivery), type: "template", template } };
}

/** A variable may hold no line break, no tab and no wide gap. What cannot go along is told in words. */
function inOneLine(message: OutgoingMessage): string {
  const { text } = render(message, { ...whatsAppCloudAbilities, maxButtons: 0 });
  const { location, contactCard } = message;
  const lines = [
    ...text.split(/[\r\n]+/),
    ...(contactCard ? [`${contactCard.name} ${contactCard.phone}`] : []),
    ...(location ? [`https://maps.google.com/?q=${location.latitude},${location.longitude}`] : []),
  ];
  return lines
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join(" · ");
}
