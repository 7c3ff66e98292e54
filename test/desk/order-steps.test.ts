import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { noteAnswer } from "../../src/staff/answer-offer.ts";
import { offerChange } from "../../src/staff/offer-change.ts";
import { eachEngine } from "../fixtures/database.ts";
import { openDeskShop } from "./desk-shop.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

eachEngine((engine) => {
  const shopWithOrder = async (order: string) => {
    const shop = await openDeskShop(engine);
    await shop.road.say("sari", order);
    await shop.road.turns();
    await shop.work();
    const card = async (contact: string) =>
      (await shop.shown(contact)).findLast(({ about }) => about?.startsWith("order:"))?.message;
    const labels = async (contact: string) => (await card(contact))?.choices.map(({ label }) => label);
    const taps = async (contact: string, ...labels: string[]) => {
      for (const label of labels) {
        await shop.tap(contact, label);
        await shop.work();
      }
    };
    return { ...shop, card, labels, taps, placed: () => shop.prisma.order.findFirstOrThrow() };
  };

  test("a new order comes to the sellers with all they need, and goes from the yes to the door by buttons", async () => {
    const { card, labels, taps, placed, road } = await shopWithOrder("cod TEH 3");
    const first = await card("hp-rina");
    expect(first?.text).toContain("• 3 pcs TEH = Rp24.000");
    expect(first?.text).toContain("Total Rp29.000 (ongkir Rp5.000), tunai saat diantar (COD)");
    expect(first?.text).toContain("Antar ke: Jl. Melati 3 (Depok)");
    expect(await labels("hp-doni")).toEqual(["Terima", "Mulai siapkan", "Batalkan"]);
    await taps("hp-rina", "Terima", "Mulai siapkan", "Sudah siap");
    expect(await labels("hp-rina")).toEqual(["Antar sekarang", "Batalkan", "Urungkan"]);
    // A colleague's card goes along.
    expect((await card("hp-doni"))?.text).toContain("Status: siap");
    await taps("hp-doni", "Antar sekarang");
    expect(await labels("hp-rina")).toEqual(["Selesai, sudah dibayar", "Gagal diantar"]);
    await taps("hp-rina", "Selesai, sudah dibayar");
    expect(await labels("hp-rina")).toEqual(["Urungkan"]);
    expect(await labels("hp-doni")).toEqual([]);
    expect((await placed()).status).toBe("completed");
    await road.turns();
    expect(await road.heard("sari")).not.toContain(first?.text);
  });

  test("what is fetched at the shop is not sent out", async () => {
    const { labels, taps } = await shopWithOrder("pesan TEH 1");
    await taps("hp-rina", "Mulai siapkan", "Sudah siap");
    expect(await labels("hp-rina")).toEqual(["Selesai, sudah dibayar", "Batalkan", "Urungkan"]);
  });

  test("a card says since when a customer is asked to take something else, and that they do not want it", async () => {
    const { card, work, placed, database, road } = await shopWithOrder("cod TEH 3");
    const acts = { database, clock: road.now, newId: v7, changed: () => undefined };
    const { id, version } = await placed();
    const lines = [{ was: 0, sku: "BRW", quantity: 2_000 }];
    const offered = { id: v7(), order: id, version, staff: "rina", lines, note: "teh habis" };
    expect(await offerChange(acts, offered)).toEqual({ type: "offered" });
    await work();
    expect((await card("hp-doni"))?.text).toContain("Menunggu jawaban pelanggan soal ganti barang (sejak hari ini jam");
    await noteAnswer(acts, { order: id, version: version + 1, staff: "rina", answer: "no", words: "teh saja" });
    await work();
    expect((await card("hp-doni"))?.text).toContain("Pelanggan tidak mau diganti: “teh saja”");
    expect((await card("hp-doni"))?.text).toContain("3 pcs TEH");
  });

  test("cancelling asks why: by a button, or in words that the customer reads too", async () => {
    const { card, labels, taps, replies, work, placed, prisma } = await shopWithOrder("cod TEH 1");
    await taps("hp-rina", "Batalkan");
    expect((await card("hp-rina"))?.text).toContain("Kenapa dibatalkan?");
    await taps("hp-rina", "Kembali");
    expect(await labels("hp-rina")).toEqual(["Terima", "Mulai siapkan", "Batalkan"]);
    await taps("hp-rina", "Mulai siapkan", "Sudah siap", "Antar sekarang", "Gagal diantar", "Tidak ada orang");
    expect(await placed()).toMatchObject({ status: "failed_delivery" });
    expect((await card("hp-doni"))?.text).toContain("Alasan: Tidak ada orang");
    await taps("hp-rina", "Batalkan", "Tulis alasannya");
    await replies("hp-rina", "reason:", "rumahnya kosong dua kali, tetangga bilang pindah");
    await work();
    expect(await placed()).toMatchObject({ status: "cancelled" });
    expect((await card("hp-doni"))?.text).toContain("Alasan: rumahnya kosong dua kali");
    const last = await prisma.orderEvent.findFirstOrThrow({ where: { status: "cancelled" } });
    expect(JSON.parse(last.data)).toMatchObject({
      reason: "other",
      words: "rumahnya kosong dua kali, tetangga bilang pindah",
    });
    const step = await prisma.inboxEvent.findFirstOrThrow({
      where: { kind: "orderStepped" },
      orderBy: { sequence: "desc" },
    });
    expect(JSON.parse(step.body)).toMatchObject({ reason: "other", note: expect.stringContaining("tetangga") });
  });

  test("a button of an old card changes nothing, and the card says so", async () => {
    const { card, taps, tap, work, placed } = await shopWithOrder("cod TEH 1");
    const stale = (await card("hp-doni"))?.choices.find(({ label }) => label === "Terima");
    await taps("hp-rina", "Mulai siapkan");
    await tap("hp-doni", stale?.label ?? "");
    await work();
    expect((await card("hp-doni"))?.text).toMatch(/^Sudah berubah sejak tadi/);
    expect((await placed()).status).toBe("preparing");
  });

  test("a slip is taken back by whoever made it, and the colleague's card follows", async () => {
    const { card, labels, taps, placed } = await shopWithOrder("cod TEH 1");
    await taps("hp-rina", "Terima", "Urungkan");
    expect((await placed()).status).toBe("placed");
    expect(await labels("hp-rina")).toEqual(["Terima", "Mulai siapkan", "Batalkan"]);
    expect((await card("hp-doni"))?.text).toContain("Status: baru masuk");
  });

  test("goods that are gone by now stop a second delivery, and the card says why", async () => {
    const { card, taps, placed, prisma } = await shopWithOrder("cod BRW 2");
    await taps("hp-rina", "Mulai siapkan", "Sudah siap", "Antar sekarang", "Gagal diantar", "Tidak ada orang");
    await prisma.stock.updateMany({ data: { onHand: 0 } });
    await taps("hp-rina", "Antar sekarang");
    expect((await card("hp-rina"))?.text).toMatch(/^Belum bisa: stoknya/);
    expect((await placed()).status).toBe("failed_delivery");
  });

  test("a step is taken once, wherever the desk was killed", async () => {
    const { card, tap, work, dieInBetween, prisma, replies } = await shopWithOrder("cod TEH 1");
    await tap("hp-rina", "Terima");
    await dieInBetween();
    await work();
    expect((await card("hp-rina"))?.text).not.toContain("Sudah berubah");
    await tap("hp-rina", "Batalkan");
    await work();
    await tap("hp-rina", "Tulis alasannya");
    await work();
    await replies("hp-rina", "reason:", "dobel");
    await dieInBetween();
    await work();
    expect(await prisma.orderEvent.count({ where: { what: "stepped" } })).toBe(2);
  });

  test("many new orders at once are one message; /pesanan shows their cards", async () => {
    const { road, work, shown } = await openDeskShop(engine);
    for (let index = 0; index < 7; index++) await road.say(`kak-${index}`, "pesan TEH 1");
    await road.turns();
    for (let pass = 0; pass < 3; pass++) await work();
    const texts = async () => (await shown("hp-rina")).map(({ message }) => message.text);
    expect((await texts()).filter((text) => text.startsWith("🧾"))).toHaveLength(1);
    expect((await texts()).at(-1)).toContain("7 pesanan baru");
    await road.event("hp-rina", { type: "commandGiven", command: "pesanan" });
    await work();
    expect((await texts()).filter((text) => text.startsWith("🧾 Pesanan #"))).toHaveLength(5);
  });

  test("a seller answers an order's card, and the customer of that order reads it", async () => {
    const { replies, work, road } = await shopWithOrder("cod TEH 1");
    await replies("hp-rina", "order:", "Kak, pagarnya warna apa ya?");
    await work();
    expect(await road.heard("sari")).toContain("Kak, pagarnya warna apa ya?");
  });

  test("an order that a call confirms: the customer's yes is kept in their words, and only then the order comes", async () => {
    const { prisma, road, sari, shown, work, replies, taps, card } = await shopWithOrder("pesan TEH 1");
    const confirm = async (order: string) => {
      const { customerId } = sari.contact;
      await prisma.callTask.create({
        data: {
          ...{ id: v7(), customerId, conversationId: sari.id, reason: "", kind: "confirm", orderId: order },
          ...{ phone: "+6281234567001", createdAt: road.now(), dueAt: road.now() },
        },
      });
    };
    await road.say("sari", "cod TEH 2");
    await road.turns();
    const [, order] = await prisma.order.findMany({ orderBy: { placedAt: "asc" } });
    await confirm(order?.id ?? "");
    await work();
    expect((await card("hp-rina"))?.text).not.toContain("2 pcs TEH");
    await taps("hp-rina", "Saya telepon", "Sudah oke");
    const question = (await shown("hp-rina")).findLast(({ about }) => about?.startsWith("words:"));
    expect(question?.message.text).toContain("kata-kata pembelinya");
    expect(await prisma.callTask.findFirst()).toMatchObject({ outcome: null });
    await replies("hp-rina", "words:", "iya mbak jadi, besok pagi ya");
    await work();
    expect(await prisma.callTask.findFirst()).toMatchObject({ outcome: "ordered" });
    const kept = await prisma.orderEvent.findFirstOrThrow({ where: { what: "confirmed" } });
    expect(kept.data).toContain("iya mbak jadi, besok pagi ya");
    expect(await road.heard("sari")).not.toContain("iya mbak jadi, besok pagi ya");
    await work();
    expect((await card("hp-rina"))?.text).toContain("2 pcs TEH");
    // A second answer to the same question is too late, and changes nothing.
    await replies("hp-rina", "words:", "eh salah");
    await work();
    expect((await shown("hp-rina")).at(-1)?.message.text).toContain("Tidak saya catat");
    expect(await prisma.orderEvent.count({ where: { what: "confirmed" } })).toBe(1);
  });
});
