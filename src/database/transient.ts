/** Prisma's codes for what waiting cures: no connection, pool or transaction wait too long, busy, write conflict. */
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034", "P2037"]);

/** SQLSTATE classes and codes: connection lost, transaction rolled back, out of connections, shutting down, lock wait. */
const SQLSTATE = /^(08...|40001|40P01|53300|57P0[123]|55P03|25P03)$/;

const SOCKET_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
]);

const ADAPTER_KINDS = new Set([
  "ConnectionClosed",
  "DatabaseNotReachable",
  "SocketTimeout",
  "TooManyConnections",
  "TransactionAlreadyClosed",
  "TransactionWriteConflict",
]);

/** What the drivers say without any code. */
const SENTENCES =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|client has encountered a connection error|database is locked|server closed the connection/i;

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

/** Whether a failed piece of database work only wants to be done again: nothing of it was kept, and nothing in it is wrong. */
export function isTransient(error: unknown): boolean {
  return chain(error).some(
    (link) =>
      PRISMA_CODES.has(text(link, "code")) ||
      SQLSTATE.test(text(link, "code")) ||
      SQLSTATE.test(text(link, "originalCode")) ||
      SOCKET_CODES.has(text(link, "code")) ||
      ADAPTER_KINDS.has(text(link, "kind")) ||
      isBusy(field(link, "rawCode")) ||
      SENTENCES.test(text(link, "message")),
  );
}

/** The error with what it was caused by and what Prisma wrapped it around. */
function chain(error: unknown): readonly object[] {
  const links: object[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && links.length < 20) {
    const next = waiting.shift();
    if (typeof next !== "object" || next === null || links.includes(next)) continue;
    links.push(next);
    waiting.push(field(next, "cause"), field(next, "meta"), field(next, "driverAdapterError"));
  }
  return links;
}

function field(value: object, name: string): unknown {
  return name in value ? Reflect.get(value, name) : undefined;
}

function text(value: object, name: string): string {
  const found = field(value, name);
  return typeof found === "string" ? found : "";
}

function isBusy(rawCode: unknown): boolean {
  return typeof rawCode === "number" && ((rawCode & 0xff) === SQLITE_BUSY || (rawCode & 0xff) === SQLITE_LOCKED);
}
