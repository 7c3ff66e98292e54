import type wweb from "whatsapp-web.js";
import { isOwnMessageId } from "../own-message-id.ts";
import type { Heard, Notice, Request } from "../protocol.ts";
import { describe, isPerson, RawMessage, RawReaction, RawVote, wordsOf } from "./describe.ts";
import { messagesSince, ownIds } from "./page-acts.ts";
import { PeopleFinder } from "./people-finder.ts";
import { within } from "./within.ts";

const MOST_A_CHAT = 300;
const MOST_CALLS_KNOWN = 500;
const SENDING_MS = 10_000;
/** The reaction by which a seller gives a chat back to the bot */
const HAND_BACK = "🤖";

/** Hears what happens in chats with people, and tells it in order; the bot's own messages are left out. */
export class Listener {
  readonly #client: wweb.Client;
  readonly #tell: (notice: Notice) => void;
  readonly #people: PeopleFinder;
  readonly #calls = new Set<string>();
  readonly #sentIds = new Set<string>();
  readonly #sending = new Map<string, Promise<unknown>>();
  #queue: Promise<void> = Promise.resolve();
  #held: Heard[] | undefined;
  #live = false;
  #ownIds: readonly string[] = [];

  constructor(client: wweb.Client, tell: (notice: Notice) => void) {
    this.#client = client;
    this.#tell = tell;
    this.#people = new PeopleFinder(client);
    this.#listen();
  }

  get isLive(): boolean {
    return this.#live;
  }

