import { readFileSync } from "node:fs";
import { join } from "node:path";
import Fastify from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { packageRoot } from "../../src/package-root.ts";
import { webPages } from "../../src/web/web-pages.ts";

const MOST_BYTES = 200_000;

it.each(["br, gzip", "gzip"])(
  "the console's first screen brings at most 200 KB of script over the line (%s): a slow phone has it in seconds",
  async (accept) => {
    const server = Fastify({ forceCloseConnections: true });
    onTestFinished(() => server.close());
    await server.register(webPages, {});
    const url = await server.listen({ port: 0, host: "127.0.0.1" });
    const page = readFileSync(join(packageRoot, "dist/web/console/app/index.html"), "utf8");
    const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
    expect(scripts.length).toBeGreaterThan(0);
    let bytes = 0;
    for (const path of scripts) {
      const answer = await fetch(`${url}${path}`, { headers: { "accept-encoding": accept } });
      expect(answer.status).toBe(200);
      bytes += Number(answer.headers.get("content-length"));
    }
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  },
);
