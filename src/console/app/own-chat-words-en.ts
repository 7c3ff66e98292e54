import type { OwnChatWords } from "./own-chat-words.ts";

export const en: OwnChatWords = {
  hint: "Link your own Telegram: who is to be called and who is waiting comes to you there, and you answer from there.",
  notOffered:
    "This shop has no Telegram bot yet, or Telegram cannot be reached. The owner connects it when setting up the shop.",
  linked: (name) => `Linked: ${name}`,
  make: "Link Telegram",
  another: "Use another Telegram",
  howTo:
    "Open it on the phone that has your Telegram, or scan the code, then press Start. Good for 15 minutes and once. Give it to nobody.",
  open: "Open in Telegram",
  qr: "Code of the Telegram link",
  unlink: "Unlink Telegram",
  sure: "Yes, unlink",
};
