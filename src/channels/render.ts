import type { Abilities } from "./channel.ts";
import type { Choice, OutgoingMessage } from "./message.ts";

/** What a contact will see: the words, and the choices that can be tapped beneath them (none where they are numbered in the text). */
export interface Rendered {
  readonly text: string;
  readonly buttons: readonly Choice[];
}

/** Decides from a channel's abilities whether choices are tapped or typed. A number typed means the choice on that line. */
export function render(message: OutgoingMessage, abilities: Abilities): Rendered {
  const { text, choices } = message;
  if (choices.length === 0) return { text, buttons: [] };
  if (canBeTapped(choices, abilities)) return { text, buttons: choices };
  return { text: `${text}\n\n${numbered(choices)}`, buttons: [] };
}

// A label cut short could read like its neighbour, so labels that do not fit are shown whole, as lines.
function canBeTapped(choices: readonly Choice[], abilities: Abilities): boolean {
  return (
    choices.length <= abilities.maxButtons && choices.every((choice) => choice.label.length <= abilities.maxButtonLabel)
  );
}

function numbered(choices: readonly Choice[]): string {
  return choices.map((choice, index) => `${index + 1}. ${choice.label}`).join("\n");
}
