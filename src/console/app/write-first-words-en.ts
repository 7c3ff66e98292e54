import type { WriteFirstWords } from "./write-first-words.ts";

export const writeFirstEn: WriteFirstWords = {
  hint: "Your own words, to one person. Not for promos: a number that spreads messages may be banned by WhatsApp.",
  begin: "Write first",
  newNumber: "Write to a new number",
  phone: "Phone number",
  phoneHint: "For example 0812 3456 7001",
  look: "Go on",
  wrongNumber: "The number cannot be read. Write it like 0812 3456 7001.",
  name: "Their name, if you know it",
  text: "First message",
  placeholder: "Hello, this is the shop …",
  send: "Send",
  goesBy: (channel) => `Sent by ${channel}. The conversation is yours from the start.`,
  inTemplate: (letters) =>
    `This person never wrote, so it goes as an approved template: at most ${letters} letters, in one line.`,
  mayFail: "If the number turns out not to be on WhatsApp, the conversation says that it failed.",
  notVouched:
    "It is not certain that this number is that customer's. Whoever answers is a customer of their own until you join the two on the profile.",
  hasChats: "There is a conversation already. Open it and write there:",
  open: (channel, label) => `${channel} · ${label}`,
  openWhatsApp: "Open in WhatsApp",
  why: {
    noWhatsApp: "This shop has no WhatsApp number here yet, so send it from the shop's phone. Your words come along.",
    notConnected:
      "The shop's WhatsApp number is not connected, so send it from the shop's phone. Your words come along.",
    noTemplate:
      "WhatsApp's official way lets a shop write first only with a template, and this shop has none. Send it from the shop's phone; your words come along.",
  },
  refused: {
    blocked: "This person blocked the shop, so nothing will arrive. Wait until they write again.",
    shopsOwn: "That is the shop's own number, so it cannot be written to from here.",
  },
  noNumber: "There is no number yet. Fill it in below if you know it.",
  unknown: "There is no such customer, or their data was erased.",
};
