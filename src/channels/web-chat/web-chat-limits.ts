import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { anyExceeded, rateCheck } from "../../web/rate-check.ts";
import { refuse } from "../../web/web-guard.ts";
import { VISITOR_COOKIE } from "./visitor.ts";
import { words } from "./web-chat.words.ts";

/** A hook that answers a request that is one too many. */
type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Limits per visitor, so that one cannot flood the shop, and looser ones per address, which many may share. */
export function webChatLimits(server: FastifyInstance): Readonly<Record<"writes" | "starts" | "reads", Limit>> {
  const visitor = (request: FastifyRequest) => request.cookies[VISITOR_COOKIE] ?? request.ip;
  const address = (request: FastifyRequest) => request.ip;
  const limit = (...rules: [name: string, max: number, keyOf: (request: FastifyRequest) => string][]): Limit => {
    const exceeded = anyExceeded(rules.map(([name, max, keyOf]) => rateCheck(server, `chat ${name}`, max, keyOf)));
    return async (request, reply) =>
      (await exceeded(request)) ? refuse(reply, 429, "too_many", words.tooMany) : undefined;
  };
  return {
    writes: limit(["writes of", 40, visitor], ["writes from", 600, address]),
    starts: limit(["starts from", 60, address]),
    reads: limit(["reads of", 600, visitor], ["reads from", 6_000, address]),
  };
}
