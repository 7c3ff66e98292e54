import { Call, type Notice } from "../protocol.ts";
import { Driver } from "./driver.ts";
import type { Page } from "./open-client.ts";

export interface ChildHooks {
  /** Called with the page before it loads anything */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Serves the shop's calls until it goes away. With the shop this process ends, and with it the browser. */
export function runChild(hooks: ChildHooks = {}): void {
  const tell = (notice: Notice) => post({ notice });
  const driver = new Driver({ ...hooks, tell, end: (code) => process.exit(code) });
  process.on("disconnect", () => process.exit(0));
  // The console's Ctrl-C reaches the whole group of processes; the shop says itself when to stop.
  process.on("SIGINT", () => undefined);
  process.on("unhandledRejection", (reason) => {
    tell({ type: "trouble", what: nameOf(reason) });
    driver.suspect();
  });
  process.on("message", (message) => void answer(driver, message));
}

async function answer(driver: Driver, message: unknown): Promise<void> {
  const call = Call.safeParse(message);
  if (!call.success) return;
  try {
    post({ call: call.data.call, result: await driver.do(call.data.request) });
  } catch (error) {
    post({ call: call.data.call, error: nameOf(error) });
  }
}

function post(message: object): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

/** What went wrong, without any words of a customer: those of the page stand after the first line. */
function nameOf(reason: unknown): string {
  const words = reason instanceof Error ? reason.message : String(reason);
  return (words.split("\n")[0] ?? "").slice(0, 200);
}
