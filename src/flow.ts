/** All that a flow may import besides shop rules. */
export type { Effect, HandOverReason } from "./conversation/effect.ts";
export type { Ask, Evidence, Flow, Known, Slots, TopicOutcome } from "./conversation/flow.ts";
export { flow } from "./conversation/flow.ts";
export type { Askable, KnownCustomer, Picture } from "./conversation/picture.ts";
export type { OfferedChoice } from "./conversation/state.ts";
export type { Answer, Reply, SteppedNews, Talk, TalkSoFar, TalkWords } from "./conversation/talk.ts";
export { dayOfGoods } from "./understanding/day-of-goods.ts";
export type { DoubtfulItem, Edit, Intent, Meaning, MeantItem, OpenQuestion } from "./understanding/meaning.ts";
export { DoubtfulItem as DoubtfulItemSchema, NOTHING } from "./understanding/meaning.ts";
