/** What the road counts. Each call is cheap and never throws. */
export interface Metrics {
  /** Turns committed, in how many they were grouped, and how long the transaction took */
  turnsTaken(count: number, ms: number): void;
  /** The shop did not carry something out; the turn is taken again */
  turnRefused(reason: string): void;
  /** Our own code or data threw */
  turnFailed(): void;
  /** Stored answers that today's code could not read, met in committed or retaken turns */
  answersUnread(count: number): void;
  /** A row's sending ended so */
  outboxSettled(status: string): void;
  /** From the row's commit to the platform's answer */
  sendingTook(ms: number): void;
  /** Customers who are to be called, and how many of them wait longer than they were told */
  callsOpen(open: number, overdue: number): void;
  /** Age of the oldest row that should have been sent by now; 0 when there is none */
  outboxAge(account: string, ms: number): void;
}

export const noMetrics: Metrics = {
  turnsTaken: () => undefined,
  turnRefused: () => undefined,
  turnFailed: () => undefined,
  answersUnread: () => undefined,
  outboxSettled: () => undefined,
  sendingTook: () => undefined,
  callsOpen: () => undefined,
  outboxAge: () => undefined,
};
