interface Listed {
  readonly id: string;
  readonly customerId: string;
  readonly kind: string;
}

/** A row of the list: a call, and what else the same customer is to be called for. */
export interface CallRow<T extends Listed> {
  readonly call: T;
  readonly along?: T;
}

/**
 * The open calls as a seller makes them, in their order. Who is on the list for an order to confirm and for a call besides
 * is called once: the order's call leads, and the other goes along.
 */
export function oneCallEach<T extends Listed>(open: readonly T[]): readonly CallRow<T>[] {
  const leads = new Map<string, T>();
  const others = new Map<string, T>();
  for (const call of open) {
    const firsts = call.kind === "confirm" ? leads : others;
    const first = firsts.get(call.customerId);
    if (first === undefined || call.id < first.id) firsts.set(call.customerId, call);
  }
  return open.flatMap((call) => {
    const along = others.get(call.customerId);
    if (along === undefined || !leads.has(call.customerId)) return [{ call }];
    if (call === along) return [];
    return leads.get(call.customerId) === call ? [{ call, along }] : [{ call }];
  });
}
