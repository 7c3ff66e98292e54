const MOST_REMEMBERED = 2_000;

/**
 * The newest words of each customer whose chat a person holds, by whatever the platform marks them as read with. They
 * are marked once the shop answers; only this process knows of them, so a restart leaves them unmarked until then.
 */
export class UnseenWords<Mark> {
  readonly #marks = new Map<string, Mark>();

  keep(contact: string, mark: Mark): void {
    this.#marks.delete(contact);
    this.#marks.set(contact, mark);
    const [oldest] = this.#marks.keys();
    if (this.#marks.size > MOST_REMEMBERED && oldest !== undefined) this.#marks.delete(oldest);
  }

  /** What is to be marked now, once; undefined where nothing waits. */
  take(contact: string): Mark | undefined {
    const mark = this.#marks.get(contact);
    this.#marks.delete(contact);
    return mark;
  }
}
