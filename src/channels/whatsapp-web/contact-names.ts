import { z } from "zod";
import type { Memory } from "./memory.ts";
import type { SeenMessage } from "./protocol.ts";

/**
 * Under which name a person is known to the shop, whatever WhatsApp calls the chat: the number where it is known, else
 * WhatsApp's hidden id. Once given, a name stays, also when the number becomes known or the chat moves to the hidden id.
 */
export class ContactNames {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  nameOf({ chat, phone, lid }: SeenMessage["who"]): string {
    const ids = [chat, phone, lid].filter((id) => id !== undefined);
    const name = ids.map((id) => this.#read(NAME + id)).find((known) => known !== undefined) ?? phone ?? chat;
    for (const id of ids) if (id !== name) this.#write(NAME + id, name);
    // A person first met under the hidden id keeps that name.
    if (name.endsWith("@lid")) this.#write(NAME + name, name);
    if (this.chatOf(name) !== chat) this.#write(CHAT + name, chat);
    return name;
  }

  /** The chat in which a person is written to: where they wrote last. */
  chatOf(name: string): string {
    return this.#read(CHAT + name) ?? name;
  }

  /** Whether WhatsApp was asked who is behind the number of somebody who never wrote. */
  isReached(name: string): boolean {
    return this.#memory.get(REACHED + name) === true;
  }

  /** There is somebody behind this number. Under the hidden id they are the same, unless that is somebody's already. */
  reached(name: string, lid: string | undefined): void {
    this.#memory.set(REACHED + name, true);
    if (lid !== undefined && this.#read(NAME + lid) === undefined) this.#write(NAME + lid, name);
  }

  /** Takes up what an earlier release kept in a file; what is known since is newer. */
  carryOver({ contacts, chats }: EarlierNames): void {
    for (const [id, name] of Object.entries(contacts)) if (!this.#read(NAME + id)) this.#write(NAME + id, name);
    for (const [name, chat] of Object.entries(chats)) if (!this.#read(CHAT + name)) this.#write(CHAT + name, chat);
  }

  #read(key: string): string | undefined {
    return z.string().safeParse(this.#memory.get(key)).data;
  }

  #write(key: string, value: string): void {
    if (this.#read(key) !== value) this.#memory.set(key, value);
  }
}

/** By WhatsApp id the name under which its person is known, and by that name the chat in which they wrote last. */
export interface EarlierNames {
  readonly contacts: Readonly<Record<string, string>>;
  readonly chats: Readonly<Record<string, string>>;
}

const NAME = "name ";
const CHAT = "chat ";
const REACHED = "reached ";
