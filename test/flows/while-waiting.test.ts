import { describe, expect, test } from "vitest";
import { Chat, type ChatOptions } from "../fixtures/chat.ts";

const NIGHT = "2026-11-18T22:00:00+07:00";
const BY_WHEN = /besok \(Kamis 19 Nov\) mulai jam \d\d\.00/;
const SARI = { name: "Sari", phone: "+6281200001111", address: "Jl. Mawar 5 Tanah Baru" };

/** At night, after these words a person was called. */
function afterCalling(words: string, options: ChatOptions = {}): Chat {
  const chat = new Chat({ now: NIGHT, customer: SARI, ...options });
  chat.callsPerson(words);
  expect(chat.waiting).toBeDefined();
  return chat;
}

const PERSON = "mau ngomong sama orangnya aja kak";

describe("a customer who waits for a person", () => {
  test("hears at night that they may go on here, and in opening hours nothing of it", () => {
    const asks = (now: string) => new Chat({ now }).says(PERSON);
    expect(asks(NIGHT)).toContain("tetap bisa pesan atau tanya di sini");
    expect(asks("2026-11-18T10:00:00+07:00")).not.toContain("tetap bisa");
    const complains = new Chat({ now: NIGHT }).says("kuenya kemarin basi kak");
    expect(complains).toMatch(BY_WHEN);
    expect(complains).not.toContain("tetap bisa");
  });

  test("orders all the same, from the first word to the yes", () => {
    const chat = afterCalling(PERSON);
    expect(chat.says("ya udah pesen brownies 2 aja cod")).toContain("Brownies");
    while (!chat.choices.includes("Ya, pesan")) {
      const [first] = chat.choices;
      if (first === undefined) throw new Error(`Nothing to tap: ${chat.text}`);
      chat.taps(first);
    }
    chat.taps("Ya, pesan");
    expect(chat.effect("placeOrder")?.draft.lines).toMatchObject([
      { sku: expect.stringContaining("BRW"), quantity: 2000 },
    ]);
    expect(chat.effect("handOver")).toBeUndefined();
  });

  test.each([
    ["buka jam berapa besok?", /\d\d\.00/],
    ["brownies coklat berapa?", /Rp/],
    ["pesanan saya sampai mana?", /pesanan/i],
    ["tolong telepon saya aja", /telepon/i],
    ["stop kirim promo ya", /promo/i],
  ])("is answered “%s”", (words, answer) => {
    expect(afterCalling(PERSON).says(words)).toMatch(answer);
  });

  test("who calls for the person again beside an order is not kept from ordering", () => {
    const chat = afterCalling(PERSON);
    expect(chat.says("pesen brownies coklat 2, tetep mau ngomong sama orangnya besok ya")).toContain("Brownies");
    expect(chat.effect("handOver")).toBeUndefined();
  });

  test.each([
    "makasih ya kak",
    "oke siap",
    "halo?",
    "baik kak saya tunggu",
    "zxcv qwpo",
    "kok lama ya",
    "mana orangnya",
  ])("hears no chatter on “%s”: they were told by when", (words) => {
    const chat = afterCalling(PERSON);
    for (let times = 0; times < 4; times++) expect(chat.says(words)).toBe("");
  });

  test("hears by when a person answers once more where the talk had moved on, and then not again", () => {
    const chat = afterCalling(PERSON);
    chat.says("buka jam berapa besok?");
    expect(chat.says("kuenya bisa ditulisin nama ga?")).toMatch(BY_WHEN);
    expect(chat.says("halo? bisa ga?")).toBe("");
    chat.says("brownies coklat berapa?");
    expect(chat.says("makasih ya")).toBe("");
    expect(chat.says("zxcv qwpo")).toMatch(BY_WHEN);
    expect(chat.says("hmrf dluk")).toBe("");
  });

  test("hears the new time where the day has come meanwhile", () => {
    const chat = afterCalling(PERSON);
    expect(chat.says("halo?")).toBe("");
    chat.now = Date.parse("2026-11-19T09:00:00+07:00");
    expect(chat.says("halo kak?")).toContain("Sebentar lagi dibalas");
    expect(chat.says("halo kak?")).toBe("");
  });

  test("is neither asked to say it again nor handed over again, however often nobody understands", () => {
    const chat = afterCalling(PERSON);
    for (const words of ["zxcv qwpo", "blrm ptk wuu", "hmrf dluk", "grbl mnop"]) {
      chat.says(words);
      expect(chat.last.effects).toEqual([]);
    }
  });

  test("may still answer the summary that was shown before the person was called", () => {
    const chat = new Chat({ now: NIGHT, customer: SARI });
    chat.says("pesan brownies coklat 2 diantar cod hari jumat");
    chat.taps("Ya, ke situ");
    expect(chat.choices).toContain("Ya, pesan");
    chat.callsPerson("bisa kurang ga kak");
    expect(chat.waiting).toBe("bargain");
    chat.says("ya udah deh");
    expect(chat.effect("placeOrder")?.draft.lines).toHaveLength(1);
  });
});

