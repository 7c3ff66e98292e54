import type { FastifyInstance } from "fastify";
import type { ChannelHealth } from "../channels/channel.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { sessionGuard } from "./session-guard.ts";
import type { TodayView } from "./today-view.ts";
import { readTodayFacts } from "./today-view-store.ts";

/** How the shop stands today. */
export async function todayRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, clock, timeZone, healthOf } = deps;
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  server.get("/console/api/today", { onRequest }, async (): Promise<TodayView> => {
    const { accounts, ...today } = await readTodayFacts(database, clock(), timeZone);
    const away = accounts.flatMap(({ id, channel, name, owned }) => {
      const here = healthOf?.(id)?.state;
      // A driver that rests until an owner connects it is not stuck.
      if (here === "stopped") return [];
      const state: ChannelHealth["state"] = here ?? (owned ? "live" : "stopped");
      return state === "live" ? [] : [{ channel, name, state }];
    });
    return { ...today, away };
  });
}
