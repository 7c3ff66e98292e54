import { describe, expect, it } from "vitest";
import { translateWebhook } from "../../../src/channels/whatsapp-cloud/translate-webhook.ts";

const NUMBER = "106540352242922";
const metadata = { display_phone_number: "6281200000001", phone_number_id: NUMBER };
const sari = {
  wa_id: "6281234567001",
  user_id: "ID.13491208655302741",
  profile: { name: "Sari", username: "sari.kue" },
};
const PERSON = { phone: "6281234567001", userId: "ID.13491208655302741", name: "Sari", username: "sari.kue" };

function webhook(field: string, value: object) {
  return {
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field, value: { messaging_product: "whatsapp", metadata, ...value } }] }],
  };
}

function read(field: string, value: object) {
  const translated = translateWebhook(webhook(field, value), NUMBER);
  if (!translated) throw new Error("It is no webhook");
  return translated;
}

function message(type: string, content: object, more: object = {}) {
  const from = { from: sari.wa_id, from_user_id: sari.user_id };
  return { ...from, id: "wamid.1", timestamp: "1784000000", type, [type]: content, ...more };
}

/** What a message of Sari's means. */
function said(type: string, content: object, more: object = {}) {
  return read("messages", { contacts: [sari], messages: [message(type, content, more)] });
}

function bodies(type: string, content: object, more: object = {}) {
  return said(type, content, more).happenings.map(({ body }) => body);
}

