import type wweb from "whatsapp-web.js";
import type { SeenMessage } from "../protocol.ts";
import { within } from "./within.ts";

type Who = SeenMessage["who"];

const LIMIT_MS = 3_000;
const FORGET_AFTER_MS = 10 * 60_000;

/** Finds the number behind a chat whose id is not one. WhatsApp does not always tell, and may tell later. */
export class PeopleFinder {
  readonly #client: wweb.Client;
  readonly #known = new Map<string, { readonly who: Who; readonly at: number }>();

  constructor(client: wweb.Client) {
    this.#client = client;
  }

  async find(chat: string): Promise<Who> {
    if (!chat.endsWith("@lid")) return { chat, phone: chat };
    const known = this.#known.get(chat);
    if (known && (known.who.phone !== undefined || Date.now() - known.at < FORGET_AFTER_MS)) return known.who;
    const who = await this.#ask(chat);
    this.#known.set(chat, { who, at: Date.now() });
    return who;
  }

  async #ask(chat: string): Promise<Who> {
    try {
      const [found] = await within(LIMIT_MS, this.#client.getContactLidAndPhone([chat]));
      return found?.pn ? { chat, lid: chat, phone: found.pn } : { chat, lid: chat };
    } catch {
      return { chat, lid: chat };
    }
  }
}