describe("where the bot had better keep out", () => {
  test.each(["gimana sih, bangsat, pelayanannya parah", "kuenya kemarin basi kak", "mau retur kak, barangnya rusak"])(
    "after “%s” it does, whatever is said",
    (complaint) => {
      const chat = afterCalling(complaint);
      for (const words of ["pesan brownies coklat 2", "buka jam berapa?", "ganti brownies coklat 1 ya", "halo?"]) {
        expect(chat.says(words)).toBe("");
        expect(chat.effect("placeOrder")).toBeUndefined();
      }
      chat.says("telepon saya sekarang");
      expect(chat.text).toBe("");
      expect(chat.effect("askForCall")).toMatchObject({ kind: "asked" });
    },
  );

  test.each(["kak udah saya transfer ya", "bisa kurang ga kak"])(
    "after “%s” it does only what is plainly apart from that",
    (matter) => {
      const chat = afterCalling(matter);
      for (const words of ["batalin aja pesanannya", "udah masuk belum kak?", "jadi gimana kak", "50rb ya?"])
        expect(chat.says(words)).toBe("");
      expect(chat.says("buka jam berapa besok?")).toMatch(/\d\d\.00/);
      expect(chat.says("pesan brownies coklat 2 ya")).toContain("Brownies");
    },
  );

  test("a voice note or a picture is a person's, also while one is awaited", () => {
    const chat = afterCalling(PERSON);
    for (const kind of ["voice", "photo"] as const)
      expect(
        chat.happens({ type: "messageReceived", text: "brownies coklat 2", attachments: [{ kind }], forwarded: false }),
      ).toBe("");
    expect(chat.effect("placeOrder")).toBeUndefined();
    expect(chat.effect("handOver")).toMatchObject({ reason: "media" });
  });

  test("what is asked of a picture is left to the person who sees it", () => {
    const chat = new Chat({ now: NIGHT });
    chat.happens({ type: "messageReceived", text: "", attachments: [{ kind: "photo" }], forwarded: false });
    chat.waiting = "media";
    for (const words of ["yang kayak gini kak ada?", "yang coklat ya 2", "harganya berapa kak"])
      expect(chat.says(words)).toBe("");
    expect(chat.says("brownies coklat berapa kak?")).toMatch(/Rp/);
  });

  test("who grows angry meanwhile is left to the person, and the person learns why", () => {
    const chat = afterCalling(PERSON);
    expect(chat.says("lama banget anjing")).toBe("");
    expect(chat.effect("handOver")).toMatchObject({ reason: "angry" });
  });

  test("a call that comes meanwhile stands on the list, said or not", () => {
    const chat = afterCalling("kuenya kemarin basi kak");
    expect(chat.happens({ type: "callMissed", phone: "+6281200001111", video: false })).toBe("");
    expect(chat.effect("askForCall")).toMatchObject({ kind: "missed", times: 1 });
    expect(chat.effect("askForCall")).not.toHaveProperty("promised");
  });
});

describe("a person is no longer needed", () => {
  test.each([
    "gak jadi, udah sama bot aja",
    "ga usah nunggu penjual kak",
    "lanjut sama bot aja",
    "udah gak perlu orangnya kak",
    "penjualnya ga usah kak, udah beres",
    "gak jadi ngomong sama penjual",
  ])("“%s”: the bot goes on with what was open", (words) => {
    const chat = new Chat({ now: NIGHT, customer: SARI });
    chat.says("pesan brownies coklat 2 diantar cod hari jumat");
    chat.taps("Ya, ke situ");
    chat.callsPerson(PERSON);
    expect(chat.says(words)).toContain("saya bantu di sini");
    expect(chat.effect("endWaiting")).toBeDefined();
    expect(chat.effect("cancelOrder")).toBeUndefined();
    expect(chat.choices).toContain("Ya, pesan");
  });

  test.each([
    "ga mau sama bot, panggilin yg jual",
    "mau ngomong sama orangnya aja kak",
    "kok sama bot lagi sih",
    "ga usah sama bot, sama orang aja",
  ])("“%s” wants one", (words) => {
    const chat = afterCalling(PERSON);
    chat.says(words);
    expect(chat.effect("endWaiting")).toBeUndefined();
  });
});
