/** An error as the log keeps it. */
export interface LoggedError {
  /** The error's name */
  readonly type: string;
  readonly message?: string;
  readonly code?: string | number;
  readonly kind?: string;
  /** Where it was thrown, without the message that a stack begins with */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * What the log keeps of an error. Databases and parsers quote what they choke on, and that is a customer's words, name
 * or phone number: of their errors only the name, the codes and the frames are kept.
 */
export function logError(error: unknown): LoggedError {
  return logged(error, MOST_CAUSES);
}

const MOST_CAUSES = 4;

function logged(error: unknown, causesLeft: number): LoggedError {
  if (typeof error !== "object" || error === null) return { type: typeof error };
  const type = text(error, "name") ?? error.constructor?.name ?? "object";
  const message = text(error, "message");
  const code = codeOf(error);
  const kind = text(error, "kind");
  const stack = frames(text(error, "stack"), message);
  const cause = field(error, "cause") ?? field(field(error, "meta"), "driverAdapterError");
  return {
    type,
    ...(message !== undefined && isOurs(error, type, code) ? { message } : {}),
    ...(code === undefined ? {} : { code }),
    ...(kind === undefined ? {} : { kind }),
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined || causesLeft === 0 ? {} : { cause: logged(cause, causesLeft - 1) }),
  };
}

/** Whether the message was written by a programmer, or is about a connection, and so quotes no data. */
function isOurs(error: object, type: string, code: string | number | undefined): boolean {
  if (CONNECTION.test(`${code ?? ""}`)) return true;
  return (
    error instanceof Error &&
    !QUOTING.test(type) &&
    !["clientVersion", "severity", "rawCode"].some((name) => name in error)
  );
}

/** No connection, wrong password, no such database, too many clients, shutting down */
const CONNECTION = /^(P1\d{3}|(08|28|3D|53|57)\w{3}|E[A-Z]{3,})$/;
/** Prisma, its adapters, libSQL, SQLite, node-postgres (whose errors are named `error`), and JSON.parse */
const QUOTING = /^(Prisma|DriverAdapter|Libsql|LibSql|Sqlite|DatabaseError|SyntaxError|error$)/;

function codeOf(error: object): string | number | undefined {
  const code = field(error, "code") ?? field(error, "originalCode");
  return typeof code === "number" || (typeof code === "string" && /^\w{1,60}$/.test(code)) ? code : undefined;
}

/** A message may have lines that look like frames, so it is cut off before they are looked for. */
function frames(stack: string | undefined, message = ""): string | undefined {
  if (stack === undefined) return undefined;
  const start = stack.indexOf(message);
  const rest = start === -1 ? stack : stack.slice(start + message.length);
  return rest
    .split("\n")
    .filter((line) => FRAME.test(line))
    .join("\n");
}

const FRAME = /^ {4}at .+(:\d+\)?|native\)|<anonymous>\)?)$/;

function text(value: object, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === "string" ? found : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
