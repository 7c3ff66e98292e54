import { describe, expect, test } from "vitest";
import type { PlacedOrder } from "../../src/shop/order/order.ts";
import { Chat } from "../fixtures/chat.ts";

const ORDER = { intents: ["place_order" as const] };
const brownies = (quantity = 1, rasa: string | null = "coklat") => ({
  sku: "BRW",
  options: [rasa],
  quantity: quantity * 1000,
  quantityStated: true,
});
const keripik = { sku: "KRP", options: [], quantity: 1000, quantityStated: true };
const SARI = { name: "Sari", phone: "+6281200001111" };

function atSummary(options: ConstructorParameters<typeof Chat>[0] = {}, quantity = 1): Chat {
  const chat = new Chat({ customer: SARI, ...options });
  chat.means({ ...ORDER, items: [brownies(quantity)], fulfilment: "cod", address: "Jl. Mawar 5 Tanah Baru" });
  expect(chat.choices).toContain("Ya, pesan");
  return chat;
}

function placed(number: string, more: Partial<PlacedOrder> = {}): PlacedOrder {
  const line = {
    sku: "BRW/coklat",
    name: "Brownies (coklat)",
    quantity: 2000,
    unit: "pcs",
    unitPrice: 50_000,
    amount: 100_000,
    madeToOrder: false,
  };
  return {
    id: `order-${number}`,
    number,
    status: "placed",
    version: 1,
    placedAt: 0,
    fulfilment: "pickup",
    payment: "cash_at_pickup",
    branchId: "branch-BEJ",
    lines: [line],
    day: "2026-11-18",
    time: "15:00",
    contactName: "Sari",
    goodsTotal: 100_000,
    fee: 0,
    total: 100_000,
    agreedDigest: `digest-${number}`,
    agreedText: "",
    agreedWords: "",
    ...more,
  };
}

const photo = (text: string) => ({
  type: "messageReceived" as const,
  text,
  attachments: [{ kind: "photo" as const }],
  forwarded: false,
});

describe("a yes", () => {
  test("under a photo is for whoever looks at the photo, and places nothing then or later", () => {
    const chat = atSummary();
    chat.happens(photo("ya"));
    expect(chat.effect("handOver")).toMatchObject({ reason: "media" });
    expect(chat.text).toContain("teruskan ke penjual");
    chat.happens({ type: "handedBack", staff: "Rina" });
    expect(chat.effect("placeOrder")).toBeUndefined();
    expect(chat.text).toContain("Total: Rp58.000");
  });

  test("that the shop could not carry out is not kept for better times", () => {
    const chat = atSummary({}, 3);
    chat.stock = { "BRW/coklat": 1000 };
    chat.says("ya");
    expect(chat.text).toContain("tinggal 1 pcs");
    chat.stock = { "BRW/coklat": 9000 };
    chat.says("menunya apa aja?");
    expect(chat.effect("placeOrder")).toBeUndefined();
  });

  test("that somebody else wrote and the customer passed on is no yes", () => {
    const chat = atSummary();
    chat.happens({ type: "messageReceived", text: "ya", attachments: [], forwarded: true });
    expect(chat.effect("placeOrder")).toBeUndefined();
  });

  test("on an old summary does not answer a newer question of the bot", () => {
    const chat = atSummary({ orders: [placed("1001")] });
    chat.says("batal");
    expect(chat.text).toContain("#1001 masih jalan");
    chat.taps("Ya, pesan", "row-1");
    expect(chat.effect("cancelOrder")).toBeUndefined();
    expect(chat.text).toContain("#1001 masih jalan");
  });
});

describe("no to the bot's own question", () => {
  test("about the minimum or about what is left takes the goods out", () => {
    const chat = new Chat({ stock: { "BRW/coklat": 1000 } });
    chat.means({ ...ORDER, items: [brownies(3), keripik] });
    expect(chat.text).toContain("tinggal 1 pcs");
    chat.says("nggak");
    expect(chat.effect("handOver")).toBeUndefined();
    expect(chat.text).toContain("Keripik 1 kg");
    expect(JSON.stringify(chat.state)).not.toContain("BRW");
  });

  test("about an order that has begun leaves it alone", () => {
    const chat = new Chat({ orders: [placed("1001")] });
    chat.means({ intents: ["change_order"], edits: [{ type: "setQuantity", line: "1001.0", quantity: 3000 }] });
    chat.orders = [placed("1001", { status: "preparing", version: 2 })];
    chat.says("ya");
    expect(chat.text).toContain("sudah mulai disiapkan");
    chat.says("tidak usah");
    expect(chat.text).toContain("tidak jadi diubah");
    expect(chat.state.topics).toEqual([]);
  });
});

