import { describe, expect, test } from "vitest";
import type { PlacedOrder } from "../../src/shop/order/order.ts";
import { Chat } from "../fixtures/chat.ts";

const brownies = (quantity = 1, rasa: string | null = "coklat") => ({
  sku: "BRW",
  options: [rasa],
  quantity: quantity * 1000,
  quantityStated: true,
});
const risoles = (quantity: number) => ({ sku: "RSL", options: [], quantity: quantity * 1000, quantityStated: true });
const ORDER = { intents: ["place_order" as const] };

/** A chat that has come to the summary of one delivered brownies. */
function atSummary(options: ConstructorParameters<typeof Chat>[0] = {}): Chat {
  const chat = new Chat({ customer: { name: "Sari", phone: "+6281200001111" }, ...options });
  chat.means({ ...ORDER, items: [brownies()], fulfilment: "cod", address: "Jl. Mawar 5 Tanah Baru" });
  return chat;
}

describe("taking an order", () => {
  test("what was said at once is never asked again: one message leads straight to the summary", () => {
    const chat = atSummary();
    expect(chat.text).toContain("Brownies (coklat) 1 pcs = Rp50.000");
    expect(chat.text).toContain("Ongkir Beji: Rp8.000");
    expect(chat.text).toContain("Total: Rp58.000");
    expect(chat.text).toContain("tunai saat barang datang (COD)");
    expect(chat.text).toContain("Sari, +6281200001111");
    expect(chat.choices).toEqual(["Ya, pesan", "Ubah"]);
  });

  test("a yes to exactly what was shown places that order", () => {
    const chat = atSummary();
    chat.taps("Ya, pesan");
    expect(chat.effect("placeOrder")?.draft).toMatchObject({
      lines: [{ sku: "BRW/coklat", quantity: 1000, unitPrice: 50_000, amount: 50_000 }],
      fulfilment: "delivery",
      payment: "cash_on_delivery",
      branchId: "branch-BEJ",
      zoneId: "zone-bej",
      address: "Jl. Mawar 5 Tanah Baru",
      goodsTotal: 50_000,
      fee: 8_000,
      total: 58_000,
      contactName: "Sari",
      contactPhone: "+6281200001111",
      agreedWords: "Ya, pesan",
    });
    expect(chat.effect("placeOrder")?.draft.agreedText).toContain("Total: Rp58.000");
    expect(chat.state).toMatchObject({ topics: [], ended: "confirmed" });
  });

  test("a yes written before the summary was shown is no yes", () => {
    const chat = atSummary();
    chat.notYetShown();
    chat.means({ intents: ["affirm"] }, "ya");
    expect(chat.effect("placeOrder")).toBeUndefined();
    expect(chat.text).toContain("Total: Rp58.000");
  });

  test("a tap on an older summary is no yes to the new one", () => {
    const chat = atSummary();
    const old = "row-1";
    chat.means({ ...ORDER, items: [brownies()] });
    expect(chat.text).toContain("Total: Rp108.000");
    chat.taps("Ya, pesan", old);
    expect(chat.effect("placeOrder")).toBeUndefined();
  });

  test("a yes together with a change is a change, and asks for a new yes", () => {
    const chat = atSummary();
    const line = JSON.parse(JSON.stringify(chat.state.topics[0]?.answers)).basket.lines[0].id;
    chat.means(
      { intents: ["affirm", "change_order"], edits: [{ type: "setQuantity", line, quantity: 3000 }] },
      "iya tapi 3",
    );
    expect(chat.effect("placeOrder")).toBeUndefined();
    expect(chat.text).toContain("Brownies (coklat) 3 pcs = Rp150.000");
  });

  test("no to the summary opens a correction, not a dead end", () => {
    const chat = atSummary();
    chat.taps("Ubah");
    expect(chat.text).toContain("Bagian mana yang diubah");
    chat.means({ intents: ["choose_pickup"], fulfilment: "pickup" });
    expect(chat.text).toContain("cabang mana");
  });

  test("a missing option is asked with its prices, and a tap fills it", () => {
    const chat = new Chat();
    chat.means({ ...ORDER, items: [brownies(2, null)] });
    expect(chat.text).toContain("coklat (Rp50.000) atau keju (Rp55.000)");
    expect(chat.choices).toEqual(["coklat", "keju"]);
    chat.taps("keju");
    expect(chat.text).toContain("diantar");
    expect(chat.text).toContain("Brownies (keju) 2 pcs");
  });

  test("a number typed instead of a tap picks the choice with that number", () => {
    const chat = new Chat();
    chat.means({ ...ORDER, items: [brownies(2, null)] });
    expect(chat.says("2")).toContain("Brownies (keju) 2 pcs");
  });

  test("a product that could be two is asked with both, and the answer settles it", () => {
    const chat = new Chat();
    chat.means({
      ...ORDER,
      doubts: [
        {
          words: "kue",
          quantity: 2000,
          quantityStated: true,
          candidates: ["BRW", "TRT"],
          near: [],
          optionWords: ["keju"],
        },
      ],
    });
    expect(chat.choices).toEqual(["Brownies", "Tart Ulang Tahun"]);
    expect(chat.taps("Brownies")).toContain("Brownies (keju) 2 pcs");
  });

  test("an unknown product is said to be unknown with what is near, and the rest of the order goes on", () => {
    const chat = new Chat();
    chat.means({
      ...ORDER,
      items: [risoles(10)],
      doubts: [
        { words: "rendang", quantity: 1000, quantityStated: false, candidates: [], near: ["KRP"], optionWords: [] },
      ],
    });
    expect(chat.text).toContain('"rendang" belum ada');
    expect(chat.choices).toEqual(["Keripik", "Tidak jadi"]);
    expect(chat.taps("Tidak jadi")).toContain("diantar");
  });

  test("less than the minimum is offered as the minimum", () => {
    const chat = new Chat();
    chat.means({ ...ORDER, items: [risoles(4)] });
    expect(chat.text).toContain("minimal 10 pcs");
    expect(chat.taps("Jadikan 10 pcs")).toContain("Risoles 10 pcs");
  });

  test("more than there is, is told kindly with what is left", () => {
    const chat = new Chat({ stock: { "BRW/coklat@branch-BEJ": 2000, "BRW/coklat@branch-MAR": 1000 } });
    chat.means({ ...ORDER, items: [brownies(5)] });
    expect(chat.text).toContain("tinggal 2 pcs");
    chat.taps("Jadikan 2 pcs");
    expect(chat.text).toContain("diantar");
  });

  test("pickup asks the branch, then a time inside its hours", () => {
    const chat = new Chat({ customer: { name: "Sari" } });
    chat.means({ ...ORDER, items: [brownies()], fulfilment: "pickup" });
    expect(chat.choices).toEqual(["Beji", "Margonda"]);
    chat.taps("Margonda");
    expect(chat.text).toContain("Mau diambil kapan");
    chat.means({ date: "2026-11-18", time: "22:00" });
    expect(chat.text).toContain("tidak buka");
    chat.means({ time: "15:30" });
    expect(chat.text).toContain("Waktu: hari ini (Rabu 18 Nov) jam 15.30");
    chat.taps("Ya, pesan");
    expect(chat.effect("placeOrder")?.draft).toMatchObject({
      fulfilment: "pickup",
      payment: "cash_at_pickup",
      branchId: "branch-MAR",
      day: "2026-11-18",
      time: "15:30",
      fee: 0,
    });
  });

  test("what needs a day's notice is not promised for today", () => {
    const chat = new Chat({ customer: { name: "Sari", phone: "+6281200001111" } });
    chat.means({
      ...ORDER,
      items: [{ sku: "TRT", options: [], quantity: 1000, quantityStated: true }],
      fulfilment: "delivery",
      address: "Jl. Mawar 5 Beji",
      date: "2026-11-18",
    });
    expect(chat.text).toContain("H-1");
    expect(chat.means({ date: "2026-11-19" })).toContain("Waktu: besok (Kamis 19 Nov)");
  });

  test("where cash is not taken the customer is asked how to pay before the yes", () => {
    const chat = new Chat({ customer: { name: "Sari", phone: "+6281200001111" } });
    chat.means({ ...ORDER, items: [brownies(2)], fulfilment: "cod", address: "Jl. Melati 1 Cinere" });
    expect(chat.text).toContain("belum bisa COD");
    expect(chat.taps("Transfer")).toContain("Bayar: transfer bank");
  });

  test("an address in no zone is asked for its area, and one outside all may be fetched instead", () => {
    const chat = new Chat({ customer: { name: "Sari", phone: "+6281200001111" } });
    chat.means({ ...ORDER, items: [brownies()], fulfilment: "cod", address: "Jl. Jauh 9" });
    expect(chat.choices).toEqual(["Beji", "Cinere", "Tidak ada"]);
    chat.taps("Tidak ada");
    expect(chat.text).toContain("belum sampai situ");
    expect(chat.taps("Ambil di toko")).toContain("cabang mana");
  });

  test("the known address is offered, not asked", () => {
    const chat = new Chat({
      customer: { name: "Sari", phone: "+6281200001111", address: "Jl. Mawar 5", zoneId: "zone-bej" },
    });
    chat.means({ ...ORDER, items: [brownies()], fulfilment: "cod" });
    expect(chat.text).toContain("Jl. Mawar 5");
    chat.means({ intents: ["affirm"] }, "iya");
    expect(chat.text).toContain("Total: Rp58.000");
  });

  test("a question in the middle is answered, and the open question is put again in other words", () => {
    const chat = new Chat();
    chat.means({ ...ORDER, items: [brownies()] });
    const asked = chat.text;
    chat.means({ intents: ["ask_shipping_cost"], zone: "zone-cin" });
    expect(chat.text).toContain("Cinere: Rp20.000");
    expect(chat.text).toContain("Jadi pesanannya diantar atau diambil");
    expect(asked).not.toContain("Jadi pesanannya");
  });

  test("the same message twice in a row is one order", () => {
    const chat = new Chat();
    chat.means({ ...ORDER, items: [brownies()] }, "brownies coklat 1");
    chat.means({ ...ORDER, items: [brownies()] }, "brownies coklat 1");
    expect(chat.text).toContain("sudah dicatat");
    expect(JSON.stringify(chat.state)).toContain('"quantity":1000');
  });

  test("cancelling drops the basket; starting over empties it", () => {
    const chat = atSummary();
    chat.means({ intents: ["start_over"] });
    expect(chat.text).toContain("mulai dari awal");
    expect(chat.text).toMatch(/mau pesan apa/i);
    chat.means({ ...ORDER, items: [brownies()] });
    chat.means({ intents: ["cancel_order"] });
    expect(chat.state).toMatchObject({ topics: [], ended: "cancelled" });
  });

  test("who is not ready yet keeps the basket and is welcomed back to it", () => {
    const chat = atSummary();
    chat.means({ intents: ["postpone_purchase"], until: "gajian" });
    expect(chat.text).toContain("ditunggu gajian");
    chat.now += 9 * 86_400_000;
    chat.means({ ...ORDER });
    expect(chat.text).toContain("Brownies (coklat) 1 pcs = Rp50.000");
  });

  test("a topic left for days is greeted anew, with what it was about", () => {
    const chat = atSummary();
    chat.now += 3 * 86_400_000;
    chat.means({ intents: ["greet"] });
    expect(chat.text).toContain("Rabu lalu sempat mau pesan Brownies (coklat) 1 pcs");
  });

  test("a huge quantity goes to a person, never to the kitchen", () => {
    const chat = new Chat();
    chat.means({ ...ORDER, items: [brownies(50_000)] });
    expect(chat.choices).toContain("Bicara dengan penjual");
    chat.taps("Bicara dengan penjual");
    expect(chat.effect("handOver")).toMatchObject({ reason: "asked_for_person" });
  });
});

