import { noteSignal } from "./signal.ts";

/** How a request ended; a refusal carries the shop's own words. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly status: number; readonly message: string };

let csrf = "";
let onSignedOut: () => void = () => undefined;

/** Keeps the session's token, which every write carries. */
export function keepToken(token: string): void {
  csrf = token;
}

/** Called when an answer says that nobody is signed in (any more). */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

// The server is ours and of the same build: what it answers has the type it declares.
export function get<T>(path: string): Promise<Answer<T>> {
  return request<T>(path, { headers: {} });
}

export function post<T = undefined>(path: string, body: object = {}): Promise<Answer<T>> {
  return write<T>("POST", path, body);
}

export function put<T = undefined>(path: string, body: object): Promise<Answer<T>> {
  return write<T>("PUT", path, body);
}

function write<T>(method: "POST" | "PUT", path: string, body: object): Promise<Answer<T>> {
  const headers = { "content-type": "application/json", "x-kopdar": "1", "x-csrf-token": csrf };
  return request<T>(path, { method, headers, body: JSON.stringify(body) });
}

const PATIENCE_MS = 20_000;

async function request<T>(path: string, options: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(`/console/api${path}`, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await response.text();
    noteSignal(true);
    const data = text === "" ? undefined : JSON.parse(text);
    if (response.ok) return { ok: true, data };
    if (response.status === 401 && data?.error === "sign_in") onSignedOut();
    return { ok: false, status: response.status, message: data?.message ?? `${response.status}` };
  } catch {
    noteSignal(false);
    return { ok: false, status: 0, message: "" };
  }
}
