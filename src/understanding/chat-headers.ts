/** Who wrote when, as copied chats have it before each message ("[12/03 10:22] Rina: …"): its place stays blank. */
export function withoutChatHeaders(text: string): string {
  if (!STAMPED.test(text)) return text;
  return text.replaceAll(HEADER, (header) => " ".repeat(header.length));
}

const DATE = String.raw`\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?`;
const TIME = String.raw`\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u202f]?[ap]\.?m\.?)?`;
const STAMP = `(?:${DATE},? {1,2}${TIME}|${TIME},? {1,2}${DATE}|${TIME}|${DATE})`;
/** A name without digits, or a number as WhatsApp shows those who are in no address book. */
const NAME = String.raw`(?:~ ?)?(?:[^\d\n:[\]]{1,40}|\+\d[\d \u2011-]{6,24})`;
/** Signs that nobody sees stand before lines of an exported chat. */
const START = String.raw`^[ \u200e\u200f\u202a>]{0,4}`;
const BRACKETED = String.raw`\[${STAMP}\][ \u200e]{0,2}(?:${NAME}:)?`;
/** Without brackets only with its year: "12/03 10.00 - antar: …" may be when goods are wanted. */
const DASHED = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? ${TIME} [-–] ${NAME}:`;
const NAME_FIRST = String.raw`${NAME}, ?\[${STAMP}\]:?`;
const HEADER = new RegExp(`${START}(?:${BRACKETED}|${DASHED}|${NAME_FIRST})`, "gimu");
/** Cheap to look for before all else: a time or date in brackets, or a date before a time. */
const STAMPED = /\[\d{1,4}[/.:-]|\d[/.-]\d{2,4},? \d{1,2}[.:]\d{2}/;
