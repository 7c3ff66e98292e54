import Fastify, { type FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { derivedSecret, webhookRoute } from "../../../src/channels/telegram/webhook.ts";

const secret = "rahasia-toko_1";
const update = { update_id: 9, message: { message_id: 1 } };

describe("the door that Telegram knocks at", () => {
  let shop: FastifyInstance;
  let address: string;
  let taken: unknown[];
  let broken: boolean;

  beforeEach(async () => {
    taken = [];
    broken = false;
    shop = Fastify();
    const receive = async (updates: readonly unknown[]) => {
      if (broken) throw new Error("the database is gone");
      taken.push(...updates);
    };
    await shop.register(webhookRoute({ secret, receive, log: pino({ level: "silent" }) }));
    address = await shop.listen({ port: 0, host: "127.0.0.1" });
  });
  afterEach(() => shop.close());

  function knock(body: string, given?: string): Promise<Response> {
    const headers = {
      "content-type": "application/json",
      ...(given ? { "x-telegram-bot-api-secret-token": given } : {}),
    };
    return fetch(`${address}/telegram/webhook`, { method: "POST", headers, body });
  }

  it("takes an update that carries the secret", async () => {
    expect((await knock(JSON.stringify(update), secret)).status).toBe(200);
    expect(taken).toEqual([update]);
  });

  it("turns away everybody else, unread", async () => {
    for (const given of [undefined, "salah", `${secret}x`, secret.slice(0, -1)]) {
      expect((await knock(JSON.stringify(update), given)).status).toBe(401);
      expect((await knock("{", given)).status).toBe(401);
    }
    expect(taken).toEqual([]);
  });

  it("refuses what is no update", async () => {
    for (const body of ["{", "[]", '"x"', "{}", '{"update_id":"x"}']) {
      expect((await knock(body, secret)).status).toBe(400);
    }
    expect(taken).toEqual([]);
  });

  it("asks Telegram to come again when the update could not be stored", async () => {
    broken = true;
    expect((await knock(JSON.stringify(update), secret)).status).toBe(500);
    broken = false;
    expect((await knock(JSON.stringify(update), secret)).status).toBe(200);
  });

  it("has a secret of its own where the shop set none: fit for Telegram, different for every bot, not the token", () => {
    const one = derivedSecret("731000:AAtoken");
    expect(one).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(one).toBe(derivedSecret("731000:AAtoken"));
    expect(one).not.toBe(derivedSecret("731001:AAtoken"));
    expect(one).not.toContain("AAtoken");
  });
});