describe("before the shop opens", () => {
  test("as soon as possible is said with the hour the shop opens", () => {
    const chat = atSummary({ now: "2026-11-18T04:00:00+07:00" });
    expect(chat.text).toContain("Waktu: secepatnya setelah toko buka, hari ini (Rabu 18 Nov) jam 08.00");
  });
});

describe("a placed order", () => {
  const placed: PlacedOrder = {
    id: "order-1",
    number: "1001",
    status: "placed",
    version: 3,
    placedAt: 0,
    fulfilment: "pickup",
    payment: "cash_at_pickup",
    branchId: "branch-BEJ",
    lines: [
      {
        sku: "BRW/coklat",
        name: "Brownies (coklat)",
        quantity: 2000,
        unit: "pcs",
        unitPrice: 50_000,
        amount: 100_000,
        madeToOrder: false,
      },
    ],
    day: "2026-11-18",
    time: "15:00",
    contactName: "Sari",
    goodsTotal: 100_000,
    fee: 0,
    total: 100_000,
    agreedDigest: "",
    agreedText: "",
    agreedWords: "",
  };

  test("is changed with a summary and a yes of its own, naming the version that was seen", () => {
    const chat = new Chat({ orders: [placed] });
    chat.means({ intents: ["change_order"], edits: [{ type: "setQuantity", line: "1001.0", quantity: 3000 }] });
    expect(chat.text).toContain("Brownies (coklat) 3 pcs = Rp150.000");
    chat.taps("Ya, pesan");
    expect(chat.effect("changeOrder")).toMatchObject({ order: "order-1", version: 3, draft: { total: 150_000 } });
    expect(chat.effect("placeOrder")).toBeUndefined();
  });

  test("whose change begins with no more than the wish is asked what to change, not for a yes", () => {
    const chat = new Chat({ orders: [placed] });
    chat.means({ intents: ["change_order"], orderNumber: "1001" });
    expect(chat.text).toContain("Bagian mana yang diubah");
    chat.means({ intents: ["change_order"], edits: [{ type: "setQuantity", line: "1001.0", quantity: 1000 }] });
    expect(chat.text).toContain("Total: Rp50.000");
  });

  test("is cancelled at once while the shop has not begun", () => {
    const chat = new Chat({ orders: [placed] });
    chat.means({ intents: ["cancel_order"] });
    expect(chat.effect("cancelOrder")).toMatchObject({ order: "order-1", version: 3 });
  });

  test("stays when a new basket is dropped, and is cancelled by a tap that names it", () => {
    const chat = new Chat({ orders: [placed] });
    chat.means({ ...ORDER, items: [risoles(10)] });
    chat.means({ intents: ["cancel_order"] });
    expect(chat.effect("cancelOrder")).toBeUndefined();
    expect(chat.text).toContain("Pesanan #1001 masih jalan");
    chat.taps("Batalkan #1001");
    expect(chat.effect("cancelOrder")).toMatchObject({ order: "order-1" });
  });

  test("that the shop has begun goes to a person, for a change and for a cancellation", () => {
    for (const intent of ["cancel_order", "change_order"] as const) {
      const chat = new Chat({ orders: [{ ...placed, status: "preparing" }] });
      chat.means({ intents: [intent] });
      expect(chat.effect("handOver")).toMatchObject({ reason: "order_begun" });
      expect(chat.effect("cancelOrder")).toBeUndefined();
    }
  });

  test("that the shop begins while the customer is changing it is not changed", () => {
    const chat = new Chat({ orders: [placed] });
    chat.means({ intents: ["change_order"], edits: [{ type: "setQuantity", line: "1001.0", quantity: 3000 }] });
    chat.orders = [{ ...placed, status: "preparing", version: 4 }];
    chat.taps("Ya, pesan");
    expect(chat.effect("changeOrder")).toBeUndefined();
    expect(chat.text).toContain("sudah mulai disiapkan");
  });

  test("can be repeated, and asked after", () => {
    const chat = new Chat({ orders: [placed] });
    expect(chat.means({ intents: ["order_status"] })).toContain("Pesanan #1001");
    chat.means({ intents: ["repeat_order"] });
    expect(chat.text).toContain("Brownies (coklat) 2 pcs");
    expect(chat.text).toContain("Mau diambil kapan");
  });
});

