import type { FastifyInstance, FastifyRequest } from "fastify";

/** Counts a request and tells whether there were too many in the last minutes. */
export type Exceeded = (request: FastifyRequest) => Promise<boolean>;

const MINUTE_MS = 60_000;

/** At most `max` requests per `minutes` for each key. The name keeps the counts of different rules apart. */
export function rateCheck(
  server: FastifyInstance,
  name: string,
  max: number,
  keyOf: (request: FastifyRequest) => string,
  minutes = 1,
): Exceeded {
  const check = server.createRateLimit({
    max,
    timeWindow: minutes * MINUTE_MS,
    keyGenerator: (request: FastifyRequest) => `${name} ${keyOf(request)}`,
  });
  return async (request) => {
    const result = await check(request);
    return !result.isAllowed && result.isExceeded;
  };
}

/** Whether any of several rules is exceeded. */
export function anyExceeded(rules: readonly Exceeded[]): Exceeded {
  return async (request) => {
    for (const exceeded of rules) if (await exceeded(request)) return true;
    return false;
  };
}
