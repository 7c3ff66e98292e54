import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/channels/channel.ts";
import { OutgoingMessage } from "../../src/channels/message.ts";
import { JPEG } from "../fixtures/pictures.ts";
import type { ChannelUnderTest, ContractCustomer, StartChannel } from "./channel-under-test.ts";
import { RecordingIntake } from "./recording-intake.ts";

/** What every channel promises a shop. The key names the promise for a driver that cannot keep it. */
const promises = {
  storesBeforeConfirming: "the platform hears 'got it' only after the message is stored",
  comesAgain: "a message that could not be stored comes again and is stored once",
  sameEventAgain: "what the platform delivers again is the same event",
  keepsOrder: "the words of each customer arrive in the order they were written",
  hearsWhatWasSaidMeanwhile: "nothing that was said while the shop was down is lost",
  carriesWords: "words arrive and leave exactly as written, whatever signs they hold",
  knowsWhoWrote: "two customers are never taken for each other",
  hearsEdits: "every change of a message is an event of its own",
  hearsOpening: "where a customer came from is kept",
  signsForTheBotAlone: "who talks with a person of the shop is not shown that the bot types or has read it",
  hearsTaps: "a tap says which question it answers, which choice it is and what it read",
  asksForNumber: "a customer can share the own number by one tap, and the key goes away afterwards",
  hearsNumbers: "the own number is marked as vouched for by the platform",
  hearsLocations: "a shared position arrives where it is",
  showsLocations: "the shop's position arrives as a position",
  showsPictures: "a picture arrives as it is, with its words and what can be tapped beneath it",
  numbersChoices: "too many choices to tap become numbered lines",
  splitsLongText: "a text longer than the channel allows arrives whole, in order",
  edits: "a message is replaced in place",
  editsToTheSame: "replacing a message by the same words counts as sent",
  editsWhatIsGone: "a message that is gone is sent anew",
  ignoresTheUnknown: "what the shop has no word for is let go, and what follows still arrives",
  knowsWhenBlocked: "a customer who blocked the shop is known as such",
  waitsWhenTooMany: "too many messages: told to wait, nothing delivered",
  retriesServerErrors: "the platform's own error: told to try again, nothing delivered",
  neverDoubles: "an answer lost after delivery is unknown, and the driver sends nothing twice",
  admitsNotKnowing: "a line lost before delivery is never taken for sent",
  stops: "listening ends when it is told to",
} as const;

export type ChannelPromise = keyof typeof promises;