describe("a person", () => {
  test.each([
    [{ intents: ["talk_to_human" as const] }, "asked_for_person"],
    [{ intents: ["complain" as const], angry: true }, "angry"],
    [{ intents: ["return_item" as const] }, "return"],
  ])("is called for %j", (meaning, reason) => {
    const chat = new Chat();
    chat.means(meaning);
    expect(chat.effect("handOver")).toMatchObject({ reason });
  });

  test("takes over after three misunderstandings in a row, with choices to tap before that", () => {
    const chat = new Chat();
    chat.means({ intents: ["other"] });
    expect(chat.effect("handOver")).toBeUndefined();
    chat.means({ intents: ["other"] });
    expect(chat.choices.length).toBeGreaterThan(2);
    chat.means({ intents: ["other"] });
    expect(chat.effect("handOver")).toMatchObject({ reason: "misunderstood" });
  });

  test("being understood in between starts the count anew", () => {
    const chat = new Chat();
    for (const intents of [["other"], ["other"], ["thank"], ["other"], ["other"]] as const)
      chat.means({ intents: [...intents] });
    expect(chat.effect("handOver")).toBeUndefined();
  });

  test("hands back, and the bot says in a line what is open and goes on", () => {
    const chat = atSummary();
    chat.happens({ type: "handedBack", staff: "Ibu Rina" });
    expect(chat.text).toContain("Saya lanjut bantu");
    expect(chat.text).toContain("Total: Rp58.000");
  });

  test("an order heard with little confidence is asked about, never taken", () => {
    const chat = new Chat();
    chat.means({ ...ORDER, items: [brownies()], confidence: 0.3 });
    expect(chat.text).toContain("Maksudnya mau pesan Brownies (coklat) 1 pcs");
    expect(chat.state.topics).toEqual([]);
    chat.means({ intents: ["affirm"] }, "iya");
    expect(chat.text).toContain("diantar");
  });
});
