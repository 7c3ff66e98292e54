import { describe, expect, it } from "vitest";
import { never, nobodyThere, numberOnTheCloud } from "./number-on-the-cloud.ts";

describe("a number on the WhatsApp Cloud API in trouble", () => {
  const cloud = numberOnTheCloud();

  describe("when the platform says no", () => {
    it.each([
      [131056, 400, "retry", 6_000],
      [130429, 429, "retry", 1_000],
      [80007, 400, "retry", 60_000],
      [4, 403, "retry", 60_000],
      [131016, 503, "retry", 1_000],
      [190, 401, "retry", 60_000],
      [10, 403, "retry", 60_000],
      [131026, 400, "rejected", 0],
      [131030, 400, "rejected", 0],
      [131047, 400, "rejected", 0],
      [131049, 400, "rejected", 0],
      [131009, 400, "rejected", 0],
    ])("code %i (HTTP %i) means %s", async (code, status, type, atLeast) => {
      const channel = await cloud().open();
      cloud().graph.fail("POST messages", { type: "refused", status, code });
      const result = await channel.send(cloud().delivery({ text: "Halo" }), never);
      expect(result.type).toBe(type);
      if (result.type === "retry") expect(result.afterMs).toBeGreaterThanOrEqual(atLeast);
      expect(cloud().sari.screen()).toEqual([]);
    });

    it("what it could not even try is never given up, what was refused is in the end", async () => {
      const channel = await cloud().open();
      cloud().graph.fail("POST messages", { type: "refused", status: 401, code: 190 });
      expect(await channel.send(cloud().delivery({ text: "Halo" }), never)).toMatchObject({
        type: "retry",
        held: true,
      });
      cloud().graph.fail("POST messages", { type: "refused", status: 500, code: 131000 });
      expect(await channel.send(cloud().delivery({ text: "Halo" }), never)).not.toHaveProperty("held");
      const away = await cloud().create({ apiRoot: await nobodyThere() });
      expect(await away.send(cloud().delivery({ text: "Halo" }), never)).toMatchObject({ type: "retry", held: true });
    });

    it("a pause that it asks for is kept", async () => {
      const channel = await cloud().open();
      cloud().graph.fail("POST messages", { type: "refused", status: 429, code: 130429, retryAfterSeconds: 120 });
      expect(await channel.send(cloud().delivery({ text: "Halo" }), never)).toMatchObject({
        type: "retry",
        afterMs: 120_000,
      });
    });

    it("a gateway's page, an answer that cannot be read and silence are not taken for sent", async () => {
      const channel = await cloud().open();
      for (const [fault, type] of [
        [{ type: "gatewayPage", status: 502 }, "retry"],
        [{ type: "gatewayPage", status: 504 }, "unknown"],
        [{ type: "garbled" }, "unknown"],
      ] as const) {
        cloud().graph.fail("POST messages", fault);
        expect(await channel.send(cloud().delivery({ text: "Halo" }), never)).toMatchObject({ type });
      }
      cloud().graph.fail("POST messages", { type: "silent" });
      const halt = new AbortController();
      const sending = channel.send(cloud().delivery({ text: "Halo" }), halt.signal);
      await cloud().graph.until(() => cloud().graph.calls("POST messages").length === 4, "the sending");
      halt.abort();
      expect(await sending).toMatchObject({ type: "unknown" });
    });

    it("45 messages at once go out; then one in six seconds, to that customer alone", async () => {
      const channel = await cloud().open();
      const budi = cloud().graph.customer({ phone: "6281234567002", name: "Budi" });
      budi.says("kak");
      for (let count = 0; count < 45; count++)
        expect(await channel.send(cloud().delivery({ text: `${count}` }), never)).toMatchObject({ type: "sent" });
      expect(await channel.send(cloud().delivery({ text: "lagi" }), never)).toMatchObject({
        type: "retry",
        afterMs: 6000,
      });
      expect(await channel.send(cloud().delivery({ text: "Halo" }, { contact: "6281234567002" }), never)).toMatchObject(
        {
          type: "sent",
        },
      );
      cloud().time += 6000;
      expect(await channel.send(cloud().delivery({ text: "lagi" }), never)).toMatchObject({ type: "sent" });
      expect(cloud().graph.calls("POST messages")).toHaveLength(47);
    });

    it("a withdrawn token is told in words that help, and forgotten once it works again", async () => {
      const channel = await cloud().open();
      const stop = new AbortController();
      const listening = channel.listen("account", cloud().intake, stop.signal);
      await expect.poll(() => channel.health().state).toBe("live");
      cloud().graph.fail("POST messages", { type: "refused", status: 401, code: 190 });
      cloud().graph.fail("GET number", { type: "refused", status: 401, code: 190 });
      await channel.send(cloud().delivery({ text: "Halo" }), never);
      expect(channel.health()).toEqual({ state: "failed", detail: expect.stringContaining("WHATSAPP_CLOUD_TOKEN") });
      await expect.poll(() => channel.health().state, { timeout: 15_000 }).toBe("live");
      stop.abort();
      await listening;
      expect(channel.health().state).toBe("stopped");
    });

    it("a platform that is down for a while is found again by itself", async () => {
      const channel = await cloud().create();
      cloud().graph.fail("GET number", { type: "dropBefore" }, 2);
      const stop = new AbortController();
      const listening = channel.listen("account", cloud().intake, stop.signal);
      await expect.poll(() => channel.health().state).toBe("retrying");
      await expect.poll(() => channel.health().state, { timeout: 15_000 }).toBe("live");
      stop.abort();
      await listening;
    });
  });

  describe("a sending whose answer was lost", () => {
    it("is known by its receipt, also by one that comes a little later", async () => {
      const channel = await cloud().open();
      cloud().graph.fail("POST messages", { type: "dropAfter" });
      const lost = cloud().delivery({ text: "Pesanan diterima" });
      expect(await channel.send(lost, never)).toMatchObject({ type: "unknown" });
      const [arrived] = cloud().sari.screen();
      expect(await channel.evidence(lost)).toMatchObject({ type: "sent", externalId: arrived?.id });
    });

    it("that never arrived has none", async () => {
      const channel = await cloud().open({ evidencePatienceMs: 50 });
      cloud().graph.fail("POST messages", { type: "dropBefore" });
      const lost = cloud().delivery({ text: "Pesanan diterima" });
      await channel.send(lost, never);
      expect(await channel.evidence(lost)).toBeUndefined();
    });

    it("before a crash: many such rows are waited for together, and each learns its own", async () => {
      const before = await cloud().open();
      const rows = Array.from({ length: 20 }, (_, index) => cloud().delivery({ text: `${index}` }));
      const channel = await cloud().open({ evidencePatienceMs: 300, clock: Date.now });
      await before.send(rows[19] ?? cloud().delivery({ text: "x" }), never);
      const began = Date.now();
      const evidence = [];
      for (const row of rows) evidence.push(await channel.evidence(row));
      expect(Date.now() - began).toBeLessThan(2000);
      expect(evidence.map((one) => one?.type)).toEqual([...Array.from({ length: 19 }), "sent"]);
    });
  });
});