describe("the buttons of an order's card", () => {
  const two = [placed("1002"), placed("1001")];

  test("cancel the order they name, not the latest", () => {
    const chat = new Chat({ orders: two });
    chat.taps("Batalkan #1001", "an-old-card");
    expect(chat.effect("cancelOrder")).toMatchObject({ order: "order-1001" });
  });

  test("change the order they name, not the latest", () => {
    const chat = new Chat({ orders: two });
    chat.taps("Ubah #1001", "an-old-card");
    expect(chat.state.topics[0]?.answers.changes).toMatchObject({ number: "1001" });
    expect(chat.text).toContain("Bagian mana yang diubah");
  });

  test("work in the middle of another errand, which then goes on", () => {
    const chat = new Chat({ orders: two });
    chat.means({ ...ORDER, items: [keripik] });
    chat.taps("Batalkan #1001", "an-old-card");
    expect(chat.effect("cancelOrder")).toMatchObject({ order: "order-1001" });
    expect(chat.state.topics).toHaveLength(1);
    expect(chat.text).toContain("diantar");
  });

  test("of an order that has begun bring a person, and touch no other order", () => {
    const chat = new Chat({ orders: [placed("1002"), placed("1001", { status: "preparing" })] });
    chat.taps("Batalkan #1001", "an-old-card");
    expect(chat.effect("cancelOrder")).toBeUndefined();
    expect(chat.effect("handOver")).toMatchObject({ reason: "order_begun", note: "#1001" });
  });
});

describe("changing a placed order", () => {
  test("what the order itself holds is theirs to have again", () => {
    const chat = new Chat({
      orders: [placed("1001")],
      stock: { "BRW/coklat@branch-BEJ": 0, "BRW/coklat@branch-MAR": 0 },
    });
    chat.taps("Ubah #1001", "card");
    chat.means({ intents: ["change_order"], time: "16:00", date: "2026-11-18" });
    expect(chat.text).toContain("Brownies (coklat) 2 pcs = Rp100.000");
  });

  test("goes on when the seller only accepts it meanwhile", () => {
    const chat = new Chat({ orders: [placed("1001")] });
    chat.means({ intents: ["change_order"], edits: [{ type: "setQuantity", line: "1001.0", quantity: 3000 }] });
    chat.orders = [placed("1001", { status: "accepted", version: 2 })];
    chat.says("ya");
    expect(chat.effect("changeOrder")).toMatchObject({ order: "order-1001", version: 2 });
  });

  test("from the beginning is still a change of that order", () => {
    const chat = new Chat({ orders: [placed("1001")] });
    chat.taps("Ubah #1001", "card");
    chat.says("mulai dari awal aja");
    expect(chat.state.topics[0]?.answers.changes).toMatchObject({ number: "1001" });
  });

  test("that has begun is for a person, whatever the words", () => {
    const chat = new Chat({ orders: [placed("1001", { status: "preparing" })] });
    chat.says("brownies jadi 3");
    expect(chat.effect("handOver")).toMatchObject({ reason: "order_begun" });
    expect(chat.state.topics).toEqual([]);
  });
});

describe("who comes back", () => {
  test('"nanti aja ya" puts off without a time, and is not asked again in the same breath', () => {
    const chat = atSummary();
    chat.says("oke nanti aja ya kak");
    expect(chat.text).toContain("Keranjangnya saya simpan");
    expect(chat.text).not.toContain("Total:");
    expect(chat.choices).toEqual([]);
  });

  test("and says again what they wanted gets that, not twice as much", () => {
    const chat = atSummary({}, 2);
    chat.says("tunggu gajian ya kak");
    chat.now += 9 * 86_400_000;
    chat.means({ ...ORDER, items: [brownies(2)] });
    expect(chat.text).toContain("Brownies (coklat) 2 pcs");
    const left = atSummary({}, 2);
    left.now += 3 * 86_400_000;
    left.means({ ...ORDER, items: [brownies(2)] });
    expect(left.text).toContain("Brownies (coklat) 2 pcs");
  });

  test("can repeat the last order that was not cancelled, also after a bare wish to order", () => {
    const chat = new Chat({
      orders: [placed("1002", { status: "cancelled" }), placed("1001", { status: "completed" })],
    });
    chat.means(ORDER);
    chat.means({ intents: ["repeat_order"] });
    expect(chat.text).toContain("Mau diambil kapan");
    expect(JSON.stringify(chat.state)).toContain("BRW");
  });
});

