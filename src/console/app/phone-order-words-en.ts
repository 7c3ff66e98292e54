import type { PhoneOrderWords } from "./phone-order-words.ts";

export const en: PhoneOrderWords = {
  hint: "Write while you talk, in the customer's own words. Nothing is ordered before the customer says yes in chat.",
  say: "What the customer says",
  placeholder: "2 brownies coklat cod besok sore",
  note: "Note",
  notUnderstood: "That was not understood. Try other words.",
  empty: "No goods yet.",
  noOption: "choose",
  more: "One more",
  less: "One less",
  remove: "Remove",
  doubtful: "Not certain",
  noMatch: "nothing fits",
  askThem: "Ask the customer",
  theyRead: "What the customer will read",
  rest: "What is still open will be asked in chat.",
  send: "Send for a yes",
  sent: "Sent. The order is placed once the customer says yes.",
  makeLink: "Make a WhatsApp link",
  linkHint: "The link lasts 2 days and works once. Send it from the shop's WhatsApp.",
  notPublic: (address) =>
    `${address} opens only at the shop, so the customer is asked to send the words above to the shop's WhatsApp or Telegram. For a link, whoever runs the shop sets PUBLIC_URL.`,
  openWhatsApp: "Send by WhatsApp",
  openChat: "Open the conversation",
  another: "Write another order",
};
