import { describe, expect, it } from "vitest";
import { fillReply, suggestReplies, unfilled } from "../../src/console/canned-reply.ts";
import type { CannedReplyView } from "../../src/console/inbox-views.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { HttpBrowser } from "../fixtures/web-server.ts";

describe("filled in for a conversation", () => {
  const known = { nama: "Sari {toko}", toko: "Dapur", total: "Rp100.000" };

  it("what is known takes the place of its word once, and what is not stays to be seen", () => {
    expect(fillReply("Halo {nama}, di {Toko}: {total}, kirim ke {alamat}", known)).toBe(
      "Halo Sari {toko}, di Dapur: Rp100.000, kirim ke {alamat}",
    );
    expect(unfilled("ke {alamat} ya {alamat}, {bonus} {1}")).toEqual(["{alamat}", "{bonus}"]);
    expect(fillReply("{constructor}", known)).toBe("{constructor}");
  });

  it("replies are suggested by what the conversation was handed over for, and say which word it was", () => {
    const reply = (id: string, title: string, text: string): CannedReplyView => ({ id, title, text });
    const replies = [
      reply("1", "Terima kasih", "Terima kasih sudah transfer ya Kak"),
      reply("2", "Rekening", "BCA 123 atas nama Ratna"),
      reply("3", "Jam buka", "Kami buka {jam}"),
    ];
    const found = suggestReplies(replies, "payment");
    expect(found.map(({ reply: { id }, because }) => [id, because])).toEqual([
      ["2", "rekening"],
      ["1", "transfer"],
    ]);
    expect(suggestReplies(replies, "passed_on: tanya jam buka").map(({ because }) => because)).toEqual(["buka"]);
    expect(suggestReplies(replies, "")).toEqual([]);
  });
});

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  const read = (browser: HttpBrowser) => browser.read<{ replies: CannedReplyView[] }>("/console/api/canned");

  it("sellers write, change, order and take away the shop's replies, and it is on record who did", async () => {
    const seller = await shop.signedIn("seller");
    const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
    const keep = (id: string, title: string, text: string) => seller.put(`/console/api/canned/${id}`, { title, text });
    for (const _ of [1, 2]) expect((await keep(one, "Halo", "Halo {nama}")).status).toBe(204);
    await keep(two, "<img src=x onerror=alert(1)>", "Rekening <b>BCA</b>");
    await keep(one, "Salam", "Halo {nama}, ini {toko}");
    expect((await read(seller)).replies).toEqual([
      { id: one, title: "Salam", text: "Halo {nama}, ini {toko}" },
      { id: two, title: "<img src=x onerror=alert(1)>", text: "Rekening <b>BCA</b>" },
    ]);
    expect((await seller.put("/console/api/canned", { order: [two, one] })).status).toBe(204);
    expect((await read(seller)).replies.map(({ id }) => id)).toEqual([two, one]);
    const remove = () => seller.post(`/console/api/canned/${two}/remove`);
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
    const audits = await shop.database.prisma.audit.findMany({ where: { what: { startsWith: "cannedReply" } } });
    expect(audits.map(({ what }) => what)).toContain("cannedReplyRemoved");
    expect((await keep(one, "", "x")).status).toBe(400);
    expect((await seller.put("/console/api/canned/1", { title: "x", text: "x" })).status).toBe(400);
  });

  it("couriers and strangers neither read nor write them", async () => {
    const id = crypto.randomUUID();
    for (const [browser, status] of [
      [await shop.signedIn("courier"), 403],
      [new HttpBrowser(shop.server.url), 401],
    ] as const) {
      expect((await browser.get("/console/api/canned")).status).toBe(status);
      expect((await browser.put(`/console/api/canned/${id}`, { title: "x", text: "x" })).status).toBe(status);
      expect((await browser.post(`/console/api/canned/${id}/remove`)).status).toBe(status);
      expect((await browser.put("/console/api/canned", { order: [id] })).status).toBe(status);
    }
  });
});
