import { z } from "zod";
import { BasketLine } from "../catalogue/catalogue.ts";
import { Fulfilment } from "../order/order.ts";

const Words = z.string().max(500);

/**
 * An order as a seller wrote it down on the phone: answers to an order's questions, of which any but the goods may be
 * open. The customer is asked for those, and nothing is placed without their own yes.
 */
export const Proposal = z.object({
  basket: z.object({ lines: z.array(BasketLine).min(1).max(100), doubts: z.array(z.unknown()).default([]) }),
  fulfilment: Fulfilment.optional(),
  address: Words.optional(),
  zone: z.object({ id: Words, address: Words.optional() }).optional(),
  branch: Words.optional(),
  when: z.looseObject({ day: Words.optional(), time: Words.optional() }).optional(),
  payment: z.enum(["cash", "transfer", "qris"]).optional(),
  name: Words.optional(),
  phone: Words.optional(),
});
export type Proposal = z.infer<typeof Proposal>;

/** How long a customer without a chat may take up an order by its link. */
export const PROPOSAL_LASTS_MS = 48 * 3_600_000;

/** What a chat is opened with by a proposal's link: `pesanan-CODE` */
const START = "pesanan-";

/** What opens a chat with the order of a code. */
export function startOf(code: string): string {
  return `${START}${code}`;
}

/** The code in words that are such an opening and nothing else, as sent where no link can carry it. */
export function codeInWords(text: string): string | undefined {
  return /^\s*pesanan-([A-Za-z0-9_-]{22})\s*$/i.exec(text)?.[1];
}

/** The code in what a chat was opened with; undefined where it was opened otherwise. */
export function codeInStart(source: string | undefined): string | undefined {
  return source?.startsWith(START) ? source.slice(START.length) : undefined;
}

/** Where a chat came from, without the secret of a link. */
export function originOf(source: string): string {
  return codeInStart(source) === undefined ? source : "pesanan-telepon";
}
