import wweb from "whatsapp-web.js";
import type { Notice, Part, Request, Standing } from "../protocol.ts";
import type { Listener } from "./listener.ts";
import { findOwn, setNextIds } from "./page-acts.ts";

/** Puts messages on WhatsApp, each once: one that is there already under its id is not sent again. */
export class Sender {
  readonly #client: wweb.Client;
  readonly #listener: Listener;
  readonly #tell: (notice: Notice) => void;

  constructor(client: wweb.Client, listener: Listener, tell: (notice: Notice) => void) {
    this.#client = client;
    this.#listener = listener;
    this.#tell = tell;
  }

  async send({ chat, ids, part }: Extract<Request, { type: "send" }>): Promise<Standing> {
    const before = await this.#freeId(chat, ids);
    if (before.type !== "free") return before;
    const sending = this.#listener.whileSending(chat, this.#put(chat, before.id, part));
    const sentId = await sending;
    return (await this.#standingOf(chat, [sentId ?? before.id])) ?? { type: "absent" };
  }

  async find({ chat, ids }: Extract<Request, { type: "find" }>): Promise<Standing> {
    return (await this.#standingOf(chat, ids)) ?? { type: "absent" };
  }

  /** The first id under which nothing was sent; where something is under way or there, that. */
  async #freeId(chat: string, ids: readonly string[]): Promise<Standing | { type: "free"; id: string }> {
    for (const id of ids) {
      const there = await this.#page().evaluate(findOwn, chat, [id]);
      if (!there) return { type: "free", id };
      // WhatsApp gave this one up; another attempt needs another id.
      if (there.ack >= 0) return standing(there) ?? { type: "pending" };
    }
    return { type: "absent" };
  }

  /** Returns the id that the message got; undefined where the library does not say. Throws nothing: the page is asked then. */
  async #put(chat: string, id: string, part: Part): Promise<string | undefined> {
    try {
      await this.#page().evaluate(setNextIds, [id]);
      const message = await this.#client.sendMessage(chat, ...contentOf(part));
      return message?.id?.id;
    } catch (error) {
      this.#tell({ type: "trouble", what: `not sent: ${error instanceof Error ? error.name : "unknown"}` });
      return undefined;
    } finally {
      await this.#page()
        .evaluate(setNextIds, [])
        .catch(() => undefined);
    }
  }

  async #standingOf(chat: string, ids: readonly string[]): Promise<Standing | undefined> {
    return standing(await this.#page().evaluate(findOwn, chat, [...ids]));
  }

  #page() {
    const page = this.#client.pupPage;
    if (!page) throw new Error("no page yet");
    return page;
  }
}

function standing(found: { id: string; ack: number; t: number } | undefined): Standing | undefined {
  if (!found || found.ack < 0) return undefined;
  return found.ack === 0 ? { type: "pending" } : { type: "sent", id: found.id, at: found.t * 1000 };
}

/** Seen is told apart from answering, previews fetch what a customer typed, and a card is only what we made one. */
const usual: wweb.MessageSendOptions = {
  sendSeen: false,
  linkPreview: false,
  parseVCards: false,
  waitUntilMsgSent: true,
};

function contentOf(part: Part): [wweb.MessageContent, wweb.MessageSendOptions] {
  switch (part.type) {
    case "text":
      return [part.text, usual];
    case "image": {
      const name = `gambar.${part.mime.split("/")[1] ?? "jpg"}`;
      return [new wweb.MessageMedia(part.mime, part.data, name), { ...usual, caption: part.caption }];
    }
    case "location":
      return [new wweb.Location(part.latitude, part.longitude), usual];
    case "contactCard":
      return [part.vcard, { ...usual, parseVCards: true }];
  }
}
