import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { TriedOutcome } from "../shop/call/call.ts";
import { callsStanding } from "../shop/call/calls-standing-store.ts";
import { WholeNumber } from "../web/whole-number.ts";
import { readCallCounts, readCalls } from "./call-view-store.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";

const params = z.object({ id: z.string().max(64) });
const Day = z.iso.date();
const DAY_MS = 86_400_000;
const MOST_DAYS = 400;
/** Days that are counted, both included */
const Days = z
  .object({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "tanggal akhirnya sebelum tanggal awal" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS, {
    path: ["to"],
    error: `paling banyak ${MOST_DAYS} hari sekaligus`,
  });

/** Who is to be called: the list, taking a call, how it went, and what calls bring. */
export async function callRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts, clock, timeZone } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  routes.get("/console/api/calls", { onRequest }, () => readCalls(database, timeZone, clock()));

  routes.get("/console/api/calls/open", { onRequest }, async () => {
    const { open, overdue } = await callsStanding(database, clock());
    return { open, overdue };
  });

  routes.get("/console/api/calls/counts", { onRequest, schema: { querystring: Days } }, (request) =>
    readCallCounts(database, request.query, timeZone),
  );

  routes.post(
    "/console/api/calls/:id/take",
    { onRequest, schema: { params, body: z.object({ version: WholeNumber }) } },
    async (request, reply) =>
      answer(reply, await acts.takeCall(request.params.id, sessionOf(request).staff.id, request.body.version)),
  );

  routes.post(
    "/console/api/calls/:id/outcome",
    {
      onRequest,
      schema: {
        params,
        body: z.object({
          version: WholeNumber,
          outcome: z.enum([...TriedOutcome.options, "passed_on"]),
          until: Day.optional(),
          to: z.string().max(64).optional(),
          words: z.string().trim().min(1).max(500).optional(),
          cancels: z.string().trim().min(1).max(200).optional(),
        }),
      },
    },
    async (request, reply) => {
      const { version: seen, ...heard } = request.body;
      return answer(reply, await acts.noteCall(request.params.id, sessionOf(request).staff.id, seen, heard));
    },
  );

  routes.post(
    "/console/api/calls/:id/undo",
    { onRequest, schema: { params, body: z.object({ version: WholeNumber }) } },
    async (request, reply) => {
      const undone = await acts.undoCall(request.params.id, sessionOf(request).staff, request.body.version);
      return undone.type === "undone" ? { told: undone.told } : answer(reply, undone);
    },
  );
}
