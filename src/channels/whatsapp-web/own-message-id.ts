import { createHash } from "node:crypto";

/**
 * The id under which WhatsApp is to keep a message of ours. It follows from the outbox row, so a message whose record was
 * lost in a crash is found again; and it carries a mark, so it is never taken for one that the seller wrote.
 */
export function ownMessageId(rowId: string, part: number, attempt: number): string {
  const name = hex(`${rowId} ${part} ${attempt}`).slice(0, NAME_LENGTH);
  return `${PREFIX}${name}${markOf(name)}`;
}

/** Whether the bot gave this id, in this run or an earlier one. */
export function isOwnMessageId(id: string): boolean {
  if (!id.startsWith(PREFIX) || id.length !== PREFIX.length + NAME_LENGTH + MARK_LENGTH) return false;
  const name = id.slice(PREFIX.length, -MARK_LENGTH);
  return id.endsWith(markOf(name));
}

// WhatsApp Web's own ids have this form: a prefix and 18 hexadecimal digits.
const PREFIX = "3EB0";
const NAME_LENGTH = 12;
const MARK_LENGTH = 6;

function markOf(name: string): string {
  return hex(`kopdar ${name}`).slice(0, MARK_LENGTH);
}

function hex(words: string): string {
  return createHash("sha256").update(words).digest("hex").toUpperCase();
}
