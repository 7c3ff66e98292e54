import { expect, onTestFinished, test, vi } from "vitest";
import { type LiveTopic, openLiveUpdates } from "../src/live-updates.ts";
import { eachEngine, freshDatabase } from "./fixtures/database.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  test("open screens hear what changed, and no more once they are closed", async () => {
    const live = openLiveUpdates(await freshDatabase(engine));
    onTestFinished(() => live.close());
    const heard: LiveTopic[] = [];
    const end = live.subscribe((topic) => heard.push(topic));
    live.publish([{ type: "order", id: "o-1" }]);
    end();
    live.publish([{ type: "order", id: "o-2" }]);
    expect(heard).toEqual([{ type: "order", id: "o-1" }]);
  });
});

test("screens of another process on the same PostgreSQL hear of everything, and nobody hears it twice", async () => {
  const database = await freshDatabase("postgresql");
  const here = openLiveUpdates(database);
  const there = openLiveUpdates(database);
  onTestFinished(async () => {
    await here.close();
    await there.close();
  });
  const heard = { here: [] as LiveTopic[], there: [] as LiveTopic[] };
  here.subscribe((topic) => heard.here.push(topic));
  there.subscribe((topic) => heard.there.push(topic));
  // A lost update is harmless, and until both listen some are.
  let count = 0;
  await expect
    .poll(() => {
      here.publish([{ type: "conversation", id: `c-${++count}` }]);
      return heard.there.length;
    })
    .toBeGreaterThan(0);
  const topics = (["order", "call", "shop", "connection"] as const).map((type) => ({ type, id: "1" }));
  here.publish(topics);
  await expect.poll(() => heard.there.slice(-topics.length)).toEqual(topics);
  expect(heard.here).toHaveLength(count + topics.length);
  expect(new Set(heard.there.map(({ type, id }) => `${type} ${id}`)).size).toBe(heard.there.length);
});
