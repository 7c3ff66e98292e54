import Fastify from "fastify";
import { Registry } from "prom-client";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../src/database/database.ts";
import { healthRoutes } from "../src/health.ts";
import { cuttableLine } from "./fixtures/cuttable.ts";
import { freshDatabase } from "./fixtures/database.ts";
import { ACCOUNT, seedRoad } from "./fixtures/road.ts";
import { Wire } from "./fixtures/wire.ts";

test("a database that goes away while its health is being asked for is away, and no fault", async () => {
  const direct = await freshDatabase("postgresql");
  await seedRoad(direct);
  const line = await cuttableLine(direct.url);
  const database = await openDatabase(line.url);
  onTestFinished(async () => {
    await database.close();
    await line.close();
  });
  let goesAway = false;
  const server = Fastify();
  await server.register(healthRoutes, {
    database,
    databaseAnswers: async () => {
      if (goesAway) line.cut();
      return true;
    },
    channels: [new Wire()],
    workers: { accountOf: () => ACCOUNT, isOwner: () => true },
    registry: new Registry(),
  });
  expect((await server.inject("/health")).statusCode).toBe(200);
  goesAway = true;
  const answer = await server.inject("/health");
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ live: true, ready: false, database: "away", channels: [] });
});
