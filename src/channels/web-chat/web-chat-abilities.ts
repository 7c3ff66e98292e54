import type { Abilities } from "../channel.ts";

/** What the chat page can do. */
export const WEB_CHAT_ABILITIES: Abilities = {
  maxButtons: 24,
  maxButtonLabel: 80,
  edit: true,
  requestPhone: false,
  requestLocation: true,
  location: true,
  typing: true,
  receipts: false,
  calls: false,
  images: true,
  contactCards: false,
  maxText: 100_000,
};