  /** Keeps back what comes now until what came earlier was told. The shop asks for that at once, or ends this process. */
  hold(): void {
    this.#live = true;
    this.#client.pupPage?.evaluate(ownIds).then(
      (ids) => {
        this.#ownIds = ids;
      },
      () => undefined,
    );
    this.#held ??= [];
  }

  /** Tells what came while nobody listened, oldest first, then all that came since. */
  async catchUp({ since, unreadSince }: Extract<Request, { type: "catchUp" }>): Promise<null> {
    try {
      const found = await this.#client.pupPage?.evaluate(
        messagesSince,
        Math.floor(since / 1000),
        Math.floor(unreadSince / 1000),
        MOST_A_CHAT,
      );
      for (const raw of found ?? []) {
        const heard = await this.#orTrouble(() => this.#readMessage(raw));
        if (heard) this.#tell({ type: "heard", heard });
      }
    } finally {
      // What is on its way through the queue came later than what was just told.
      await this.#queue;
      this.#letGo();
    }
    return null;
  }

  /** A message of ours in this chat is being sent: what echoes before that is settled is judged afterwards. */
  async whileSending(chat: string, sending: Promise<string | undefined>): Promise<string | undefined> {
    const settled = sending.then((id) => {
      if (id !== undefined) this.#sentIds.add(id);
    });
    this.#sending.set(chat, settled);
    const id = await sending;
    await settled;
    if (this.#sending.get(chat) === settled) this.#sending.delete(chat);
    return id;
  }

  #listen(): void {
    const client = this.#client;
    client.on("message_create", (message) => this.#enqueue(() => this.#readMessage(message.rawData)));
    client.on("message_edit", (message, now, before) =>
      this.#enqueue(() => this.#readEdit(message.rawData, `${now}`, before)),
    );
    client.on("message_revoke_everyone", (message) => this.#enqueue(() => this.#readDeletion(message.rawData)));
    client.on("message_ack", (message, ack) => this.#enqueue(async () => readAck(message.rawData, Number(ack))));
    client.on("call", (call) => this.#enqueue(() => this.#readCall(call)));
    client.on("message_reaction", (reaction) => this.#enqueue(() => this.#readReaction(reaction)));
    client.on("vote_update", (vote) => this.#enqueue(() => this.#readVote(vote)));
  }

  /** One after the other, as the page told them: finding out who wrote takes a moment. */
  #enqueue(read: () => Promise<Heard | undefined>): void {
    this.#queue = this.#queue.then(async () => {
      const heard = await this.#orTrouble(read);
      if (heard) this.#pass(heard);
    });
  }

  /** One thing that cannot be read costs none of the others. */
  async #orTrouble(read: () => Promise<Heard | undefined>): Promise<Heard | undefined> {
    try {
      return await read();
    } catch (error) {
      this.#tell({ type: "trouble", what: `unreadable: ${error instanceof Error ? error.name : "unknown"}` });
      return undefined;
    }
  }

  #pass(heard: Heard): void {
    if (this.#held) this.#held.push(heard);
    else this.#tell({ type: "heard", heard });
  }

  #letGo(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const heard of held) this.#tell({ type: "heard", heard });
  }

  async #readMessage(data: unknown): Promise<Heard | undefined> {
    const raw = RawMessage.parse(data);
    const chat = raw.id.remote;
    if (!isPerson(chat) || raw.isStatusV3 || this.#isOwnNumber(chat)) return undefined;
    if (raw.id.fromMe && (await this.#isEcho(chat, raw.id.id))) return undefined;
    return { ...describe(raw), who: await this.#people.find(chat) };
  }

  /** Whether an own message is the bot's. Where ids could not be chosen, that is known once the sending has ended. */
  async #isEcho(chat: string, id: string): Promise<boolean> {
    if (isOwnMessageId(id)) return true;
    const sending = this.#sending.get(chat);
    if (sending) await within(SENDING_MS, sending).catch(() => undefined);
    return this.#sentIds.has(id);
  }

  async #readEdit(data: unknown, now: string, before: unknown): Promise<Heard | undefined> {
    const raw = RawMessage.parse(data);
    const { fromMe, remote, id } = raw.id;
    const editedAt = raw.latestEditSenderTimestampMs ?? undefined;
    // A body also "changes" when a message is decrypted, and when a picture's preview comes.
    const isEdit = editedAt !== undefined || (raw.directPath == null && typeof before === "string" && before !== "");
    if (!isEdit || fromMe || !isPerson(remote)) return undefined;
    const text = raw.directPath ? wordsOf(raw) : now;
    const who = await this.#people.find(remote);
    return { type: "edited", who, id, fromMe, text, ...(editedAt === undefined ? {} : { editedAt }) };
  }

  async #readDeletion(data: unknown): Promise<Heard | undefined> {
    const raw = RawMessage.parse(data);
    if (raw.id.fromMe || !isPerson(raw.id.remote)) return undefined;
    const id = raw.protocolMessageKey?.id ?? raw.id.id;
    return { type: "deleted", who: await this.#people.find(raw.id.remote), id, fromMe: false };
  }

  async #readCall(call: wweb.Call): Promise<Heard | undefined> {
    const from = `${call.from ?? ""}`;
    // A ringing phone is told many times over.
    if (call.fromMe || call.isGroup || !isPerson(from) || this.#calls.has(call.id)) return undefined;
    this.#calls.add(call.id);
    for (const oldest of this.#calls) {
      if (this.#calls.size <= MOST_CALLS_KNOWN) break;
      this.#calls.delete(oldest);
    }
    const at = Date.now();
    return { type: "called", who: await this.#people.find(from), id: call.id, video: call.isVideo === true, at };
  }

  async #readVote(vote: unknown): Promise<Heard | undefined> {
    const { voter, selectedOptions, interractedAtTs, parentMsgKey } = RawVote.parse(vote);
    const options = selectedOptions.flatMap(({ name }) => (name ? [name] : []));
    if (!isPerson(voter) || this.#isOwnNumber(voter) || options.length === 0) return undefined;
    const who = await this.#people.find(voter);
    return { type: "voted", who, poll: parentMsgKey.id, options, at: interractedAtTs ?? Date.now() };
  }

  /** Under a message the shop's own phone puts a sign, which is no word to the customer. Other reactions say nothing. */
  async #readReaction(data: unknown): Promise<Heard | undefined> {
    const { id, reaction, senderId, msgId, timestamp } = RawReaction.parse(data);
    const isOwn = id.fromMe === true || this.#isOwnNumber(senderId);
    if (!isOwn || reaction?.trim() !== HAND_BACK || !isPerson(msgId.remote)) return undefined;
    const at = timestamp ? Math.floor(timestamp) * 1000 : Date.now();
    return { type: "handedBack", who: await this.#people.find(msgId.remote), id: msgId.id, at };
  }

  /** What an owner writes to the own number is a note, and nobody's chat. */
  #isOwnNumber(chat: string): boolean {
    return this.#client.info?.wid._serialized === chat || this.#ownIds.includes(chat);
  }
}

function readAck(data: unknown, ack: number): Heard | undefined {
  const raw = RawMessage.parse(data);
  if (!raw.id.fromMe || ack < 2) return undefined;
  return { type: "acked", id: raw.id.id, ack };
}
