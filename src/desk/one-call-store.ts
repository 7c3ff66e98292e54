import type { Tx } from "../database/database.ts";
import { oneCallEach } from "../shop/call/one-call.ts";

/** A call as the list has it. */
export interface TaskInShort {
  readonly id: string;
  readonly customerId: string;
  readonly version: number;
}

/** What makes these calls part of another, or another part of them. */
export interface Together {
  /** The other call of the same customer that is made along with it, by the leading call's id */
  readonly along: ReadonlyMap<string, AlongTask>;
  /** Calls that are made along with an order's */
  readonly led: ReadonlySet<string>;
}

interface AlongTask extends TaskInShort {
  readonly kind: string;
  readonly reason: string;
  readonly times: number;
  readonly dueAt: bigint | null;
  readonly promisedAt: bigint | null;
}

export async function readTogether(tx: Tx, calls: readonly TaskInShort[]): Promise<Together> {
  const customers = [...new Set(calls.map(({ customerId }) => customerId))];
  const open = await tx.callTask.findMany({ where: { customerId: { in: customers }, outcome: null } });
  const rows = oneCallEach(open);
  const along = new Map(rows.flatMap(({ call, along: other }) => (other ? [[call.id, other] as const] : [])));
  return { along, led: new Set([...along.values()].map(({ id }) => id)) };
}

/** What a call's card shows: it is out of date where this has changed. */
export function callStamp({ id, version }: TaskInShort, { along, led }: Together): string {
  const other = along.get(id);
  if (led.has(id)) return `${version}-`;
  return other ? `${version}+${other.version}` : `${version}`;
}
