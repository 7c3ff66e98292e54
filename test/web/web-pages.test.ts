import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { webPages } from "../../src/web/web-pages.ts";

let server: FastifyInstance;
let url: string;
const root = mkdtempSync(join(tmpdir(), "kopdar-pages-"));
beforeAll(async () => {
  for (const folder of ["assets", "channels/web-chat/page", "console/app", "installed"])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "channels/web-chat/page/index.html"), "<h1>obrolan</h1>");
  writeFileSync(join(root, "console/app/index.html"), "<h1>konsol</h1>");
  writeFileSync(join(root, "assets/chat-1.js"), "1");
  writeFileSync(join(root, "installed/sw.js"), "self");
  writeFileSync(join(root, "installed/manifest.webmanifest"), "{}");
  writeFileSync(join(root, "secret"), "rahasia");
  server = Fastify();
  await server.register(webPages, { root });
  url = await server.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

it("the chat stands at the front door, the console and every place in it behind its own", async () => {
  expect(await (await fetch(`${url}/?from=brosur`)).text()).toContain("obrolan");
  for (const path of ["/console", "/console/start?kunci=x", "/console/pesanan/7"])
    expect(await (await fetch(`${url}${path}`)).text()).toContain("konsol");
});

it("pages are read anew each time, their parts are kept", async () => {
  expect((await fetch(`${url}/`)).headers.get("cache-control")).toBe("no-cache");
  expect((await fetch(`${url}/assets/chat-1.js`)).headers.get("cache-control")).toContain("immutable");
});

it("the console's worker has the whole console, is looked at anew each time, and the phone is told what it installs", async () => {
  const { headers } = await fetch(`${url}/console/sw.js`);
  expect(headers.get("content-type")).toContain("javascript");
  expect(headers.get("service-worker-allowed")).toBe("/console");
  expect(headers.get("cache-control")).toBe("no-cache");
  expect(headers.get("content-security-policy")).toContain("worker-src 'self'");
  const manifest = await fetch(`${url}/console/installed/manifest.webmanifest`);
  expect(manifest.headers.get("content-type")).toContain("application/manifest+json");
  expect((await fetch(`${url}/console/installed/..%2f..%2fsecret`)).status).not.toBe(200);
});

it("a page runs only our own scripts and stands in nobody else's frame", async () => {
  const { headers } = await fetch(`${url}/`);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

it("nothing outside the pages can be fetched", async () => {
  for (const path of ["/assets/..%2fsecret", "/assets/%2e%2e%5csecret", "/assets//../secret", "/secret"])
    expect(await (await fetch(`${url}${path}`)).text()).not.toContain("rahasia");
});

it("without built pages the start says what to do", async () => {
  const bare = Fastify();
  await expect(bare.register(webPages, { root: join(root, "nowhere") })).rejects.toThrow(/npm run build/);
});
