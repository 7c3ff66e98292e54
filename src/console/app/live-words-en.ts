import type { LiveWords } from "./live-words.ts";

export const en: LiveWords = {
  away: "No signal to the shop.",
  back: "Connected again.",
  kept: (count) => (count === 1 ? "1 reply waits for a signal." : `${count} replies wait for a signal.`),
  waits: "waiting for a signal",
  goes: "sending…",
  refused: "not sent",
  takeBack: "Take back",
  push: {
    title: "Notifications on this device",
    hint: "This phone rings when a customer waits, a call falls due or an order comes in. What is said in chats is not sent.",
    on: "Turn notifications on",
    off: "Turn off on this device",
    isOn: "Notifications are on for this device.",
    devices: (count) => `On for ${count} devices.`,
    denied: "This browser forbids notifications from the shop. Allow them in its settings first.",
    unable: "This browser cannot. On an iPhone, add the console to the home screen first. The address must be https.",
    install: "To have it like an app: open the browser's menu and choose “Add to home screen”.",
  },
};
