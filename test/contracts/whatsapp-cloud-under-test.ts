import { createServer, type RequestListener, type Server } from "node:http";
import Fastify from "fastify";
import { pino } from "pino";
import { z } from "zod";
import type { Channel } from "../../src/channels/channel.ts";
import type { CloudRecords } from "../../src/channels/whatsapp-cloud/records.ts";
import { createWhatsAppCloudChannel } from "../../src/channels/whatsapp-cloud/whatsapp-cloud-channel.ts";
import { type GraphStandIn, startGraphStandIn } from "../fixtures/whatsapp-cloud/stand-in.ts";
import { type GraphCustomer, keysOf, wordsIn } from "../fixtures/whatsapp-cloud/stand-in-customer.ts";
import type { GraphFault } from "../fixtures/whatsapp-cloud/stand-in-faults.ts";
import type { GraphMessage, GraphPerson } from "../fixtures/whatsapp-cloud/stand-in-world.ts";
import type { ChannelUnderTest, ContractCustomer, Shown, StartChannel, Trouble } from "./channel-under-test.ts";
import type { RecordingIntake } from "./recording-intake.ts";

const account = "whatsapp-account";

const faults: { readonly [trouble in Trouble]: GraphFault } = {
  // Never asked for: the platform does not tell it.
  blocked: { type: "refused", status: 400, code: 131026 },
  tooMany: { type: "refused", status: 429, code: 130429 },
  serverError: { type: "refused", status: 500, code: 131000 },
  lostBeforeDelivery: { type: "dropBefore" },
  lostAfterDelivery: { type: "dropAfter" },
};

/** How the platform names a customer. */
export type Named = "by number and id" | "by id alone" | "by number alone";

/** WhatsApp for the contract: a stand-in of the Graph API, and the channel over real HTTP. */
export function whatsAppCloudUnderTest(named: Named): StartChannel {
  return async (intake) => {
    const graph = await startGraphStandIn();
    const door = await openDoor();
    let listening = await listen(graph, intake, door);
    await graph.webhook.subscribe(`${door.url}/webhooks/whatsapp`, graph.verifyToken);
    let people = 0;
    return {
      get channel() {
        return listening.channel;
      },
      customer() {
        people += 1;
        return contractCustomer(graph, graph.customer(personOf(named, people)));
      },
      unconfirmed: graph.unconfirmed,
      async allConfirmed() {
        await graph.until(() => graph.webhook.pending.length === 0, "all webhooks to be confirmed", 10_000);
      },
      redeliver: () => graph.webhook.redeliver(),
      trouble: (kind) => graph.fail("POST messages", faults[kind]),
      async restart(meanwhile) {
        await listening.end();
        await meanwhile();
        listening = await listen(graph, intake, door);
      },
      async stop() {
        await listening.end();
        door.server.closeAllConnections();
        door.server.close();
        await graph.stop();
      },
    } satisfies ChannelUnderTest;
  };
}

function personOf(named: Named, index: number): GraphPerson {
  const phone = `62812345670${`${index}`.padStart(2, "0")}`;
  const userId = `ID.1349120865530274${index}`;
  const name = `Pelanggan ${index}`;
  if (named === "by id alone") return { userId, name };
  return named === "by number alone" ? { phone, name } : { phone, userId, name };
}

/** An address that stays while the shop behind it comes and goes. */
interface Door {
  readonly url: string;
  readonly server: Server;
  shop: RequestListener | undefined;
}

async function openDoor(): Promise<Door> {
  const server = createServer((request, response) => {
    if (door.shop) door.shop(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const door: Door = { url: `http://127.0.0.1:${port}`, server, shop: undefined };
  return door;
}

/** Nobody is known beforehand, and nothing was sent by another process. */
const noRecords: CloudRecords = {
  known: async () => [],
  sentByUs: async () => new Set(),
  unreachedSince: async () => undefined,
};

async function listen(graph: GraphStandIn, intake: RecordingIntake, door: Door) {
  const channel = await createWhatsAppCloudChannel({
    token: graph.token,
    phoneNumberId: graph.phoneNumberId,
    appSecret: graph.appSecret,
    verifyToken: graph.verifyToken,
    apiRoot: graph.apiRoot,
    records: noRecords,
    log: pino({ level: "silent" }),
    clock: Date.now,
    evidencePatienceMs: 200,
  });
  const shop = Fastify();
  await shop.register(channel.webhook(account, intake));
  await shop.ready();
  door.shop = (request, response) => shop.routing(request, response);
  const stop = new AbortController();
  const ended = channel.listen(account, intake, stop.signal);
  return {
    channel: justWritten(channel),
    async end() {
      door.shop = undefined;
      stop.abort();
      await ended;
      await shop.close();
    },
  };
}

/** The outbox tells when the customer last wrote; in the contract that is a moment ago. */
function justWritten(channel: Channel): Channel {
  return { ...channel, send: (delivery, signal) => channel.send({ customerAt: Date.now(), ...delivery }, signal) };
}

function contractCustomer(graph: GraphStandIn, customer: GraphCustomer): ContractCustomer {
  const { person } = customer;
  const removed = new Set<string>();
  const byId = (id: string) => {
    const message = customer.screen().find((one) => one.id === id);
    if (!message) throw new Error(`There is no message ${id}`);
    return message;
  };
  return {
    contact: person.userId ?? person.phone ?? "",
    opens: (source) => void customer.sends("request_welcome", {}, { referral: { source_id: source } }),
    says: (text) => ({ id: customer.says(text) }),
    changes: (said, text) => customer.edits(said.id, text),
    taps: (shown, label) => customer.taps(byId(shown.id), label),
    sharesNumber: (digits) => customer.sharesNumber(digits, "contact_request"),
    sharesLocation: (latitude, longitude) => void customer.sends("location", { latitude, longitude }),
    doesSomethingUnknown() {
      customer.sends("reaction", { message_id: "wamid.x", emoji: "🙏" });
      customer.sends("hologram", { beam: 1 });
      customer.says("di grup", { group_id: "120363" });
      graph.pushes("message_from_the_future", { words: ["?"] });
      graph.pushes("messages", {
        messages: [{ nothing: "known" }, 7],
        statuses: [{ id: "wamid.x", status: "smelled" }],
      });
    },
    screen: () =>
      customer
        .screen()
        .filter(({ id }) => !removed.has(id))
        .map(shown),
    looksAt(message) {
      const { image, interactive } = byId(message.id).content;
      const id = Picture.safeParse(image ?? Heading.safeParse(interactive).data?.header.image).data?.id;
      return id === undefined ? undefined : graph.file(id)?.toString("base64");
    },
    signs: () => graph.methods.seen.filter(({ messageId }) => customer.wrote.has(messageId)).length,
    removes: (message) => void removed.add(message.id),
  };
}

const Picture = z.looseObject({ id: z.string() });
const Heading = z.looseObject({ header: z.looseObject({ image: z.unknown() }) });

function shown(message: GraphMessage): Shown {
  const { location, interactive } = message.content;
  return {
    id: message.id,
    text: wordsIn(message),
    buttons: keysOf(interactive).map(({ title }) => title),
    ...(isPlace(location) ? { location } : {}),
  };
}

function isPlace(location: unknown): location is { readonly latitude: number; readonly longitude: number } {
  return typeof location === "object" && location !== null && "latitude" in location && "longitude" in location;
}
