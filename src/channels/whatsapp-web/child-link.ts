import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import { FromChild, type Notice, type Request } from "./protocol.ts";

/** How to start the child process. */
export interface ChildScript {
  readonly path: string;
  readonly execArgv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface ChildEars {
  onNotice(notice: Notice): void;
  /** The child is gone. Called once. */
  onExit(): void;
  /** The child said something unheard of */
  onNonsense(): void;
}

/** The answer did not come in time, or the child is gone: what was asked may have been done. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** The child answered that it could not. */
class ChildRefused extends Error {
  override readonly name = "ChildRefused";
}

interface Waiting {
  readonly settle: (result: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** A running child process and the calls to it that are under way. */
export class ChildLink {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #last = 0;
  #browserPid: number | undefined;

  constructor(script: ChildScript, ears: ChildEars) {
    const { path, execArgv, env } = script;
    this.#child = fork(path, [], {
      // Files of messages are bytes, which JSON has not.
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      ...(execArgv ? { execArgv: [...execArgv] } : {}),
      env: { ...withoutSecrets(process.env), ...env },
    });
    this.#exited = new Promise((resolve) => {
      const gone = () => {
        this.#failAll();
        resolve();
        ears.onExit();
      };
      this.#child.once("exit", gone);
      // It could not even be started, and no exit follows.
      this.#child.once("error", () => this.#child.pid === undefined && gone());
    });
    this.#child.on("message", (message) => {
      const said = FromChild.safeParse(message);
      if (!said.success) ears.onNonsense();
      else if ("notice" in said.data) this.#hear(said.data.notice, ears);
      else this.#settle(said.data);
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The browser's process, once it runs */
  get browserPid(): number | undefined {
    return this.#browserPid;
  }

  /** Asks the child. Rejects with NoAnswer or ChildRefused, or when the answer is none. */
  async call<Result>(
    request: Request,
    answer: z.ZodType<Result>,
    limitMs: number,
    signal?: AbortSignal,
  ): Promise<Result> {
    this.#last += 1;
    const call = this.#last;
    const giveUp = () => this.#waiting.get(call)?.fail(new NoAnswer(`no answer to ${request.type}`));
    const timer = setTimeout(giveUp, limitMs);
    // Not AbortSignal.any: with a signal that lives as long as the process it keeps every call's memory.
    signal?.addEventListener("abort", giveUp, { once: true });
    try {
      const result = await new Promise<unknown>((settle, fail) => {
        if (signal?.aborted || !this.#child.connected) return fail(new NoAnswer("the browser's process is gone"));
        this.#waiting.set(call, { settle, fail });
        this.#child.send({ call, request }, (error) => error && fail(new NoAnswer("the browser's process is gone")));
      });
      return answer.parse(result);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      this.#waiting.delete(call);
    }
  }

  /** Ends the child and its browser, kindly first. Resolves when both are gone. */
  async end(kindlyMs: number): Promise<void> {
    if (this.#isRunning()) await this.call({ type: "stop" }, z.unknown(), kindlyMs).catch(() => undefined);
    if (this.#isRunning()) this.#child.kill("SIGKILL");
    await this.#exited;
    await this.browserGone();
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  /** The browser ends when its pipe breaks; its profile can be used only then. */
  async browserGone(): Promise<void> {
    const pid = this.#browserPid;
    if (pid === undefined) return;
    for (const deadline = Date.now() + BROWSER_ENDS_MS; isAlive(pid); ) {
      if (Date.now() > deadline) return void signal(pid, "SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  #isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && this.#child.pid !== undefined;
  }

  #hear(notice: Notice, ears: ChildEars): void {
    if (notice.type === "browser") this.#browserPid = notice.pid;
    ears.onNotice(notice);
  }

  #settle(answer: Exclude<FromChild, { notice: Notice }>): void {
    const waiting = this.#waiting.get(answer.call);
    if ("error" in answer) waiting?.fail(new ChildRefused(answer.error));
    else waiting?.settle(answer.result);
  }

  #failAll(): void {
    for (const { fail } of this.#waiting.values()) fail(new NoAnswer("the browser's process ended"));
  }
}

const BROWSER_ENDS_MS = 3_000;

function isAlive(pid: number): boolean {
  return signal(pid, 0) ?? false;
}

function signal(pid: number, kind: NodeJS.Signals | 0): boolean | undefined {
  try {
    return process.kill(pid, kind);
  } catch {
    return undefined;
  }
}

/** The browser opens pages of others: it gets none of the shop's own settings, which hold tokens and passwords. */
function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !OWN_SETTINGS.test(name)));
}

const OWN_SETTINGS = /^(?:DATABASE_URL|TELEGRAM_|WHATSAPP_)|(?:TOKEN|SECRET|PASSWORD|API_KEY)$/;