/** Runs the one suite against a channel. `excused` holds, by promise, why this channel cannot keep it. */
export function channelContract(
  name: string,
  start: StartChannel,
  excused: { readonly [key in ChannelPromise]?: string } = {},
): void {
  describe(`${name} keeps what every channel promises`, () => {
    let under: ChannelUnderTest;
    let intake: RecordingIntake;
    let sari: ContractCustomer;

    beforeEach(async () => {
      intake = new RecordingIntake();
      under = await start(intake);
      sari = await under.customer();
    });
    afterEach(() => under.release?.() ?? under.stop());
    afterAll(() => under.stop());

    function promise(key: ChannelPromise, keep: () => Promise<void>): void {
      if (excused[key] === undefined) it(promises[key], keep, 30_000);
    }

    for (const [key, reason] of Object.entries(excused))
      it(`is excused from "${key}" by a written reason`, () => {
        expect(Object.keys(promises)).toContain(key);
        expect(reason.split(" ").length).toBeGreaterThan(3);
      });

    /** The chat must exist before a shop may write. */
    async function greets(): Promise<void> {
      await sari.says("kak");
      await intake.received(sari.contact);
    }

    function delivery(message: Partial<OutgoingMessage> & { text: string }, edit?: string): Delivery {
      const whole = OutgoingMessage.parse(message);
      const rowId = randomUUID();
      return { rowId, contact: sari.contact, message: whole, ...(edit ? { externalIdToEdit: edit } : {}) };
    }

    function send(message: Partial<OutgoingMessage> & { text: string }, edit?: string) {
      return under.channel.send(delivery(message, edit), new AbortController().signal);
    }

    function last() {
      const shown = sari.screen().at(-1);
      if (!shown) throw new Error("The customer sees nothing");
      return shown;
    }

    promise("storesBeforeConfirming", async () => {
      const store = intake.holdsBack();
      await sari.says("mau pesan brownies");
      await intake.until(() => intake.offered === 1, "the message to be handed over");
      expect(intake.stored).toHaveLength(0);
      expect(under.unconfirmed()).toBe(1);
      store();
      await under.allConfirmed();
      expect(intake.stored).toHaveLength(1);
    });

    promise("comesAgain", async () => {
      intake.failsToStore(2);
      await sari.says("mau pesan brownies");
      await under.allConfirmed();
      expect(intake.offered).toBe(3);
      expect(intake.from(sari.contact)).toMatchObject([{ type: "messageReceived", text: "mau pesan brownies" }]);
    });

    promise("sameEventAgain", async () => {
      const said = await sari.says("brownies 2");
      await sari.changes(said, "brownies 3");
      await sari.sharesLocation(-6.4, 106.8);
      await intake.received(sari.contact, 3);
      await under.allConfirmed();
      await under.redeliver();
      expect(intake.offered).toBe(6);
      expect(intake.stored).toHaveLength(3);
    });

    promise("keepsOrder", async () => {
      const budi = await under.customer();
      const lines = Array.from({ length: 20 }, (_, index) => `baris ${index + 1}`);
      for (const line of lines) {
        await sari.says(`sari ${line}`);
        await budi.says(`budi ${line}`);
      }
      const texts = async (customer: ContractCustomer) =>
        (await intake.received(customer.contact, 20)).map((body) =>
          body.type === "messageReceived" ? body.text : body.type,
        );
      expect(await texts(sari)).toEqual(lines.map((line) => `sari ${line}`));
      expect(await texts(budi)).toEqual(lines.map((line) => `budi ${line}`));
    });

    promise("hearsWhatWasSaidMeanwhile", async () => {
      await greets();
      await under.restart(async () => {
        await sari.says("masih buka?");
        await sari.says("halo?");
      });
      const heard = await intake.received(sari.contact, 3);
      expect(heard.map((body) => (body.type === "messageReceived" ? body.text : ""))).toEqual([
        "kak",
        "masih buka?",
        "halo?",
      ]);
    });

    promise("carriesWords", async () => {
      const words = "<b>brownies</b> _2_ *box* [a](b) & 'kue' \"lapis\" 🍰\u200b\n; DROP TABLE orders;-- \\n {}`";
      await sari.says(words);
      expect(await intake.received(sari.contact)).toMatchObject([{ type: "messageReceived", text: words }]);
      const result = await send({ text: `Maksud Kakak ${words}?` });
      expect(result).toMatchObject({ type: "sent", externalId: expect.stringMatching(/./) });
      expect(last().text).toBe(`Maksud Kakak ${words}?`);
    });

    promise("knowsWhoWrote", async () => {
      const budi = await under.customer();
      await sari.says("saya Sari");
      await budi.says("saya Budi");
      expect(await intake.received(sari.contact)).toMatchObject([{ text: "saya Sari" }]);
      expect(await intake.received(budi.contact)).toMatchObject([{ text: "saya Budi" }]);
    });

    promise("hearsEdits", async () => {
      const said = await sari.says("brownies 2");
      await sari.changes(said, "brownies 3");
      await sari.changes(said, "brownies 4");
      expect((await intake.received(sari.contact, 3)).slice(1)).toMatchObject([
        { type: "messageEdited", text: "brownies 3", platformId: said.id },
        { type: "messageEdited", text: "brownies 4", platformId: said.id },
      ]);
    });

    promise("hearsOpening", async () => {
      await sari.opens("meja-7");
      expect(await intake.received(sari.contact)).toMatchObject([{ type: "chatStarted", source: "meja-7" }]);
    });

    promise("signsForTheBotAlone", async () => {
      const budi = await under.customer();
      intake.held.add(sari.contact);
      await sari.says("Bu, jadi diantar jam berapa?");
      await intake.received(sari.contact);
      await budi.says("kak");
      await expect.poll(() => budi.signs()).toBeGreaterThan(0);
      expect(sari.signs()).toBe(0);
      intake.held.delete(sari.contact);
      await sari.says("makasih");
      await expect.poll(() => sari.signs()).toBeGreaterThan(0);
    });

    promise("hearsTaps", async () => {
      await greets();
      const question = delivery({
        text: "Diambil atau diantar, Kak?",
        choices: [
          { id: "pickup", label: "Ambil" },
          { id: "delivery", label: "Antar ke rumah" },
        ],
      });
      await under.channel.send(question, new AbortController().signal);
      expect(last().buttons).toEqual(["Ambil", "Antar ke rumah"]);
      await sari.taps(last(), "Antar ke rumah");
      const [, tap] = await intake.received(sari.contact, 2);
      expect(tap).toEqual({
        type: "choicePicked",
        question: question.rowId,
        choice: "delivery",
        label: "Antar ke rumah",
      });
    });

    promise("asksForNumber", async () => {
      await greets();
      await send({ text: "Boleh minta nomor HP-nya, Kak?", request: "phone" });
      const [key] = last().buttons;
      expect(key).toBeTruthy();
      await sari.taps(last(), `${key}`);
      const [, shared] = await intake.received(sari.contact, 2);
      expect(shared).toMatchObject({ type: "contactShared", own: true });
      await send({ text: "Makasih, Kak!" });
      expect(last().buttons).toEqual([]);
    });

    promise("hearsNumbers", async () => {
      await sari.sharesNumber("6281234567001");
      expect(await intake.received(sari.contact)).toMatchObject([
        { type: "contactShared", phone: "+6281234567001", own: true },
      ]);
      expect(intake.stored[0]?.sender.phone).toBe("+6281234567001");
    });

    promise("hearsLocations", async () => {
      await sari.sharesLocation(-6.4025, 106.7942);
      const heard = await intake.received(sari.contact);
      expect(heard).toEqual([{ type: "locationShared", latitude: -6.4025, longitude: 106.7942 }]);
    });

    promise("showsLocations", async () => {
      await greets();
      const location = { latitude: -6.3702, longitude: 106.8301 };
      expect(await send({ text: "Toko kami di sini ya, Kak", location })).toMatchObject({ type: "sent" });
      expect(sari.screen().map((shown) => shown.location)).toContainEqual(location);
      expect(sari.screen().map((shown) => shown.text)).toContain("Toko kami di sini ya, Kak");
    });

    promise("showsPictures", async () => {
      await greets();
      const image = { data: JPEG.toString("base64"), mime: "image/jpeg" as const };
      expect(await send({ text: "Brownies\nRp50.000 per pcs", image })).toMatchObject({ type: "sent" });
      expect(last().text).toBe("Brownies\nRp50.000 per pcs");
      expect(await sari.looksAt(last())).toBe(image.data);
      await send({ text: "Mau yang ini, Kak?", image, choices: [{ id: "yes", label: "Mau" }] });
      expect(last().text).toContain("Mau yang ini, Kak?");
      expect(await sari.looksAt(last())).toBe(image.data);
      await send({ text: "Masih ada, Kak" });
      expect(await sari.looksAt(last())).toBeUndefined();
    });

    promise("numbersChoices", async () => {
      await greets();
      const count = under.channel.abilities.maxButtons + 1;
      const choices = Array.from({ length: count }, (_, index) => ({ id: `c${index}`, label: `Kue ${index + 1}` }));
      expect(await send({ text: "Pilih yang mana, Kak?", choices })).toMatchObject({ type: "sent" });
      expect(last().buttons).toEqual([]);
      for (const [index, choice] of choices.entries()) expect(last().text).toContain(`${index + 1}. ${choice.label}`);
    });

    promise("splitsLongText", async () => {
      await greets();
      const lines = Array.from({ length: 600 }, (_, index) => `Baris ke-${index + 1}: kue lapis dan bolu.`);
      expect(await send({ text: lines.join("\n") })).toMatchObject({ type: "sent", externalId: last().id });
      const shown = sari.screen().map((one) => one.text);
      expect(shown.join("\n").split("\n")).toEqual(lines);
      for (const text of shown) expect(text.length).toBeLessThanOrEqual(under.channel.abilities.maxText);
    });

    promise("edits", async () => {
      await greets();
      const first = await send({ text: "Pesanan diterima", choices: [{ id: "cancel", label: "Batal" }] });
      const id = first.type === "sent" ? first.externalId : "";
      const second = await send({ text: "Pesanan sedang dibuat" }, id);
      expect(second).toMatchObject({ type: "sent", externalId: id });
      expect(sari.screen()).toEqual([{ id, text: "Pesanan sedang dibuat", buttons: [] }]);
    });

    promise("editsToTheSame", async () => {
      await greets();
      const first = await send({ text: "Pesanan diterima" });
      const id = first.type === "sent" ? first.externalId : "";
      expect(await send({ text: "Pesanan diterima" }, id)).toMatchObject({ type: "sent", externalId: id });
      expect(sari.screen()).toHaveLength(1);
    });

    promise("editsWhatIsGone", async () => {
      await greets();
      const first = await send({ text: "Pesanan diterima" });
      sari.removes(last());
      const second = await send({ text: "Pesanan siap" }, first.type === "sent" ? first.externalId : "");
      expect(second).toMatchObject({ type: "sent", externalId: last().id });
      expect(last().text).toBe("Pesanan siap");
    });

    promise("ignoresTheUnknown", async () => {
      await sari.doesSomethingUnknown();
      await sari.says("kak");
      expect(await intake.received(sari.contact)).toMatchObject([{ type: "messageReceived", text: "kak" }]);
      await under.allConfirmed();
    });

    promise("knowsWhenBlocked", async () => {
      await greets();
      under.trouble("blocked");
      expect(await send({ text: "Halo, Kak" })).toMatchObject({ type: "blocked" });
      expect(sari.screen()).toEqual([]);
    });

    promise("waitsWhenTooMany", async () => {
      await greets();
      under.trouble("tooMany");
      const result = await send({ text: "Halo, Kak" });
      expect(result).toMatchObject({ type: "retry" });
      expect(result.type === "retry" && result.afterMs).toBeGreaterThanOrEqual(1000);
      expect(sari.screen()).toEqual([]);
    });

    promise("retriesServerErrors", async () => {
      await greets();
      under.trouble("serverError");
      expect(await send({ text: "Halo, Kak" })).toMatchObject({ type: "retry" });
      expect(sari.screen()).toEqual([]);
    });

    promise("neverDoubles", async () => {
      await greets();
      under.trouble("lostAfterDelivery");
      expect(await send({ text: "Halo, Kak" })).toMatchObject({ type: "unknown" });
      expect(await send({ text: "Masih di situ?" })).toMatchObject({ type: "sent" });
      expect(sari.screen().map((shown) => shown.text)).toEqual(["Halo, Kak", "Masih di situ?"]);
    });

    promise("admitsNotKnowing", async () => {
      await greets();
      under.trouble("lostBeforeDelivery");
      const result = await send({ text: "Halo, Kak" });
      expect(["unknown", "retry"]).toContain(result.type);
      expect(sari.screen()).toEqual([]);
    });

    promise("stops", async () => {
      await greets();
      await expect.poll(() => under.channel.health().state).toBe("live");
      await under.stop();
      expect(under.channel.health().state).toBe("stopped");
    });
  });
}
