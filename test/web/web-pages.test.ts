import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
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
  writeFileSync(join(root, "assets/console-1.js"), "let x = 1;");
  writeFileSync(join(root, "assets/console-1.js.br"), brotliCompressSync("let x = 1;"));
  writeFileSync(join(root, "assets/console-1.js.gz"), gzipSync("let x = 1;"));
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

it("every page, its parts and its worker run only our own scripts, reach only us and stand in nobody else's frame", async () => {
  for (const path of [
    "/",
    "/console",
    "/console/start?kunci=x",
    "/console/percakapan/7",
    "/assets/chat-1.js",
    "/console/sw.js",
    "/console/installed/manifest.webmanifest",
  ]) {
    const { headers } = await fetch(`${url}${path}`);
    expect([path, ...(headers.get("content-security-policy") ?? "").split(";")]).toEqual([path, ...POLICY]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  }
});

/** All that a page may do. Whoever adds to it says why here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Pictures that a page has made itself, as the pickup code's
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

it("what a page is made of comes pressed to whoever takes it so, and whole to others", async () => {
  const get = (accept: string) => fetch(`${url}/assets/console-1.js`, { headers: { "accept-encoding": accept } });
  for (const encoding of ["br", "gzip"]) {
    const { headers } = await get(`${encoding}, identity`);
    expect(headers.get("content-encoding")).toBe(encoding);
    expect(headers.get("content-type")).toContain("javascript");
    expect(headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
    expect(headers.get("cache-control")).toContain("immutable");
  }
  const whole = await get("identity");
  expect([whole.headers.get("content-encoding"), await whole.text()]).toEqual([null, "let x = 1;"]);
});

it("nothing outside the pages can be fetched", async () => {
  for (const path of ["/assets/..%2fsecret", "/assets/%2e%2e%5csecret", "/assets//../secret", "/secret"])
    expect(await (await fetch(`${url}${path}`)).text()).not.toContain("rahasia");
});

it("without built pages the start says what to do", async () => {
  const bare = Fastify();
  await expect(bare.register(webPages, { root: join(root, "nowhere") })).rejects.toThrow(/npm run build/);
});
