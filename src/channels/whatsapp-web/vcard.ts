/** The numbers on a contact card: those that WhatsApp knows (E.164) first, then as they were typed. */
export function phonesInCard(card: string): string[] {
  const lines = card.split(/\r?\n/).filter((line) => /^(item\d+\.)?TEL/i.test(line));
  const known = lines.flatMap((line) => {
    const digits = /waid=(\d{6,15})/i.exec(line)?.[1];
    return digits === undefined ? [] : [`+${digits}`];
  });
  const typed = lines.flatMap((line) => line.slice(line.indexOf(":") + 1).trim() || []);
  return [...new Set([...known, ...typed])];
}

/** A card that the customer's phone can save and call. `phone` is E.164. */
export function vcardOf({ name, phone }: { readonly name: string; readonly phone: string }): string {
  const plain = name.replace(/[\r\n]+/g, " ").replace(/[\\,;]/g, (sign) => `\\${sign}`);
  const digits = phone.replace(/\D/g, "");
  return [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:;${plain};;;`,
    `FN:${plain}`,
    `TEL;type=CELL;waid=${digits}:+${digits}`,
    "END:VCARD",
  ].join("\n");
}
