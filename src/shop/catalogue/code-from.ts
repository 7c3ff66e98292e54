/** A short code made of a name, that none of `taken` (in small letters) is: `brownies-keju`, or in capitals for a SKU. */
export function codeFrom(name: unknown, capitals: boolean, taken: ReadonlySet<string>): string {
  const plain = String(name ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const base = plain.slice(0, MOST_LETTERS).replace(/-+$/, "") || "baru";
  let code = base;
  for (let count = 2; taken.has(code); count++) code = `${base}-${count}`;
  return capitals ? code.toUpperCase() : code;
}

const MOST_LETTERS = 24;
