/** Something that colleagues are pushed. It tells how many, never who. */
export interface PushNews {
  /** Staff ids */
  readonly to: readonly string[];
  /** Customers wait for a person, and wait still; calls fell due; orders came; what was offered instead of something was not taken */
  readonly type: "waiting" | "stillWaiting" | "calls" | "orders" | "declined";
  readonly count: number;
}

/** Pushes news to the browsers of colleagues who asked for it. It never throws and nobody waits for it. */
export interface StaffPush {
  tell(news: readonly PushNews[]): void;
}
