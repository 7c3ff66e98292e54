/** What a message in a colleague's own chat is about. */
export type About =
  | { readonly type: "call"; readonly id: string }
  | { readonly type: "conversation"; readonly id: string };

/** As `OutboxRow.about` keeps it. */
export function aboutText({ type, id }: About): string {
  return `${type}:${id}`;
}

export function readAbout(text: string | null | undefined): About | undefined {
  const [, type, id] = /^(call|conversation):(.+)$/.exec(text ?? "") ?? [];
  if (id === undefined) return undefined;
  return type === "call" ? { type, id } : { type: "conversation", id };
}
