/** What the driver keeps of its account in the shop's database: JSON by key. */
export interface NumberRecords {
  /** All that is kept, by key */
  load(accountId: string): Promise<ReadonlyMap<string, string>>;
  /** Writes entries in one commit; `undefined` takes an entry away. */
  write(accountId: string, entries: ReadonlyMap<string, string | undefined>): Promise<void>;
  /** Whether a failure of the database only wants patience: nothing in what was asked is wrong */
  passes(error: unknown): boolean;
}
