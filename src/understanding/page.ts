import type { Token } from "./tokens.ts";

/** What a token has been read as; the first kind to claim it keeps it. */
export type Mark =
  | "product"
  | "option"
  | "amount"
  | "money"
  | "phone"
  | "address"
  | "name"
  | "when"
  | "branch"
  | "orderNumber"
  | "listNumber"
  | "takenBack"
  | undefined;

/** From its first token up to, not including, its end. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The tokens of a message, each marked with what it has been read as so far. */
export class Page {
  readonly tokens: readonly Token[];
  readonly marks: Mark[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    this.marks = tokens.map(() => undefined);
  }

  readonly free = (at: number): boolean => this.marks[at] === undefined;

  readonly taken = (at: number): boolean => !this.free(at);

  clear({ from, to }: Span): boolean {
    for (let at = from; at < to; at++) if (this.taken(at)) return false;
    return true;
  }

  mark(places: Iterable<number>, mark: Mark): void {
    for (const at of places) this.marks[at] = mark;
  }

  markSpan(span: Span, mark: Mark): void {
    this.mark(places(span), mark);
  }
}

/** Every place of a span. */
export function places({ from, to }: Span): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, offset) => from + offset);
}
