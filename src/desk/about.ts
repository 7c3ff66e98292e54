import { OrderStatus } from "../shop/order/order.ts";

/** What a message in a colleague's own chat is about. */
export type About = { readonly type: "call" | "conversation" | "order"; readonly id: string } | Question;

/** A question to the colleague: what answers it is kept with the call or the order. */
export type Question =
  /** The customer's words of the yes, heard in a call that was at this version */
  | { readonly type: "words"; readonly id: string; readonly version: number }
  /** Why an order that was at this version comes to this */
  | { readonly type: "reason"; readonly id: string; readonly version: number; readonly status: OrderStatus };

/** As `OutboxRow.about` keeps it. */
export function aboutText(about: About): string {
  const { type, id } = about;
  if (type === "words") return `words:${id}:${about.version}`;
  return type === "reason" ? `reason:${id}:${about.version}:${about.status}` : `${type}:${id}`;
}

export function readAbout(text: string | null | undefined): About | undefined {
  const [, type, id = "", version, status] =
    /^(call|conversation|order|words|reason):([^:]+)(?::(\d+))?(?::(\w+))?$/.exec(text ?? "") ?? [];
  if (type === "call" || type === "conversation" || type === "order") return { type, id };
  if (version === undefined) return undefined;
  if (type === "words") return { type, id, version: Number(version) };
  const to = OrderStatus.safeParse(status);
  return type === "reason" && to.success ? { type, id, version: Number(version), status: to.data } : undefined;
}
