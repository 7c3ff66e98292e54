/** A file among a call's parameters. */
export class Upload {
  readonly bytes: Buffer;
  readonly name: string;

  constructor(bytes: Buffer, name: string) {
    this.bytes = bytes;
    this.name = name;
  }
}

/** The parameters of a call, with its files as a library wants them. */
export function withFiles(params: object, file: (upload: Upload) => unknown): object {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, value instanceof Upload ? file(value) : value]),
  );
}

/** Calls the Bot API, each call once: retrying is decided where the consequences are known. */
export interface TelegramClient {
  /** `params` may hold an Upload. Resolves for everything that can happen on the way; rejects only for a fault in our own code. */
  call(method: string, params: object, signal: AbortSignal): Promise<Answer>;
}

/** How a call ended. */
export type Answer =
  | { readonly type: "done"; readonly result: unknown }
  /** Telegram answered no. `retryAfter` in seconds. */
  | { readonly type: "refused"; readonly code: number; readonly description: string; readonly retryAfter?: number }
  /** No answer. Where nothing was `written`, Telegram surely never saw the request. */
  | { readonly type: "lost"; readonly written: boolean; readonly reason: string };

/** What a library's client is made with. `apiRoot` has no slash at its end. */
export interface ClientOptions {
  readonly token: string;
  readonly apiRoot: string;
}

/**
 * The answer that a failed node-fetch request stands for; both libraries use it.
 * Its message holds the address and with it the token, so only codes are passed on.
 */
export function lostAnswer(error: unknown): Answer {
  if (!(error instanceof Error)) return { type: "lost", written: true, reason: "no answer" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const kind = "type" in error && typeof error.type === "string" ? error.type : undefined;
  return { type: "lost", written: !failedToConnect(error.message), reason: code ?? kind ?? error.name };
}

// Node names the failing step in the reason; several addresses tried in vain leave it empty.
function failedToConnect(message: string): boolean {
  return /failed, reason: ?(connect |getaddrinfo |$)/.test(message);
}
