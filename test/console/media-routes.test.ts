import { v7 } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { type MediaFile, MOST_MEDIA_BYTES } from "../../src/channels/channel.ts";
import { type Attachment, DESK, type EventBody } from "../../src/channels/message.ts";
import { WEB_CHAT_ABILITIES } from "../../src/channels/web-chat/web-chat-abilities.ts";
import type { ConversationView } from "../../src/console/views.ts";
import type { Database } from "../../src/database/database.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";
import { seedConversation, seedEvent, seedShop, seedStaff } from "../fixtures/shop.ts";
import { HttpBrowser, openWebServer, type WebServer } from "../fixtures/web-server.ts";

const OGG = Buffer.from("OggS a voice note of the customer");
const HTML = Buffer.from("<html><script>alert(1)</script></html>");
const HOUR_MS = 3_600_000;

eachEngine((engine) => {
  let database: Database;
  let server: WebServer;
  let seller: HttpBrowser;
  const asked: string[] = [];
  let platform: (externalId: string) => Promise<MediaFile>;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await seedShop(database);
    for (const role of ["seller", "courier"] as const) await seedStaff(database, role, role);
    const media = async (externalId: string) => {
      asked.push(externalId);
      return platform(externalId);
    };
    server = await openWebServer(database, {
      channelOf: () => ({ abilities: { ...WEB_CHAT_ABILITIES, openHours: 24, templateLetters: 900 }, media }),
    });
    seller = new HttpBrowser(server.url);
    await seller.enter(database, "seller");
  });
  beforeEach(() => {
    platform = async () => ({ type: "file", mime: "text/html", bytes: OGG });
  });
  const sent = async (
    attachments: readonly Attachment[],
    type: "messageReceived" | "sellerWrote" = "messageReceived",
  ) => {
    const conversation = await seedConversation(database, v7());
    const files = { text: "", attachments: [...attachments] };
    const body: EventBody = type === "sellerWrote" ? { type, ...files } : { type, ...files, forwarded: false };
    return { conversation, event: await seedEvent(database, conversation, body) };
  };
  const get = (event: string, index: number | string, headers: Record<string, string> = {}) =>
    seller.request(`/console/api/media/${event}/${index}`, { method: "GET", headers });

  it("a voice note is played in the page, as what its bytes say it is, also where the player asks for parts", async () => {
    const { event } = await sent([{ kind: "voice", externalId: "v-1" }]);
    const whole = await get(event, 0);
    expect([whole.status, Buffer.from(await whole.arrayBuffer())]).toEqual([200, OGG]);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-type": "audio/ogg",
      "content-disposition": "inline; filename*=UTF-8''voice.ogg",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "cross-origin-resource-policy": "same-origin",
    });
    const part = await get(event, 0, { range: "bytes=0-3" });
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
      206,
      `bytes 0-3/${OGG.byteLength}`,
      "OggS",
    ]);
    expect((await get(event, 0, { range: "bytes=900-" })).status).toBe(200);
    expect(asked.filter((id) => id === "v-1")).toHaveLength(1);
  });

  it("a page that calls itself a picture is never shown, only downloaded as an unknown file", async () => {
    platform = async () => ({ type: "file", mime: "image/jpeg", bytes: HTML });
    const { event } = await sent([{ kind: "photo", externalId: "p-1", mime: "image/jpeg", name: 'a";b\r\n.html' }]);
    const answer = await get(event, 0);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a%22%3Bb.html");
  });

  it("a file's name is only a name, whatever is written in it", async () => {
    const names = {
      '"><img src=x onerror=alert(1)>.pdf': "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert1%3E.pdf",
      "../../etc/passwd": "..%2F..%2Fetc%2Fpasswd",
      "a\r\nset-cookie: x=1": "aset-cookie%3A%20x%3D1",
      // Half a letter, and one that makes an .exe look like a picture
      "nota\ud800.pdf": "nota.pdf",
      "foto\u202egpj.exe": "fotogpj.exe",
      [`${"a".repeat(100_000)}.pdf`]: `${"a".repeat(116)}.pdf`,
    };
    for (const [name, sentName] of Object.entries(names)) {
      const { conversation, event } = await sent([{ kind: "document", externalId: v7(), name }]);
      const answer = await get(event, 0);
      expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
      expect(answer.headers.get("content-disposition")).toMatch(/^(inline|attachment); filename\*=UTF-8''/);
      expect(answer.headers.get("content-disposition")?.split("''")[1]).toBe(sentName);
      const view = await seller.read<ConversationView>(`/console/api/conversations/${conversation}`);
      expect(view.entries).toMatchObject([{ attachments: [{ kind: "document" }] }]);
    }
  });

  it("what the shop sent from its own phone can be seen too, and the thread says what is there", async () => {
    const { conversation, event } = await sent(
      [
        { kind: "photo", externalId: "p-2" },
        { kind: "document", name: "daftar.pdf" },
      ],
      "sellerWrote",
    );
    expect((await get(event, 0)).status).toBe(200);
    const view = await seller.read<ConversationView>(`/console/api/conversations/${conversation}`);
    expect(view.entries).toMatchObject([
      {
        said: "ownPhone",
        attachments: [
          { kind: "photo", isThere: true },
          { kind: "document", name: "daftar.pdf", isThere: false },
        ],
      },
    ]);
  });

  it("only files that came with a message can be had, and only by those who talk with customers", async () => {
    const { event, conversation } = await sent([{ kind: "photo", externalId: "p-3" }, { kind: "sticker" }]);
    const edited = await seedEvent(database, conversation, { type: "messageEdited", text: "x", platformId: "1" });
    for (const [id, index] of [
      [event, 1],
      [event, 2],
      [edited, 0],
      ["none", 0],
    ] as const)
      expect((await get(id, index)).status).toBe(404);
    expect((await get(event, -1)).status).toBe(400);
    // A colleague's own chat is nobody's to look into.
    await database.prisma.conversation.update({ where: { id: conversation }, data: { holder: DESK } });
    expect((await get(event, 0)).status).toBe(404);
    const courier = new HttpBrowser(server.url);
    await courier.enter(database, "courier");
    expect((await courier.get(`/console/api/media/${event}/0`)).status).toBe(403);
    expect((await new HttpBrowser(server.url).get(`/console/api/media/${event}/0`)).status).toBe(401);
    expect(asked).not.toContain("p-3");
  });

  it("what the platform no longer has, what is too large and what cannot be had now is told kindly", async () => {
    const { event } = await sent([{ kind: "video", externalId: "x-1" }]);
    const told = async () => {
      const answer = await get(event, 0);
      return [answer.status, await answer.json()];
    };
    platform = async () => ({ type: "gone" });
    expect(await told()).toMatchObject([410, { error: "gone", message: expect.stringContaining("sudah tidak ada") }]);
    platform = async () => ({ type: "tooLarge" });
    expect(await told()).toMatchObject([413, { error: "tooLarge", message: expect.stringContaining("HP toko") }]);
    platform = async () => ({ type: "file", mime: "video/mp4", bytes: new Uint8Array(MOST_MEDIA_BYTES + 1) });
    expect(await told()).toMatchObject([413, { error: "tooLarge" }]);
    for (const away of [async () => ({ type: "away" }) as const, () => Promise.reject(new Error("no line"))]) {
      platform = away;
      expect(await told()).toMatchObject([503, { error: "away" }]);
    }
  });

  it("the seller sees until when they may write freely, and once that is over that only a template goes", async () => {
    const { conversation } = await sent([]);
    const until = async (customerAt: number | null) => {
      await database.prisma.conversation.update({ where: { id: conversation }, data: { customerAt } });
      return seller.read<ConversationView>(`/console/api/conversations/${conversation}`);
    };
    expect(await until(null)).toMatchObject({ openUntil: 0, templateLetters: 900 });
    expect(await until(5_000)).toMatchObject({ openUntil: 5_000 + 24 * HOUR_MS });
  });

  it("promo choices and deleted messages stand in the thread as what happened", async () => {
    const { conversation } = await sent([]);
    await seedEvent(database, conversation, { type: "marketingChosen", wanted: false, wording: "Berhenti" });
    await seedEvent(database, conversation, { type: "messageDeleted", platformId: "7" });
    const view = await seller.read<ConversationView>(`/console/api/conversations/${conversation}`);
    expect(view.entries.slice(1)).toMatchObject([
      { kind: "marketingWithdrawn", said: "nobody", text: "Berhenti" },
      { kind: "messageDeleted", said: "nobody" },
    ]);
  });
});
