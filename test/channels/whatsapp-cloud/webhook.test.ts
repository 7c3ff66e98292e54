import { createHmac } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { webhookRoute } from "../../../src/channels/whatsapp-cloud/webhook.ts";

const appSecret = "rahasia-aplikasi";
const verifyToken = "kata-sandi-webhook";
// Escaped and spaced as only the very bytes can be signed.
const body = '{"object":"whatsapp_business_account", "entry":[],"note":"\\u00e9 é 🍰"}';

describe("the door that Meta knocks at", () => {
  let shop: FastifyInstance;
  let address: string;
  let taken: unknown[];
  let broken: boolean;

  beforeEach(async () => {
    taken = [];
    broken = false;
    shop = Fastify();
    const receive = async (payload: unknown) => {
      if (broken) throw new Error("the database is gone");
      const known = typeof payload === "object" && payload !== null && "object" in payload;
      if (known) taken.push(payload);
      return known;
    };
    await shop.register(webhookRoute({ appSecret, verifyToken, receive, log: pino({ level: "silent" }) }));
    shop.post("/elsewhere", async (request) => request.body);
    address = await shop.listen({ port: 0, host: "127.0.0.1" });
  });
  afterEach(() => shop.close());

  function signatureOf(text: string | Buffer, secret = appSecret): string {
    return `sha256=${createHmac("sha256", secret).update(text).digest("hex")}`;
  }

  function knock(text: string | Buffer, signature?: string, type = "application/json"): Promise<Response> {
    const headers = { "content-type": type, ...(signature ? { "x-hub-signature-256": signature } : {}) };
    const bytes = typeof text === "string" ? text : new Uint8Array(text);
    return fetch(`${address}/webhooks/whatsapp`, { method: "POST", headers, body: bytes });
  }

  function ask(question: Record<string, string>): Promise<Response> {
    return fetch(`${address}/webhooks/whatsapp?${new URLSearchParams(question)}`);
  }

  const question = { "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": verifyToken };

  it("proves to Meta that the address is the shop's", async () => {
    const answer = await ask(question);
    expect([answer.status, await answer.text()]).toEqual([200, "1158201444"]);
    expect(answer.headers.get("content-type")).toContain("text/plain");
  });

  it("answers nobody who does not know the password, and echoes nothing but a challenge", async () => {
    for (const wrong of [
      { ...question, "hub.verify_token": "salah" },
      { ...question, "hub.verify_token": `${verifyToken}x` },
      { ...question, "hub.verify_token": "" },
      { ...question, "hub.mode": "unsubscribe" },
      { ...question, "hub.challenge": "<script>alert(1)</script>" },
      {},
    ])
      expect((await ask(wrong)).status).toBe(403);
  });

  it("takes what is signed over the very bytes, whatever type it is said to be", async () => {
    expect((await knock(body, signatureOf(body))).status).toBe(200);
    expect((await knock(body, signatureOf(body), "text/plain")).status).toBe(200);
    expect(taken).toEqual([JSON.parse(body), JSON.parse(body)]);
  });

  it("turns away what is not signed, or signed by another, or changed on the way, unread", async () => {
    const right = signatureOf(body);
    for (const [text, signature] of [
      [body, undefined],
      [body, "sha256="],
      [body, right.slice(0, -2)],
      [body, `${right.slice(0, -1)}${right.endsWith("0") ? "1" : "0"}`],
      [body, right.replace("sha256=", "sha1=")],
      [body, right.replace("sha256=", "")],
      [body, signatureOf(body, "rahasia-lain")],
      [body, signatureOf(JSON.stringify(JSON.parse(body)))],
      [`${body} `, right],
      ["", right],
    ] as const)
      expect((await knock(text, signature)).status).toBe(401);
    expect(taken).toEqual([]);
  });

  it("the signature holds for bytes that no text would give back", async () => {
    const odd = Buffer.concat([
      Buffer.from('{"object":"whatsapp_business_account","entry":[],"a":"\\ud83e\\udd16 \\u0000 \\/ \u2028","b":"'),
      Buffer.from([0xff, 0xfe, 0xed, 0xa0, 0x80]),
      Buffer.from('","c":1.0e2}\r\n'),
    ]);
    expect((await knock(odd, signatureOf(odd))).status).toBe(200);
    expect((await knock(odd, signatureOf(odd.toString("utf8")))).status).toBe(401);
    expect(taken).toHaveLength(1);
  });

  it("refuses what is no webhook, signed though it is", async () => {
    for (const text of ["{", "[]", '"x"', "7", "null", "{}", "\u0000"])
      expect((await knock(text, signatureOf(text))).status).toBe(400);
    expect(taken).toEqual([]);
  });

  it("takes the most that Meta sends at once, and no more", async () => {
    const large = JSON.stringify({ object: "whatsapp_business_account", entry: [], note: "x".repeat(3_000_000) });
    expect((await knock(large, signatureOf(large))).status).toBe(200);
    const larger = Buffer.alloc(5_000_000, "x");
    expect((await knock(larger, signatureOf(larger))).status).toBe(413);
    expect(taken).toHaveLength(1);
  });

  it("asks Meta to come again when it could not be stored", async () => {
    broken = true;
    expect((await knock(body, signatureOf(body))).status).toBe(500);
    broken = false;
    expect((await knock(body, signatureOf(body))).status).toBe(200);
  });

  it("leaves the shop's other doors as they are", async () => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${address}/elsewhere`, { method: "POST", headers, body: '{"a":1}' });
    expect(await answer.json()).toEqual({ a: 1 });
  });
});
