import type { OwnChatWords } from "./own-chat-words.ts";

export const en: OwnChatWords = {
  hint: "Link your own Telegram: new orders, who is to be called and who is waiting come to you there, and you take care of them from there.",
  noBot: "This shop has no Telegram bot yet, so there is nothing to link. This is how to make one:",
  getBot: [
    "In Telegram, open @BotFather, send /newbot, and follow it until you are given a token.",
    "On the shop's computer, write that token into the file .env: TELEGRAM_BOT_TOKEN=token-from-BotFather",
    "Start Kopdar again, then open this page once more.",
  ],
  askOwner: "Not the owner? Show this page to the owner.",
  away: "This shop has a Telegram bot, but Telegram could not be reached when Kopdar was started. Check the internet connection and the token in the file .env, then start Kopdar again.",
  linked: (name) => `Linked: ${name}`,
  business: {
    answers:
      "The bot also answers in the chats of your own Telegram account. Typing there takes the chat: the bot is silent at once.",
    mayNotReply:
      "The bot is connected to your Telegram account, but may not reply there yet. Allow it in Telegram: Settings › Telegram Business › Chatbots.",
  },
  make: "Link Telegram",
  another: "Use another Telegram",
  howTo:
    "Open it on the phone that has your Telegram, or scan the code, then press Start. Good for 15 minutes and once. Give it to nobody.",
  open: "Open in Telegram",
  qr: "Code of the Telegram link",
  unlink: "Unlink Telegram",
  sure: "Yes, unlink",
};
