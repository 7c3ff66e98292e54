import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { type Answer, answerOf } from "./graph-answer.ts";

export interface GraphAccess {
  readonly token: string;
  /** With the version at its end: https://graph.facebook.com/v24.0 */
  readonly apiRoot: string;
  readonly phoneNumberId: string;
}

/** Calls the Graph API for one phone number, each call once: retrying is decided where the consequences are known. */
export interface GraphClient {
  /** Gives up after `limitMs` or when `signal` aborts. Rejects only for a fault in our own code. */
  call(make: (api: WhatsAppClient) => Promise<unknown>, signal: AbortSignal, limitMs: number): Promise<Answer>;
}

export function createGraphClient({ token, apiRoot }: GraphAccess): GraphClient {
  const { baseUrl, graphVersion } = splitRoot(apiRoot);
  return {
    async call(make, signal, limitMs) {
      if (signal.aborted) return { type: "lost", written: false, reason: "stopping" };
      // Not AbortSignal.any: with a signal that lives as long as the process it keeps every call's memory.
      const limit = new AbortController();
      const abort = () => limit.abort();
      const timer = setTimeout(abort, limitMs);
      signal.addEventListener("abort", abort, { once: true });
      // The library takes no signal, so each call has a client whose fetch does.
      const bounded: typeof fetch = (input, init) => fetch(input, { ...init, signal: limit.signal });
      try {
        const api = new WhatsAppClient({ accessToken: token, baseUrl, graphVersion, fetch: bounded });
        return { type: "done", result: await make(api) };
      } catch (error) {
        return answerOf(error);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      }
    },
  };
}

function splitRoot(apiRoot: string): { readonly baseUrl: string; readonly graphVersion: string } {
  const [, baseUrl, graphVersion] = /^(.*)\/(v\d+\.\d+)\/*$/.exec(apiRoot) ?? [];
  if (!baseUrl || !graphVersion)
    throw new Error("WHATSAPP_CLOUD_API_ROOT must end with the version: https://graph.facebook.com/v24.0");
  return { baseUrl, graphVersion };
}
