import { Telegram, TelegramError } from "telegraf";
import { type Answer, type ClientOptions, lostAnswer, type TelegramClient, withFiles } from "./telegram-client.ts";

/** The Bot API through telegraf: its API client alone, without `launch` and its webhook handler. */
export function createTelegrafClient({ token, apiRoot }: ClientOptions): TelegramClient {
  // telegraf resolves the method against the root, so a root with a path needs its slash.
  const telegram = new Telegram(token, { apiRoot: `${apiRoot}/`, webhookReply: false });
  return {
    async call(method, params, signal) {
      try {
        // Its types end at Bot API 7.1; newer methods go through the same door untyped.
        const sent = withFiles(params, ({ bytes, name }) => ({ source: bytes, filename: name }));
        const result: unknown = await Reflect.apply(telegram.callApi, telegram, [method, sent, { signal }]);
        return { type: "done", result };
      } catch (error) {
        return toAnswer(error);
      }
    },
  };
}

function toAnswer(error: unknown): Answer {
  if (error instanceof TelegramError) {
    const retryAfter = error.parameters?.retry_after;
    return {
      type: "refused",
      code: error.code,
      description: error.description,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
  if (isFetchFailure(error)) return lostAnswer(error);
  throw error;
}

function isFetchFailure(error: unknown): boolean {
  return error instanceof Error && (error.name === "FetchError" || error.name === "AbortError");
}
