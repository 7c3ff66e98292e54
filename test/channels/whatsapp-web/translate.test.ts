import { expect, it } from "vitest";
import type { Heard, SeenMessage } from "../../../src/channels/whatsapp-web/protocol.ts";
import { translate } from "../../../src/channels/whatsapp-web/translate.ts";
import { phonesInCard, vcardOf } from "../../../src/channels/whatsapp-web/vcard.ts";

const SARI = "6281234567001@c.us";
const NOW = 1_790_000_000_000;

function message(values: Partial<SeenMessage>): SeenMessage {
  return {
    type: "message",
    who: { chat: SARI, phone: SARI },
    id: "3A01",
    key: `false_${SARI}_3A01`,
    fromMe: false,
    kind: "chat",
    text: "",
    at: NOW,
    forwarded: false,
    vcards: [],
    ...values,
  };
}

const bodies = (heard: Heard) => translate(heard, SARI).map(({ body }) => body);

it("takes what WhatsApp itself tells in a chat for nobody's words", () => {
  for (const kind of ["e2e_notification", "notification_template", "gp2", "protocol", "ciphertext", "revoked"])
    expect(bodies(message({ kind }))).toEqual([]);
});

it("takes what it does not know for something said, so that a person can look", () => {
  expect(bodies(message({ kind: "message_from_the_future" }))).toMatchObject([
    { type: "messageReceived", text: "", attachments: [{ kind: "other" }] },
  ]);
});

it("hears of a call by the line that it left, and needs no answer to one that was talked", () => {
  const line = (call: SeenMessage["call"]) => bodies(message({ kind: "call_log", call }));
  expect(line({ answered: false, video: true })).toEqual([
    { type: "callMissed", video: true, phone: "+6281234567001" },
  ]);
  expect(line({ answered: true, video: false })).toEqual([]);
});

it("tells two edits of one message apart, and an edit that comes again from neither", () => {
  const edit = (text: string, editedAt?: number): Heard => ({
    type: "edited",
    who: { chat: SARI },
    id: "3A01",
    fromMe: false,
    text,
    ...(editedAt === undefined ? {} : { editedAt }),
  });
  const revision = (heard: Heard) => translate(heard, SARI)[0]?.revision;
  expect(revision(edit("dua", NOW))).not.toBe(revision(edit("dua", NOW + 1)));
  expect(revision(edit("dua"))).not.toBe(revision(edit("tiga")));
  expect(revision(edit("dua", NOW))).toBe(revision(edit("dua", NOW)));
});

it("makes several cards several events, each with a key of its own", () => {
  const vcards = ["+628111111111", "+628222222222"].map((phone) => vcardOf({ name: "Toko; Maju, Jaya", phone }));
  const events = translate(message({ kind: "multi_vcard", vcards }), SARI);
  expect(events.map(({ body }) => body.type === "contactShared" && body.phone)).toEqual([
    "+628111111111",
    "+628222222222",
  ]);
  expect(new Set(events.map(({ platformId }) => platformId)).size).toBe(2);
});

it("keeps a name from breaking the card it stands on", () => {
  const card = vcardOf({ name: "Sari\nTEL:+62999", phone: "+628123456789" });
  expect(phonesInCard(card)).toEqual(["+628123456789"]);
});

it("lets no sign through that a database refuses", () => {
  expect(bodies(message({ text: "halo\u0000kak" }))).toMatchObject([{ text: "halokak" }]);
});