describe("what the shop can do", () => {
  test("goods that no one branch has together are told so, with what to leave out", () => {
    const chat = new Chat({
      customer: SARI,
      stock: { "BRW/coklat@branch-BEJ": 5000, "BRW/coklat@branch-MAR": 0, "KRP@branch-BEJ": 0, "KRP@branch-MAR": 5000 },
    });
    chat.means({ ...ORDER, items: [brownies(), keripik] });
    expect(chat.text).toContain("satu cabang");
    chat.taps("Yang ada di Beji saja");
    expect(JSON.stringify(chat.state)).not.toContain("KRP");
    expect(chat.text).toContain("diantar");
  });

  test("a pickup always has its time, also when a delivery becomes one", () => {
    const chat = atSummary();
    chat.means({ intents: ["choose_pickup"], fulfilment: "pickup", branch: "branch-BEJ" });
    expect(chat.text).toContain("Mau diambil kapan");
  });

  test("its limits hold also where it leaves the question out", () => {
    const chat = new Chat({ customer: SARI, asks: ["fulfilment", "address"] });
    chat.means({ ...ORDER, items: [brownies()], fulfilment: "cod", address: "Jl. Melati 1 Cinere" });
    expect(chat.text).toContain("minimal belanja Rp60.000");
  });

  test("who pays by transfer is told what comes next", () => {
    const chat = atSummary();
    chat.means({ payment: "transfer" });
    chat.taps("Ya, pesan");
    expect(chat.text).toContain("Totalnya Rp58.000");
    expect(chat.text).not.toContain("tunai");
  });

  test("somebody who gives their name as Bu Tatik is remembered as Bu", () => {
    const chat = new Chat({ customer: { phone: "+6281200001111" } });
    chat.means({ ...ORDER, items: [brownies()], fulfilment: "cod", address: "Jl. Mawar 5 Beji", name: "Bu Tatik" });
    chat.taps("Ya, pesan");
    expect(chat.effect("rememberCustomer")).toMatchObject({ name: "Bu Tatik", form: "Bu" });
  });
});

describe("one turn with more than one thing in it", () => {
  test("opening the chat and ordering in the same breath leads to the order, not to the greeting's question", () => {
    const chat = new Chat({ customer: SARI });
    chat.happens(
      { type: "chatStarted" },
      { type: "messageReceived", text: "brownies coklat 1 cod ke jl mawar 5 beji", attachments: [], forwarded: false },
    );
    expect(chat.text).not.toMatch(/mau pesan apa/i);
    expect(chat.choices).toContain("Ya, pesan");
  });

  test("a message sent again word for word changes nothing, also where it would read as a change", () => {
    const chat = new Chat({ customer: SARI, stock: { "BRW/coklat@branch-BEJ": 0, "BRW/coklat@branch-MAR": 9000 } });
    chat.says("brownies coklat 2 ambil di beji besok jam 10");
    chat.says("brownies coklat 2 ambil di beji besok jam 10");
    expect(JSON.stringify(chat.state)).toContain('"quantity":2000');
  });
});

describe("the cancel button of an order that is being changed", () => {
  test("cancels the order, not only the change", () => {
    const chat = new Chat({ orders: [placed("1001")] });
    chat.taps("Ubah #1001", "card");
    chat.taps("Batalkan #1001", "card");
    expect(chat.effect("cancelOrder")).toMatchObject({ order: "order-1001" });
  });

  test("brings a person where the shop has begun", () => {
    const chat = new Chat({ orders: [placed("1001")] });
    chat.means({ intents: ["change_order"], edits: [{ type: "setQuantity", line: "1001.0", quantity: 3000 }] });
    chat.orders = [placed("1001", { status: "preparing", version: 2 })];
    chat.says("ya");
    chat.taps("Batalkan #1001", "card");
    expect(chat.effect("handOver")).toMatchObject({ reason: "order_begun", note: "#1001" });
  });
});

test("asked about a day, the shop tells that day's hours", () => {
  const chat = new Chat();
  expect(chat.means({ intents: ["ask_hours"], date: "2026-11-20" })).toContain("Beji: Jumat 20 Nov 08.00–17.00");
});

test("a number that cannot be is asked for again, and never taken for one", () => {
  const chat = new Chat();
  chat.says("risoles -5");
  expect(chat.text).toContain("Mau Risoles berapa pcs");
  expect(JSON.stringify(chat.state)).not.toContain('"lines":[{');
  expect(chat.says("risoles 10")).toContain("Risoles 10 pcs");
});
