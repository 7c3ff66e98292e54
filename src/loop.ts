/** Work that repeats: at once when woken, else after the pause it asks for; after a fault with growing pauses. */
export class Loop {
  readonly #work: () => Promise<number>;
  readonly #report: (error: unknown) => void;
  #stopped = false;
  #woken = false;
  #rouse: (() => void) | undefined;
  #running: Promise<void> | undefined;

  /** `work` resolves to how many ms to wait before the next time. */
  constructor(work: () => Promise<number>, report: (error: unknown) => void) {
    this.#work = work;
    this.#report = report;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  wake(): void {
    this.#woken = true;
    this.#rouse?.();
  }

  /** Resolves when the work under way is done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    let faults = 0;
    while (!this.#stopped) {
      this.#woken = false;
      try {
        await this.#pause(await this.#work());
        faults = 0;
      } catch (error) {
        this.#report(error);
        // Being woken does not make a broken database whole.
        await this.#pauseThrough(Math.min(50 * 2 ** faults, 2_000));
        faults += 1;
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    if (ms <= 0 || this.#woken || this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#rouse = undefined;
  }

  async #pauseThrough(ms: number): Promise<void> {
    const until = performance.now() + ms;
    for (let left = ms; left > 0 && !this.#stopped; left = until - performance.now()) {
      this.#woken = false;
      await this.#pause(left);
    }
  }
}