describe("what a WhatsApp webhook means", () => {
  it("words, with who said them, when, and what they answer", () => {
    const { happenings, signs } = said(
      "text",
      { body: "mau 2" },
      { context: { id: "wamid.0", from: "6281200000001" } },
    );
    expect(happenings).toEqual([
      {
        person: PERSON,
        platformId: "wamid.1",
        platformAt: 1_784_000_000_000,
        body: { type: "messageReceived", text: "mau 2", attachments: [], forwarded: false, replyTo: "wamid.0" },
      },
    ]);
    expect(signs).toEqual([{ type: "seen", person: PERSON, messageId: "wamid.1" }]);
  });

  it("forwarded words are known as such", () => {
    expect(bodies("text", { body: "promo!" }, { context: { frequently_forwarded: true } })).toMatchObject([
      { forwarded: true },
    ]);
  });

  it.each([
    [
      "image",
      { id: "7", mime_type: "image/jpeg", caption: "ini" },
      "ini",
      { kind: "photo", externalId: "7", mime: "image/jpeg" },
    ],
    [
      "audio",
      { id: "7", mime_type: "audio/ogg", voice: true },
      "",
      { kind: "voice", externalId: "7", mime: "audio/ogg" },
    ],
    ["audio", { id: "7", voice: false }, "", { kind: "audio", externalId: "7" }],
    ["video", { id: "7" }, "", { kind: "video", externalId: "7" }],
    ["sticker", { id: "7", animated: true }, "", { kind: "sticker", externalId: "7" }],
    ["document", { id: "7", filename: "bukti.pdf" }, "", { kind: "document", externalId: "7", name: "bukti.pdf" }],
    ["image", { broken: true }, "", { kind: "photo" }],
  ])("a file (%s) comes with its handle and its caption", (type, content, text, attachment) => {
    expect(bodies(type, content)).toMatchObject([{ type: "messageReceived", text, attachments: [attachment] }]);
  });

  it.each([
    ["interactive", { type: "button_reply", button_reply: { id: "row-1:yes", title: "Ya" } }],
    ["interactive", { type: "list_reply", list_reply: { id: "row-1:yes", title: "Ya", description: "jadi" } }],
    ["button", { payload: "row-1:yes", text: "Ya" }],
  ])("a tap (%s) says which question it answers", (type, content) => {
    expect(bodies(type, content)).toEqual([{ type: "choicePicked", question: "row-1", choice: "yes", label: "Ya" }]);
  });

  it("a tap on a button that is not ours says what it reads", () => {
    expect(bodies("button", { payload: "HELP", text: "Bantuan" })).toMatchObject([
      { type: "messageReceived", text: "Bantuan" },
    ]);
  });

  it("a place, with its name", () => {
    expect(bodies("location", { latitude: -6.4, longitude: 106.8, name: "Stasiun", address: "Depok" })).toEqual([
      { type: "locationShared", latitude: -6.4, longitude: 106.8, label: "Stasiun, Depok" },
    ]);
  });

  it("the own number is vouched for, anybody else's is not", () => {
    const card = (phone: object) => ({ contacts: [{ name: { formatted_name: "Sari" }, phones: [phone] }] });
    const shared = (phone: object, more = {}) => bodies("contacts", {}, { ...card(phone), ...more });
    expect(shared({ phone: "+62 812-3456-7001", wa_id: "6281234567001" })).toEqual([
      { type: "contactShared", phone: "+6281234567001", own: true, name: "Sari" },
    ]);
    expect(shared({ phone: "+62 812-9999", wa_id: "628129999" })).toMatchObject([{ phone: "+628129999", own: false }]);
    expect(shared({ phone: "0812-9999" })).toMatchObject([{ phone: "0812-9999", own: false }]);
    expect(shared({ phone: "+62 812-9999" }, { origin: "contact_request" })).toMatchObject([
      { phone: "+628129999", own: true },
    ]);
  });

  it("several cards are several events, told apart at every redelivery", () => {
    const cards = ["1", "2"].map((end) => ({ name: { formatted_name: end }, phones: [{ phone: `081234567${end}` }] }));
    const { happenings } = said("contacts", {}, { contacts: cards });
    expect(happenings.map(({ revision }) => revision)).toEqual([undefined, "1"]);
  });

  it("a change and a taking back name the message that they are about", () => {
    const edited = said("edit", { original_message_id: "wamid.0", message: { type: "text", text: { body: "3" } } });
    expect(edited.happenings).toMatchObject([
      {
        platformId: "wamid.0",
        revision: "1784000000.wamid.1",
        body: { type: "messageEdited", text: "3", platformId: "wamid.0" },
      },
    ]);
    const captioned = { original_message_id: "wamid.0", message: { type: "image", image: { caption: "yang ini" } } };
    expect(bodies("edit", captioned)).toMatchObject([{ text: "yang ini" }]);
    expect(bodies("revoke", { original_message_id: "wamid.0" })).toEqual([
      { type: "messageDeleted", platformId: "wamid.0" },
    ]);
  });

  it("who came through an advertisement says so once, and the words follow", () => {
    const referral = { source_type: "ad", source_id: "120210", source_url: "https://fb.me/x" };
    expect(bodies("text", { body: "halo" }, { referral })).toMatchObject([
      { type: "chatStarted", source: "120210" },
      { type: "messageReceived", text: "halo" },
    ]);
    expect(bodies("request_welcome", {})).toEqual([{ type: "chatStarted" }]);
  });

  it("what the customer said in a way that cannot be read reaches a person", () => {
    for (const type of ["unsupported", "order"])
      expect(bodies(type, {})).toMatchObject([{ type: "messageReceived", text: "", attachments: [{ kind: "other" }] }]);
  });

  it("a missed call, from whom, and one call however often it is told", () => {
    const call = {
      id: "wacid.1",
      from: sari.wa_id,
      event: "connect",
      timestamp: 1_784_000_000,
      direction: "USER_INITIATED",
    };
    const rung = read("calls", { contacts: [sari], calls: [call] });
    const ended = read("calls", { contacts: [sari], calls: [{ ...call, event: "terminate", status: ["FAILED"] }] });
    expect(rung.happenings).toMatchObject([
      { person: PERSON, platformId: "wacid.1", body: { type: "callMissed", phone: "+6281234567001", video: false } },
    ]);
    expect(ended.happenings).toEqual(rung.happenings);
    expect([rung.signs, ended.signs]).toEqual([[{ type: "refuseCall", callId: "wacid.1" }], []]);
  });

  it("a call that the shop made or somebody took is no missed one", () => {
    const call = { id: "wacid.1", from: "6281200000001", event: "connect", direction: "BUSINESS_INITIATED" };
    expect(read("calls", { calls: [call] }).happenings).toEqual([]);
    const talked = { id: "wacid.2", from: sari.wa_id, event: "terminate", duration: "40", direction: "USER_INITIATED" };
    expect(read("calls", { calls: [talked] }).happenings).toEqual([]);
  });

  it("what the seller wrote on the phone belongs to the customer's chat; what was changed there is let go", () => {
    const echo = { from: "6281200000001", to: sari.wa_id, id: "wamid.9", timestamp: "1784000000" };
    const { echoes } = read("smb_message_echoes", {
      message_echoes: [
        { ...echo, type: "text", text: { body: "siap kak" } },
        { ...echo, type: "image", image: { id: "5", mime_type: "image/jpeg", caption: "ini" } },
        { ...echo, type: "revoke", revoke: { original_message_id: "wamid.8" } },
      ],
    });
    expect(echoes.map(({ person, body }) => [person, body])).toEqual([
      [{ phone: sari.wa_id }, { type: "sellerWrote", text: "siap kak", attachments: [] }],
      [
        { phone: sari.wa_id },
        { type: "sellerWrote", text: "ini", attachments: [{ kind: "photo", externalId: "5", mime: "image/jpeg" }] },
      ],
    ]);
  });

  it("a robot that the seller puts beneath a message hands the chat back; any other sign says nothing", () => {
    const reaction = (emoji: string) =>
      read("smb_message_echoes", {
        message_echoes: [
          { id: `wamid.${emoji}`, to: sari.wa_id, type: "reaction", reaction: { message_id: "wamid.1", emoji } },
        ],
      });
    for (const robot of ["🤖", "🤖\ufe0f"])
      expect(reaction(robot).echoes).toMatchObject([{ body: { type: "handedBack", staff: "own-phone" } }]);
    for (const other of ["👍", "❤️", "🤖👍", ""]) expect(reaction(other).echoes).toEqual([]);
    expect(reaction("👍").ignored).toEqual(["echo of kind reaction"]);
  });

  it("a sign of the customer's orders nothing and agrees to nothing", () => {
    for (const emoji of ["👍", "🤖", "❌"]) expect(bodies("reaction", { message_id: "wamid.0", emoji })).toEqual([]);
  });

  it("a refusal tells how the platform counts, who stopped promos and who could not be reached", () => {
    const failed = (code: number) =>
      read("messages", {
        statuses: [
          {
            id: "wamid.9",
            status: "failed",
            timestamp: "1784000000",
            recipient_id: sari.wa_id,
            recipient_user_id: sari.user_id,
            errors: [{ code, title: "why" }],
          },
        ],
      });
    const dayBefore = 1_784_000_000_000 - 24 * 60 * 60_000;
    expect(failed(131047).receipts).toMatchObject([{ status: "failed", notHeardSince: dayBefore }]);
    expect(failed(131026).receipts[0]).not.toHaveProperty("notHeardSince");
    const { phone, userId } = PERSON;
    const person = { phone, userId };
    expect(failed(131026).unreached).toEqual([person]);
    expect(failed(131026).happenings).toEqual([]);
    expect(failed(131050).happenings).toMatchObject([
      { person, platformId: "stop wamid.9", body: { type: "marketingChosen", wanted: false, wording: "why" } },
    ]);
  });

  it("a stop to promos is kept in the platform's words, and so is a change of mind", () => {
    const choice = (value: string) => ({
      ...sari,
      category: "marketing_messages",
      value,
      detail: `User: ${value}`,
      timestamp: 1,
    });
    const { happenings } = read("user_preferences", { user_preferences: [choice("stop"), choice("resume")] });
    expect(happenings.map(({ body }) => body)).toEqual([
      { type: "marketingChosen", wanted: false, wording: "User: stop" },
      { type: "marketingChosen", wanted: true, wording: "User: resume" },
    ]);
    expect(new Set(happenings.map(({ platformId }) => platformId)).size).toBe(2);
  });

  it("receipts name the message and our row; a companion's name none", () => {
    const status = { id: "wamid.5", status: "delivered", timestamp: "1784000000", recipient_id: sari.wa_id };
    const { receipts } = read("messages", {
      statuses: [
        { ...status, biz_opaque_callback_data: "row-1" },
        { ...status, biz_opaque_callback_data: "row-1/0" },
        { ...status, status: "failed", errors: [{ code: 131026, title: "Message undeliverable" }] },
      ],
    });
    expect(receipts).toMatchObject([
      { externalId: "wamid.5", status: "delivered", rowId: "row-1", at: 1_784_000_000_000 },
      { externalId: "wamid.5", status: "delivered" },
      { status: "failed", reason: expect.stringContaining("131026") },
    ]);
    expect(receipts[1]).not.toHaveProperty("rowId");
  });

  it("who hides the number is known by the business-scoped id, also where it stands in the number's place", () => {
    const hidden = { user_id: sari.user_id, profile: { name: "Sari" } };
    const text = { id: "wamid.1", type: "text", text: { body: "kak" } };
    for (const named of [{ from_user_id: sari.user_id }, { from: sari.user_id }, {}]) {
      const { happenings } = read("messages", { contacts: [hidden], messages: [{ ...text, ...named }] });
      expect(happenings).toMatchObject([{ person: { userId: sari.user_id, name: "Sari" } }]);
      expect(happenings[0]?.person).not.toHaveProperty("phone");
    }
  });

  it("two people in one webhook are never taken for each other", () => {
    const budi = { wa_id: "6281234567002", profile: { name: "Budi" } };
    const { happenings } = read("messages", {
      contacts: [budi, sari],
      messages: [
        message("text", { body: "saya Sari" }),
        { ...message("text", { body: "saya Budi" }), id: "wamid.2", from: budi.wa_id, from_user_id: undefined },
      ],
    });
    expect(happenings.map(({ person }) => person.name)).toEqual(["Sari", "Budi"]);
  });

  it("what it has no word for is let go and counted, and what stands beside it still arrives", () => {
    const { happenings, ignored } = read("messages", {
      contacts: [null, sari],
      messages: [
        null,
        { id: "" },
        message("reaction", { emoji: "🙏" }),
        message("system", { type: "user_changed_number" }),
        message("hologram", {}),
        message("text", { body: "grup" }, { group_id: "1" }),
        { id: "wamid.3", type: "text", text: { body: "dari siapa?" }, from: "", from_user_id: "siapa" },
        message("text", { body: "kak" }),
      ],
      statuses: [{ id: "wamid.1", status: "played" }, 5],
    });
    expect(happenings).toMatchObject([{ body: { text: "kak" } }]);
    expect(ignored).toEqual([
      "unreadable message",
      "unreadable message",
      "message of kind reaction",
      "message of kind system",
      "message of kind hologram",
      "message in a group",
      "message of nobody",
      "status played",
      "unreadable status",
    ]);
  });

  it("fields, numbers and shapes that are none of ours cost nothing", () => {
    for (const [field, value, ignored] of [
      ["account_update", { event: "x" }, "field account_update"],
      [
        "messages",
        { metadata: { phone_number_id: "1" }, messages: [message("text", { body: "x" })] },
        "another number",
      ],
      ["messages", { metadata: undefined }, "field messages"],
    ] as const)
      expect(translateWebhook(webhook(field, value), NUMBER)).toMatchObject({ happenings: [], ignored: [ignored] });
    for (const entry of [[null], [{ changes: 5 }], [{ changes: [null, {}] }], 7])
      expect(translateWebhook({ object: "whatsapp_business_account", entry }, NUMBER)?.happenings).toEqual([]);
    for (const junk of [undefined, null, 5, "x", [], {}]) expect(translateWebhook(junk, NUMBER)).toBeUndefined();
  });

  it("no NUL reaches the database", () => {
    expect(bodies("text", { body: "ka\u0000k" })).toMatchObject([{ text: "kak" }]);
  });
});
