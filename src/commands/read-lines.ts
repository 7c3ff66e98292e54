import { createInterface } from "node:readline";
import { z } from "zod";
import { CommandError } from "./with-database.ts";

/** The JSON lines of a stream, each checked. Blank lines are passed over; a wrong one is named by its number. */
export async function* readLines<T>(input: NodeJS.ReadableStream, schema: z.ZodType<T>): AsyncGenerator<T> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim()) yield parseLine(line, schema, number);
  }
}

function parseLine<T>(line: string, schema: z.ZodType<T>, number: number): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new CommandError(`Line ${number} of standard input is not JSON.`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new CommandError(`Line ${number} of standard input: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
