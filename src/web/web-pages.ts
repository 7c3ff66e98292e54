import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { packageRoot } from "../package-root.ts";
import { guardWeb } from "./web-guard.ts";

/** The customer's chat at `/`, the console at `/console` with its service worker, and their assets, as Vite built them into `dist/web`. */
export async function webPages(server: FastifyInstance, options: { readonly root?: string }): Promise<void> {
  const root = options.root ?? join(packageRoot, "dist/web");
  await guardWeb(server);
  await server.register(fastifyStatic, {
    root: join(root, "assets"),
    prefix: "/assets/",
    decorateReply: false,
    // The build lays the pressed forms beside each file.
    preCompressed: true,
    setHeaders: (response) => response.setHeader("vary", "accept-encoding"),
    // Vite puts a hash of the content into each name.
    immutable: true,
    maxAge: "365d",
  });
  await server.register(fastifyStatic, {
    root: join(root, "installed"),
    prefix: "/console/installed/",
    decorateReply: false,
    maxAge: "1h",
  });
  const worker = await page(join(root, "installed/sw.js"));
  // By default a worker has only what lies below its own address, and the console begins one step above.
  server.get("/console/sw.js", (_, reply) =>
    reply
      .type("text/javascript; charset=utf-8")
      .header("cache-control", "no-cache")
      .header("service-worker-allowed", "/console")
      .send(worker),
  );
  const chat = await page(join(root, "channels/web-chat/page/index.html"));
  const consolePage = await page(join(root, "console/app/index.html"));
  for (const [url, html] of [
    ["/", chat],
    ["/console", consolePage],
    ["/console/*", consolePage],
  ] as const)
    server.get(url, (_, reply) =>
      reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(html),
    );
}

async function page(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new Error(`The web pages are not built: ${path} is missing. Run "npm run build" first.`, { cause });
  }
}
