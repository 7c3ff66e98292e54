import type { FastifyInstance } from "fastify";
import { type EventStream, OpenStreams, openEventStream } from "../web/event-stream.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import { readSession } from "./session-store.ts";

/** Tells open consoles what changed (ids only); a console then reads it anew, with its own rights. */
export async function streamRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const streams = new OpenStreams();
  server.addHook("preClose", async () => streams.endAll());
  const onRequest = sessionGuard(deps, ["owner", "seller", "courier"]);

  server.get("/console/api/stream", { onRequest }, async (request, reply) => {
    const { id, staff } = sessionOf(request);
    const endIfSignedOut = async (stream: EventStream) => {
      const session = await readSession(deps.database, id, deps.clock());
      if (session === undefined) stream.end();
    };
    const unsubscribe = deps.live.subscribe((topic) => {
      if (topic.type !== "order" && staff.role === "courier") return;
      stream.send(topic.type, { id: topic.id });
    });
    const stream = openEventStream(request, reply, {
      // While the database is away the stream may stay: it carries ids only.
      beat: (open) => void endIfSignedOut(open).catch(() => undefined),
      close: () => {
        unsubscribe();
        streams.delete(stream);
      },
    });
    streams.add(stream);
    return reply;
  });
}
