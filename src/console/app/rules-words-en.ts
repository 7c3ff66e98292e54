import type { RulesWords } from "./rules-words.ts";

export const rulesEn: RulesWords = {
  hint: "They count for orders and conversations from the moment they are saved.",
  confirmCall: {
    title: "Call before the shop begins",
    hint: "Only for orders paid at the door (COD). The order waits until the customer says yes, on the phone or in the chat.",
    firstOrderAbove: "Large first orders",
    rupiah: "Above (rupiah)",
    afterFailedDeliveries: "Customers whose deliveries failed before",
    times: "After so many failed deliveries",
    off: "With nothing ticked, no order is called first.",
  },
  save: "Save",
  saved: "Saved.",
};
