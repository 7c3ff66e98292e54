import { describe, expect, it } from "vitest";
import { translateUpdate } from "../../../src/channels/telegram/translate-update.ts";

const chat = { id: 7001, type: "private", first_name: "Sari" };
const from = {
  id: 7001,
  is_bot: false,
  first_name: "Sari",
  last_name: "Dewi",
  username: "sari_d",
  language_code: "id",
};
const sender = { externalId: "7001", name: "Sari Dewi", username: "sari_d" };
const rowId = "0199a1c0-0000-7000-8000-000000000001";

function message(parts: object) {
  return { message_id: 41, date: 1_790_000_000, chat, from, ...parts };
}

function told(parts: object) {
  return translateUpdate({ update_id: 9, message: message(parts) });
}

function bodies(parts: object) {
  return told(parts)?.events.map((event) => event.body);
}

function command(text: string) {
  const length = text.split(/\s/)[0]?.length ?? 0;
  return { text, entities: [{ type: "bot_command", offset: 0, length }] };
}

const plain = { type: "messageReceived", attachments: [], forwarded: false };

describe("what a customer does on Telegram", () => {
  it("a message is told with its writer, its number and Telegram's own time", () => {
    expect(told({ text: "mau pesan" })).toEqual({
      updateId: 9,
      gesture: { type: "typing", contact: "7001" },
      events: [{ sender, body: { ...plain, text: "mau pesan" }, platformId: "41", platformAt: 1_790_000_000_000 }],
    });
  });

  it("an answer to an earlier message says which, a forwarded one that it was forwarded", () => {
    expect(bodies({ text: "yang ini", reply_to_message: { message_id: 12 } })).toEqual([
      { ...plain, text: "yang ini", replyTo: "12" },
    ]);
    expect(bodies({ text: "brownies 50rb", forward_origin: { type: "hidden_user" } })).toEqual([
      { ...plain, text: "brownies 50rb", forwarded: true },
    ]);
  });

  const file = { file_id: "f1", file_unique_id: "u1" };
  it.each([
    ["a sticker", { sticker: { ...file, emoji: "👍" } }, "", { kind: "sticker", externalId: "f1", name: "👍" }],
    ["a voice note", { voice: { ...file, duration: 3 } }, "", { kind: "voice", externalId: "f1" }],
    [
      "the largest of a photo's sizes",
      { photo: [{ file_id: "small" }, file], caption: "kayak gini" },
      "kayak gini",
      { kind: "photo", externalId: "f1" },
    ],
    ["a video", { video: file, caption: "ini" }, "ini", { kind: "video", externalId: "f1" }],
    ["a round video", { video_note: file }, "", { kind: "video", externalId: "f1" }],
    [
      "an animation once, not also as a document",
      { animation: file, document: file },
      "",
      { kind: "video", externalId: "f1" },
    ],
    [
      "a song",
      { audio: { ...file, file_name: "lagu.mp3" } },
      "",
      { kind: "audio", externalId: "f1", name: "lagu.mp3" },
    ],
    [
      "a document",
      { document: { ...file, file_name: "daftar.pdf" } },
      "",
      { kind: "document", externalId: "f1", name: "daftar.pdf" },
    ],
    ["a poll", { poll: { id: "1", question: "?" } }, "", { kind: "other" }],
    ["a kind that does not exist yet", { hologram: {} }, "", { kind: "other" }],
  ])("%s is kept as what it is", (_, parts, text, attachment) => {
    expect(bodies(parts)).toEqual([{ ...plain, text, attachments: [attachment] }]);
  });

  it("a message is kept although a part of it reads differently than known", () => {
    expect(bodies({ text: "mau pesan", sticker: "?", entities: 5, reply_to_message: {} })).toEqual([
      { ...plain, text: "mau pesan" },
    ]);
  });

  it("a phone number is vouched for only on the sender's own card", () => {
    const own = told({ contact: { phone_number: "62 812-3456-7001", first_name: "Sari", user_id: 7001 } });
    expect(own?.events).toMatchObject([
      {
        sender: { ...sender, phone: "+6281234567001" },
        body: { type: "contactShared", phone: "+6281234567001", name: "Sari", own: true },
      },
    ]);
    for (const user of [{ user_id: 7002 }, {}]) {
      const other = told({ contact: { phone_number: "0812-7654-3001", first_name: "Budi", ...user } });
      expect(other?.events.map((event) => event.sender)).toEqual([sender]);
      expect(other?.events[0]?.body).toEqual({
        type: "contactShared",
        phone: "0812-7654-3001",
        name: "Budi",
        own: false,
      });
    }
  });

  it("characters that no database can store are left out of words and names", () => {
    const told = translateUpdate({
      update_id: 9,
      message: message({
        text: "mau\u0000 pesan",
        from: { ...from, first_name: "Sa\u0000ri", username: "\u0000sari_d" },
      }),
    });
    expect(told?.events).toMatchObject([{ sender, body: { ...plain, text: "mau pesan" } }]);
  });

  it("a place has its name with it", () => {
    const location = { latitude: -6.4, longitude: 106.8 };
    expect(bodies({ location })).toEqual([{ type: "locationShared", ...location }]);
    expect(bodies({ location, venue: { location, title: "Stasiun Depok", address: "Jl. Stasiun" } })).toEqual([
      { type: "locationShared", ...location, label: "Stasiun Depok, Jl. Stasiun" },
    ]);
  });

  it("a deep link's payload is where the customer came from", () => {
    expect(bodies(command("/start meja-7"))).toEqual([{ type: "chatStarted", source: "meja-7" }]);
    expect(bodies(command("/start"))).toEqual([{ type: "chatStarted" }]);
  });

  it("no word after a command is dropped", () => {
    expect(bodies(command("/start kak mau pesan"))).toEqual([
      { type: "chatStarted" },
      { ...plain, text: "kak mau pesan" },
    ]);
    expect(bodies(command("/menu ada brownies?"))).toEqual([
      { type: "commandGiven", command: "menu" },
      { ...plain, text: "ada brownies?" },
    ]);
  });

  it("a command is known with the bot's name and in capitals, and a slash in a text is no command", () => {
    expect(bodies(command("/Menu@toko_uji_bot"))).toEqual([{ type: "commandGiven", command: "menu" }]);
    expect(bodies({ text: "/2 box" })).toEqual([{ ...plain, text: "/2 box" }]);
  });

  it("an edit names the message and is told apart from every other edit, also within a second", () => {
    const edit = (updateId: number, parts: object) =>
      translateUpdate({ update_id: updateId, edited_message: message({ edit_date: 1_790_000_005, ...parts }) })?.events;
    expect(edit(10, { text: "brownies 3" })).toEqual([
      {
        sender,
        body: { type: "messageEdited", text: "brownies 3", platformId: "41" },
        platformId: "41",
        revision: "1790000005.10",
        platformAt: 1_790_000_005_000,
      },
    ]);
    expect(edit(11, { text: "brownies 4" })?.[0]?.revision).toBe("1790000005.11");
  });

  it("somebody who shares where they walk is heard once, not at every step", () => {
    const walked = (updateId: number, latitude: number) =>
      translateUpdate({
        update_id: updateId,
        edited_message: message({
          edit_date: 1_790_000_005,
          location: { latitude, longitude: 106.9, live_period: 900 },
        }),
      });
    expect(bodies({ location: { latitude: -6.5, longitude: 106.9, live_period: 900 } })).toHaveLength(1);
    expect(walked(12, -6.51)).toEqual({ updateId: 12, events: [], ignored: "edit without words" });
    expect(walked(13, -6.52)?.events).toEqual([]);
  });

  const keyboard = { inline_keyboard: [[{ text: "Antar", callback_data: `${rowId}:delivery` }]] };
  const tap = (data: string, parts: object) =>
    translateUpdate({ update_id: 13, callback_query: { id: "t1", from, chat_instance: "1", data, ...parts } });

  it("a tap names its question, its choice and what was read", () => {
    expect(tap(`${rowId}:delivery`, { message: { message_id: 40, date: 1, chat, reply_markup: keyboard } })).toEqual({
      updateId: 13,
      gesture: { type: "answerTap", tap: "t1" },
      events: [
        {
          sender,
          body: { type: "choicePicked", question: rowId, choice: "delivery", label: "Antar" },
          platformId: "t1",
        },
      ],
    });
  });

  it("a tap on a message too old to be shown still names its choice", () => {
    expect(tap(`${rowId}:delivery`, { message: { message_id: 40, date: 0, chat } })?.events[0]?.body).toMatchObject({
      choice: "delivery",
      label: "delivery",
    });
  });

  it("a tap that means nothing here is answered all the same", () => {
    expect(tap("nonsense", { message: { message_id: 40, date: 1, chat } })).toMatchObject({
      events: [],
      gesture: { type: "answerTap", tap: "t1" },
    });
  });

  it("blocking and coming back are told", () => {
    const change = (status: string, type = "private") =>
      translateUpdate({
        update_id: 14,
        my_chat_member: { chat: { ...chat, type }, from, date: 1_790_000_009, new_chat_member: { status } },
      })?.events;
    expect(change("kicked")).toEqual([
      { sender, body: { type: "contactBlocked" }, platformId: "14", platformAt: 1_790_000_009_000 },
    ]);
    expect(change("member")?.[0]?.body).toEqual({ type: "contactReturned" });
    expect(change("kicked", "supergroup")).toEqual([]);
  });

  it("groups, channels, service messages and unknown updates are let go, named by kind alone", () => {
    const group = { id: -100, type: "supergroup", title: "Arisan" };
    const ignored = (update: object) => translateUpdate({ update_id: 15, ...update })?.ignored;
    expect(ignored({ message: message({ chat: group, text: "rahasia" }) })).toBe("message outside a private chat");
    expect(ignored({ message: message({ pinned_message: { text: "rahasia" } }) })).toBe("service message");
    expect(ignored({ channel_post: { text: "rahasia" } })).toBe("channel_post");
    expect(ignored({ poll_answer: {} })).toBe("poll_answer");
    expect(ignored({ message: { text: "rahasia" } })).toBe("unreadable message");
    expect(ignored({})).toBe("empty");
  });

  it("what is no update at all is seen as such", () => {
    for (const nonsense of [undefined, null, 5, "x", [], {}, { update_id: "x" }]) {
      expect(translateUpdate(nonsense)).toBeUndefined();
    }
  });
});
