import type { Abilities } from "../channel.ts";

export const REPLY_BUTTONS = { most: 3, longestLabel: 20 } as const;
const LIST = { most: 10, longestLabel: 24 } as const;

/** Letters beneath which tappable choices can stand. */
export const LONGEST_INTERACTIVE = 1024;
export const LONGEST_CAPTION = 1024;
export const OPEN_HOURS = 24;

export const whatsAppCloudAbilities: Abilities = {
  maxButtons: LIST.most,
  maxButtonLabel: LIST.longestLabel,
  edit: false,
  requestPhone: true,
  requestLocation: true,
  location: true,
  typing: true,
  receipts: true,
  calls: true,
  images: true,
  contactCards: true,
  openHours: OPEN_HOURS,
  numberSuffix: "",
  maxText: 4096,
};
