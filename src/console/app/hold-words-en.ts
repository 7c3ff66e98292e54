import type { HoldWords } from "./hold-words.ts";

export const holdEn: HoldWords = {
  endsIn: (minutes) =>
    minutes < 1
      ? "Goes back to the bot any moment, because it is quiet."
      : `Goes back to the bot in ${minutes} min, because it is quiet.`,
  holdOn: "Keep it",
  more: "More choices",
  passOn: "Pass on",
  passTo: "Pass on to",
  offDuty: "off duty",
  note: "Note for the colleague",
  noteHint: "For example: only the address is missing.",
  noColleagues: "There is no other colleague yet to pass it on to.",
  cancel: "Cancel",
  duty: "Duty hours",
  dutyHint: "Example: Senin-Sabtu 08.00-16.00. Leave empty for: whenever the shop is open.",
  dutyAlways: "whenever the shop is open",
  save: "Save",
  handOverTitle: "Call a seller",
  handOverHint:
    "Who asks for a person, complains, returns goods, or sends a payment proof, photo or voice note always reaches a seller. These come on top; the bot is silent until the chat is handed back.",
  bargaining: "Customers who bargain",
  orderAbove: "Large orders",
  rulesTitle: "Chats held by a person",
  rulesHint: "So that the bot does not stay silent for ever, and whoever waits is answered.",
  quietMinutes: "Back to the bot after the seller's silence (minutes)",
  quietHint: "5 to 720 minutes, counted from the seller's last word. 0: never.",
  remindMinutes: "Remind when nobody has taken it (minutes)",
  remindHint: "After this time again, then whoever is on duty next is told, then the owner.",
};
