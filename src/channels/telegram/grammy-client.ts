import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { type Answer, type ClientOptions, lostAnswer, type TelegramClient, withFiles } from "./telegram-client.ts";

/** The Bot API through grammY: its API client alone, without its polling, its runner or its retries. */
export function createGrammyClient({ token, apiRoot }: ClientOptions): TelegramClient {
  const api = new Api(token, { apiRoot });
  return {
    async call(method, params, signal) {
      try {
        const result: unknown = await Reflect.get(api.raw, method)(
          ...(takesNothing.has(method) ? [] : [withFiles(params, ({ bytes, name }) => new InputFile(bytes, name))]),
          signal,
        );
        return { type: "done", result };
      } catch (error) {
        return toAnswer(error);
      }
    },
  };
}

// grammY takes the signal first where the Bot API takes no parameters.
const takesNothing = new Set(["getMe", "getWebhookInfo", "logOut", "close"]);

function toAnswer(error: unknown): Answer {
  if (error instanceof GrammyError) {
    const retryAfter = error.parameters.retry_after;
    return {
      type: "refused",
      code: error.error_code,
      description: error.description,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
  if (error instanceof HttpError) return lostAnswer(error.error);
  throw error;
}
