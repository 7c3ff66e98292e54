import type { Logger } from "pino";
import { z } from "zod";
import type { ChannelHealth, Delivery, SendResult } from "../channel.ts";
import type { Answer } from "./graph-answer.ts";
import type { GraphClient } from "./graph-client.ts";
import type { OwnSends } from "./own-sends.ts";
import { PairPace } from "./pair-pace.ts";
import { planSending } from "./plan-sending.ts";
import { planTemplate, type Template } from "./plan-template.ts";
import { healthOf, isWindowClosed, sendResult } from "./send-result.ts";
import { reasons } from "./whatsapp-cloud.words.ts";
import { OPEN_HOURS } from "./whatsapp-cloud-abilities.ts";

export interface SenderParts {
  readonly client: GraphClient;
  readonly phoneNumberId: string;
  readonly template: Template | undefined;
  readonly ownSends: OwnSends;
  readonly clock: () => number;
  readonly health: (health: ChannelHealth) => void;
  readonly log: Logger;
}

export interface Sender {
  send(delivery: Delivery, signal: AbortSignal): Promise<SendResult>;
}

const LIMIT_MS = 20_000;
const OPEN_MS = OPEN_HOURS * 60 * 60_000;
/** Two clocks and the way to the platform: what is this close to its end counts as closed. */
const MARGIN_MS = 60_000;

const MOST_REMEMBERED = 1_000;

/** How far a delivery of several messages has come. */
interface Progress {
  steps: number;
  imageId?: string;
  imageRefused?: true;
}

/** Sends each message once; whether to try again is the outbox's to decide. */
export function createSender(parts: SenderParts): Sender {
  const { client, phoneNumberId, template, ownSends, clock, log } = parts;
  const pace = new PairPace();
  // A long text is several messages: when a later one is held up, the earlier ones are not sent again.
  const progress = new Map<string, Progress>();

  /** Rows that were taken over or expired meanwhile never come again, so the oldest are forgotten. */
  function remember(rowId: string, done: Progress): void {
    progress.set(rowId, done);
    const [oldest] = progress.keys();
    if (progress.size > MOST_REMEMBERED && oldest !== undefined) progress.delete(oldest);
  }

  function call(make: Parameters<GraphClient["call"]>[0], signal: AbortSignal): Promise<Answer> {
    const sending = client.call(make, signal, LIMIT_MS).then((answer) => {
      const health = signal.aborted ? undefined : healthOf(answer);
      if (health) parts.health(health);
      return answer;
    });
    return ownSends.track(sending);
  }

  async function post(payload: object, contact: string, signal: AbortSignal) {
    const wait = pace.take(contact, clock());
    if (wait !== undefined) return { result: paced(wait), windowClosed: false };
    const path = `${phoneNumberId}/messages`;
    const answer = await call((api) => api.request("POST", path, { body: payload, responseType: "json" }), signal);
    const result = sendResult(answer, clock());
    if (result.type === "sent") ownSends.sent(result.externalId);
    return { result, windowClosed: isWindowClosed(answer) };
  }

  async function sendFreely(delivery: Delivery, signal: AbortSignal): Promise<SendResult> {
    const { rowId, contact, message } = delivery;
    const done: Progress = progress.get(rowId) ?? { steps: 0 };
    const upload = message.image && !done.imageRefused ? await uploadOnce(message.image, done, signal) : undefined;
    if (upload) return upload;
    for (const step of planSending(delivery, done.imageId).slice(done.steps)) {
      const first = await post(step.payload, contact, signal);
      if (first.windowClosed) return sendAsTemplate(delivery, signal);
      const inWords = first.result.type === "rejected" ? step.inWords : undefined;
      const { result } = inWords ? await post(inWords, contact, signal) : first;
      const again = result.type === "retry" || result.type === "unknown";
      if (again) remember(rowId, done);
      else if (step.main) progress.delete(rowId);
      // A map pin that is refused takes nothing from the words.
      if (again || step.main || result.type === "blocked") return result;
      done.steps += 1;
    }
    return { type: "unknown", reason: "nothing is left to send" };
  }

  /** Only what keeps the message from being sent now; a picture that the platform cannot use is left out. */
  async function uploadOnce(
    { data, mime }: NonNullable<Delivery["message"]["image"]>,
    done: Progress,
    signal: AbortSignal,
  ): Promise<SendResult | undefined> {
    if (done.imageId !== undefined) return undefined;
    const file = new Blob([Buffer.from(data, "base64")], { type: mime });
    const fileName = `gambar.${mime.split("/")[1]}`;
    const answer = await call((api) => api.media.upload({ phoneNumberId, type: mime, file, fileName }), signal);
    const uploaded = z.looseObject({ id: z.string() }).safeParse(answer.type === "done" ? answer.result : undefined);
    if (uploaded.success) {
      done.imageId = uploaded.data.id;
      return undefined;
    }
    const result = sendResult(answer, clock());
    // Nothing was sent to anybody yet, so an upload whose answer was lost is simply made again.
    if (result.type === "unknown") return { type: "retry", afterMs: 2000, reason: result.reason };
    if (result.type === "retry") return result;
    log.warn({ reason: answer.type === "refused" ? answer.code : "unreadable" }, "WhatsApp did not take a picture");
    done.imageRefused = true;
    return undefined;
  }

  async function sendAsTemplate(delivery: Delivery, signal: AbortSignal): Promise<SendResult> {
    progress.delete(delivery.rowId);
    if (!template) return { type: "rejected", reason: reasons.windowClosed };
    if (delivery.purpose !== undefined && !isForTemplate(delivery.purpose))
      return { type: "rejected", reason: reasons.notForTemplate };
    const step = planTemplate(delivery, template);
    if (!step) return { type: "rejected", reason: reasons.tooLongForTemplate };
    return (await post(step.payload, delivery.contact, signal)).result;
  }

  return {
    send(delivery, signal) {
      const { customerAt } = delivery;
      const isOpen = customerAt !== undefined && clock() - customerAt < OPEN_MS - MARGIN_MS;
      return isOpen ? sendFreely(delivery, signal) : sendAsTemplate(delivery, signal);
    },
  };
}

/** An answer and news of an order are what an approved utility template is for; a promo never is. */
function isForTemplate(purpose: string): boolean {
  return purpose === "reply" || purpose === "order";
}

function paced(afterMs: number): SendResult {
  return { type: "retry", afterMs, reason: "one message in six seconds to one customer", held: true };
}
