import type { Channel } from "../../channels/channel.ts";

/** Where played dialogues happen: whatever is sent has arrived. */
export const playChannel: Channel = {
  name: "play",
  accountExternalId: "play",
  accountName: "play",
  abilities: {
    maxButtons: 24,
    maxButtonLabel: 80,
    edit: false,
    requestPhone: false,
    requestLocation: false,
    location: false,
    typing: false,
    receipts: false,
    calls: false,
    images: false,
    contactCards: false,
    maxText: 10_000,
  },
  pace: { perContactMs: 0, overallMs: 0 },
  listen: () => Promise.resolve(),
  send: ({ rowId }) => Promise.resolve({ type: "sent", externalId: rowId, at: 0 }),
  media: () => Promise.resolve({ type: "gone" }),
  evidence: () => Promise.resolve(undefined),
  health: () => ({ state: "live" }),
};
