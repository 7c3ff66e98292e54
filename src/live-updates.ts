/** What changed, for open screens: a conversation's thread, or the list of orders. Carries ids only, never words. */
export type LiveTopic = { readonly type: "conversation"; readonly id: string } | { readonly type: "order"; readonly id: string };

/** Tells open screens of every process that something changed; they then read it anew. Losing one is harmless. */
export interface LiveUpdates {
  publish(topics: readonly LiveTopic[]): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (topic: LiveTopic) => void): () => void;
}
