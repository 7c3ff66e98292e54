import { GraphApiError } from "@kapso/whatsapp-cloud-api";

/** How a call of the Graph API ended. */
export type Answer =
  | { readonly type: "done"; readonly result: unknown }
  /** The platform said no. `code` is its own, or the HTTP status where it gave none (`isGraph` false: a gateway's page). */
  | {
      readonly type: "refused";
      readonly status: number;
      readonly code: number;
      readonly subcode?: number;
      readonly isGraph: boolean;
      readonly title: string;
      readonly retryAfterMs?: number;
    }
  /** No answer. Where nothing was `written`, the platform surely never saw the request. */
  | { readonly type: "lost"; readonly written: boolean; readonly reason: string };

/** What a failed call means. Rethrows faults in our own code. */
export function answerOf(error: unknown): Answer {
  if (error instanceof GraphApiError) return refusal(error);
  if (!(error instanceof Error) || error.name === "ZodError") throw error;
  // A success that cannot be read: the platform took the call, whatever became of its answer.
  if (error instanceof SyntaxError) return { type: "lost", written: true, reason: "an answer that cannot be read" };
  const code = codeOf(error.cause) ?? codeOf(error) ?? error.name;
  if (!isOfTheLine(error)) throw error;
  return { type: "lost", written: !neverConnected.test(code), reason: code };
}

function refusal({ httpStatus, code, errorSubcode: subcode, details, message, retry, raw }: GraphApiError): Answer {
  const isGraph = typeof raw === "object" && raw !== null && "error" in raw;
  const { retryAfterMs } = retry;
  return {
    type: "refused",
    status: httpStatus,
    code,
    isGraph,
    // A gateway's page may hold anything, an address among it.
    title: isGraph ? (details ?? message) : `HTTP ${httpStatus}`,
    ...(subcode === undefined ? {} : { subcode }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** `fetch` fails with a TypeError that has a cause, or with the signal's own error. */
function isOfTheLine(error: Error): boolean {
  return error.name === "AbortError" || error.name === "TimeoutError" || error.cause !== undefined || "code" in error;
}

const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  // Several addresses tried in vain are one error of many.
  if ("errors" in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return undefined;
}
