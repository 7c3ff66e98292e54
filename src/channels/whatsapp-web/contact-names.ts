import type { SeenMessage } from "./protocol.ts";
import type { StoredLink } from "./stored-link.ts";

/**
 * Under which name a person is known to the shop, whatever WhatsApp calls the chat: the number where it is known, else
 * WhatsApp's hidden id. Once given, a name stays, also when the number becomes known or the chat moves to the hidden id.
 */
export class ContactNames {
  readonly #stored: StoredLink;

  constructor(stored: StoredLink) {
    this.#stored = stored;
  }

  nameOf({ chat, phone, lid }: SeenMessage["who"]): string {
    const { contacts, chats } = this.#stored.values;
    const ids = [chat, phone, lid].filter((id) => id !== undefined);
    const name = ids.map((id) => contacts[id]).find((known) => known !== undefined) ?? phone ?? chat;
    const fresh = ids.filter((id) => id !== name && contacts[id] !== name);
    // A person first met under the hidden id keeps that name.
    if (name.endsWith("@lid") && contacts[name] === undefined) fresh.push(name);
    if (fresh.length > 0)
      this.#stored.change({ contacts: { ...contacts, ...Object.fromEntries(fresh.map((id) => [id, name])) } });
    if ((chats[name] ?? name) !== chat) this.#stored.change({ chats: { ...chats, [name]: chat } });
    return name;
  }

  /** The chat in which a person is written to. */
  chatOf(name: string): string {
    return this.#stored.values.chats[name] ?? name;
  }
}
