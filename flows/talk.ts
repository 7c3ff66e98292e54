import type { Talk } from "#flow";
import { isOpenToCustomer, isRunning } from "../src/shop/order/order.ts";
import { adjustOrder, answersOf } from "./adjust-order/adjust-order.ts";
import { adjustOrderWords } from "./adjust-order/adjust-order.words.ts";
import { call } from "./call/call.ts";
import { callAnswers, LATE_CALL, lateCall } from "./call/call-answers.ts";
import { confirmOrder } from "./confirm-order/confirm-order.ts";
import { consentAnswers } from "./consent/consent.ts";
import { greetingAnswers } from "./greeting/greeting.ts";
import { order } from "./order/order.ts";
import { basketOfOrder } from "./order/placed.ts";
import { personAnswers } from "./person/person.ts";
import { photoAnswers } from "./photos/photos.ts";
import { placedOrderAnswers } from "./placed-orders/placed-orders.ts";
import { questionAnswers } from "./questions/questions.ts";
import { talkWords } from "./talk.words.ts";

/** Everything the bot can talk about. */
export const talk: Talk = {
  flows: [order, call, confirmOrder, adjustOrder],
  answers: [
    ...greetingAnswers,
    ...questionAnswers,
    ...photoAnswers,
    ...placedOrderAnswers,
    ...consentAnswers,
    ...callAnswers,
    ...personAnswers,
  ],
  timers: { [LATE_CALL]: lateCall },
  commands: {
    menu: () => ({ means: { intents: ["ask_menu"] } }),
    pesanan: () => ({ means: { intents: ["order_status"] } }),
    bantuan: () => ({ means: { intents: ["talk_to_human"] } }),
    batal: () => ({ means: { intents: ["cancel_order"] } }),
    privacy: (picture) => ({ say: [talkWords.privacy(picture)] }),
  },
  words: talkWords,
  proposed: order.name,
  confirmed: confirmOrder.name,
  offered: { flow: adjustOrder.name, answers: answersOf },
  lateTap: (label, offer, picture) => {
    const isOffers = [adjustOrderWords.yes, adjustOrderWords.no].includes(label);
    return isOffers && offer ? adjustOrderWords.state(offer, picture) : undefined;
  },
  basket: (picture) => {
    const running = picture.orders.filter(isRunning);
    const latest = running.find(({ status }) => isOpenToCustomer(status)) ?? running[0];
    return latest ? basketOfOrder(latest, picture) : [];
  },
};
