import Fastify from "fastify";
import { expect, it } from "vitest";
import { TRUSTED_PROXIES } from "../../src/web/trusted-proxies.ts";

it.each([
  ["127.0.0.1", "203.0.113.7"],
  ["10.0.0.9", "10.0.0.9"],
  ["192.168.1.20", "192.168.1.20"],
  ["203.0.113.99", "203.0.113.99"],
])(
  "the address that a visitor is said to have is believed of a proxy on this machine alone (%s)",
  async (peer, seen) => {
    const server = Fastify({ trustProxy: TRUSTED_PROXIES });
    server.get("/", async (request) => request.ip);
    const headers = { "x-forwarded-for": "203.0.113.7" };
    expect((await server.inject({ url: "/", remoteAddress: peer, headers })).body).toBe(seen);
  },
);
