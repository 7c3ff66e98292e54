import type { Choice } from "../message.ts";

/** What stands behind a button: the row that asks, and the choice. */
export function buttonId(rowId: string, choice: Choice): string {
  return `${rowId}:${choice.id}`;
}

export function readButtonId(id: string): { readonly question: string; readonly choice: string } | undefined {
  const [, question, choice] = /^([^:]+):(.+)$/.exec(id) ?? [];
  return question && choice ? { question, choice } : undefined;
}
