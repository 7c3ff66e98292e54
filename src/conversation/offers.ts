import type { EventBody } from "../channels/message.ts";
import { dropTopic, putTopic, type TurnDraft } from "./turn-draft.ts";
import { scopeOf } from "./waiting-rules.ts";

/**
 * What staff offer in place of something in an order is asked at once; what else was open comes after it. Where only a
 * person hears the customer it is said without a question: the answer is theirs to hear, and the bot asks once it is back.
 */
export function askAboutOffer(draft: TurnDraft, id: string): void {
  const { input, talk } = draft;
  const { picture } = input;
  const offer = picture.offer(id);
  // Nobody asks about what was taken back, or came to nothing, before anybody read of it.
  if (offer?.state !== "open") return;
  forget(draft, offer.order.id);
  draft.state = { ...draft.state, offered: id };
  const { flow, answers } = talk.offered;
  putTopic(draft, { id: picture.newId(), flow, answers: answers(offer, picture), touchedAt: picture.now });
  draft.asked = undefined;
  const isPersons = input.held || (input.waiting !== undefined && scopeOf(input.waiting.reason) === "nothing");
  if (!isPersons) {
    draft.spoken = true;
    return;
  }
  draft.state = { ...draft.state, asked: undefined };
  draft.effects.push({ type: "say", text: talk.words.offerShown(offer, picture), purpose: "order" });
}

/** Staff took an offer back, or noted the answer that they were told: the customer reads what came of it. */
export function tellSettled(
  draft: TurnDraft,
  { offer: id, order, state }: Extract<EventBody, { readonly type: "offerSettled" }>,
): void {
  const { input, talk } = draft;
  const offer = input.picture.offer(id);
  forget(draft, order);
  if (!offer) return;
  const text = talk.words.offerSettled(offer, state, input.picture);
  draft.effects.push({ type: "say", text, purpose: "order" });
  if (state === "accepted") draft.effects.push({ type: "showOrder", by: { order } });
}

/** Whatever was asked about an order before is asked no more. */
function forget(draft: TurnDraft, order: string): void {
  const name = draft.talk.offered.flow;
  for (const topic of draft.state.topics) {
    if (topic.flow !== name || topic.answers.order !== order) continue;
    dropTopic(draft, topic);
    if (draft.state.asked?.topic === topic.id) draft.state = { ...draft.state, asked: undefined };
    if (draft.asked?.topic === topic.id) draft.asked = undefined;
  }
}
