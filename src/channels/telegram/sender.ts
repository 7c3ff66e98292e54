import type { Delivery, SendResult } from "../channel.ts";
import { businessChatOf } from "./business-chat.ts";
import type { BusinessConnections } from "./business-connections.ts";
import { callWithin } from "./call-within.ts";
import { createPictureCalls } from "./picture-calls.ts";
import { planEdit, planMenu, planSending } from "./plan-sending.ts";
import { businessResult, cannotBeEdited, isUnchanged, sendResult } from "./send-result.ts";
import { businessReasons } from "./telegram.words.ts";
import type { Answer, TelegramClient } from "./telegram-client.ts";
import { isThreadGone, type Place, type Threads } from "./threads.ts";

export interface Sender {
  send(delivery: Delivery, signal: AbortSignal): Promise<SendResult>;
}

const limitMs = 20_000;

/** How far a delivery of several calls has come. */
interface Progress {
  steps: number;
  main?: SendResult;
}

/** On whose behalf a message goes: the bot's own, or that of a business account. */
interface Way {
  readonly params: { readonly business_connection_id?: string };
  readonly resultOf: (answer: Answer) => SendResult;
}

const OWN_WAY: Way = { params: {}, resultOf: sendResult };

/** Sends each call once; whether to try again is the outbox's to decide. */
export function createSender(client: TelegramClient, threads: Threads, business: BusinessConnections): Sender {
  // A long text is several messages: when a later one is held up, the earlier ones are not sent again.
  const progress = new Map<string, Progress>();
  const keyboardOpen = new Set<string>();
  const pictures = createPictureCalls();

  async function sendAnew(delivery: Delivery, way: Way, signal: AbortSignal): Promise<SendResult> {
    const place = await threads.placeOf(delivery, signal);
    if (place.type === "notYet") return place.result;
    const sent = await sendInto(place, delivery, way, signal);
    if (sent !== "threadGone") return sent;
    const next = await threads.placeOf(delivery, signal, true);
    if (next.type === "notYet") return next.result;
    const again = await sendInto(next, delivery, way, signal);
    if (again !== "threadGone") return again;
    return { type: "rejected", reason: "its topic is gone as soon as it is made" };
  }

  async function sendInto(
    place: Exclude<Place, { type: "notYet" }>,
    delivery: Delivery,
    way: Way,
    signal: AbortSignal,
  ): Promise<SendResult | "threadGone"> {
    const { rowId, contact } = delivery;
    const thread = place.type === "thread" ? { message_thread_id: place.id } : {};
    const done: Progress = progress.get(rowId) ?? { steps: 0 };
    let result: SendResult = done.main ?? { type: "unknown", reason: "nothing is left to send" };
    for (const step of planSending(delivery, keyboardOpen.has(contact)).slice(done.steps)) {
      const answer = await pictures.make(step, (method, params) =>
        callWithin(client, method, { ...params, ...thread, ...way.params }, signal, limitMs),
      );
      if (place.type === "thread" && isThreadGone(answer)) return "threadGone";
      result = way.resultOf(answer);
      const leftOut = step.image !== undefined && !step.main && result.type === "rejected";
      if (result.type !== "sent" && !leftOut) break;
      done.steps += 1;
      if (!step.main) continue;
      done.main = result;
      noteKeyboard(step.params, contact);
    }
    const again = result.type === "retry" || result.type === "unknown";
    if (again && done.steps > 0) progress.set(rowId, done);
    else progress.delete(rowId);
    // A menu that is refused takes nothing from the words either.
    const menu = done.main && !again ? planMenu(delivery) : undefined;
    if (menu) await callWithin(client, menu.method, menu.params, signal, limitMs);
    // A map pin that is refused takes nothing from the words that arrived.
    return done.main && !again ? done.main : result;
  }

  function noteKeyboard(params: object, contact: string): void {
    const markup = "reply_markup" in params ? params.reply_markup : undefined;
    if (typeof markup !== "object" || markup === null) return;
    if ("keyboard" in markup) keyboardOpen.add(contact);
    if ("remove_keyboard" in markup) keyboardOpen.delete(contact);
  }

  return {
    async send(delivery, signal) {
      const result = await sendOnce(delivery, signal);
      if (result.type === "sent") await threads.rename(delivery, signal);
      return result;
    },
  };

  async function sendOnce(delivery: Delivery, signal: AbortSignal): Promise<SendResult> {
    const way = await wayTo(delivery.contact);
    if ("type" in way) return way;
    const edit = planEdit(delivery);
    if (!edit) return sendAnew(delivery, way, signal);
    const answer = await callWithin(client, edit.method, { ...edit.params, ...way.params }, signal, limitMs);
    if (cannotBeEdited(answer)) return sendAnew(delivery, way, signal);
    if (isUnchanged(answer)) return { type: "sent", externalId: `${delivery.externalIdToEdit}`, at: Date.now() };
    return way.resultOf(answer);
  }

  /** What a business account does not allow is not tried: staff read why beside the message. */
  async function wayTo(contact: string): Promise<Way | SendResult> {
    const chat = businessChatOf(contact);
    if (!chat) return OWN_WAY;
    const connection = await business.newestOf(chat.account);
    if (!connection?.isEnabled) return { type: "rejected", reason: businessReasons.notConnected };
    if (!connection.canReply) return { type: "rejected", reason: businessReasons.mayNotReply };
    return { params: { business_connection_id: connection.id }, resultOf: businessResult };
  }
}
