import pino, { type DestinationStream, type Logger } from "pino";
import type { Config } from "./config.ts";
import { logError } from "./log-error.ts";

/** The program's log: JSON lines without words, names or numbers of customers, also where an error quotes them. */
export function openLog(level: Config["logLevel"], destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      serializers: { err: logError },
      hooks: {
        // pino, and Fastify as well, take an error's own message for the line's.
        logMethod([first, message, ...others], method) {
          const error = errorIn(first);
          const told = error && (message === undefined || message === error.message) ? sayError(error) : message;
          method.apply(this, [first, told, ...others]);
        },
      },
    },
    destination,
  );
}

function errorIn(logged: unknown): Error | undefined {
  const error = typeof logged === "object" && logged !== null && "err" in logged ? logged.err : logged;
  return error instanceof Error ? error : undefined;
}

function sayError(error: Error): string {
  return logError(error).message ?? "something went wrong";
}
