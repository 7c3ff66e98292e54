import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { refuse } from "../web/web-guard.ts";
import { words } from "./console.words.ts";
import type { ConsoleDeps } from "./console-deps.ts";
import { answer } from "./conversation-routes.ts";
import { Phone } from "./phone-field.ts";
import { sessionGuard, sessionOf } from "./session-guard.ts";
import { type Addressee, readAccounts, readAddressee, readByNumber } from "./write-first-store.ts";
import type { WriteFirstView } from "./write-first-view.ts";
import { type Way, wayTo } from "./write-first-way.ts";

const Whom = z
  .object({ customer: z.string().max(64).optional(), phone: Phone.optional() })
  .refine(({ customer, phone }) => customer !== undefined || phone !== undefined);
const First = z.object({
  /** Made by the page, so that words sent again are sent once */
  id: z.uuid(),
  customer: z.string().max(64).optional(),
  phone: Phone,
  name: z.string().trim().max(80).optional(),
  text: z.string().trim().min(1).max(4_000),
});

/** A seller writes to one person who never wrote: how that can be done, and doing it. */
export async function writeFirstRoutes(server: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { database, acts, channelOf, healthOf, ownNumber } = deps;
  const routes = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = sessionGuard(deps, ["owner", "seller"]);

  const wayOf = async (phone: string): Promise<Way> => {
    const own = ownNumber?.state();
    if (own?.type === "live" && own.phone === phone) return { type: "refused", why: "shopsOwn" };
    const [chats, accounts] = await Promise.all([readByNumber(database, phone), readAccounts(database)]);
    const known = accounts.map(({ id, channel }) => {
      return { id, channel, abilities: channelOf(id)?.abilities, state: healthOf?.(id)?.state };
    });
    return wayTo(phone, chats, known);
  };

  routes.get("/console/api/write-first", { onRequest, schema: { querystring: Whom } }, async (request, reply) => {
    const { customer, phone } = request.query;
    const person = customer === undefined ? STRANGER : await readAddressee(database, customer);
    if (person === undefined) return refuse(reply, 404, "not_found", words.notFound);
    const number = phone ?? person.phone;
    const chats = [...person.chats, ...(number === undefined ? [] : await readByNumber(database, number))];
    return viewOf({ ...person, chats }, number, number === undefined ? undefined : await wayOf(number));
  });

  routes.post("/console/api/write-first", { onRequest, schema: { body: First } }, async (request, reply) => {
    const { id, customer, phone, name, text } = request.body;
    const person = customer === undefined ? STRANGER : await readAddressee(database, customer);
    if (person === undefined) return refuse(reply, 404, "not_found", words.notFound);
    const way = await wayOf(phone);
    if (way.type === "refused") return refuse(reply, 409, way.why, words.refusals[way.why]);
    if (way.type === "link") return refuse(reply, 409, way.why, words.writeFirst.noWay);
    const { staff } = sessionOf(request);
    if (way.type === "chat") {
      const { conversationId: conversation } = way.chat;
      const result = await acts.reply(conversation, staff, text, id);
      return result.type === "done" ? { conversation } : answer(reply, result);
    }
    if (way.templateLetters !== undefined && text.length > way.templateLetters)
      return refuse(reply, 409, "too_long", words.writeFirst.tooLong(way.templateLetters));
    const { account, address } = way;
    const result = await acts.writeFirst(staff, { phone, account, address, name: name || person.name, text, key: id });
    return result.type === "wroteFirst" ? { conversation: result.conversation } : answer(reply, result);
  });
}

const STRANGER: Addressee = { isVouched: false, chats: [] };

function viewOf(person: Addressee, phone: string | undefined, way: Way | undefined): WriteFirstView {
  const open = person.chats.filter(({ isBlocked }) => !isBlocked);
  const chats = new Map(
    open.map(({ conversationId, channel, label }) => [conversationId, { conversationId, channel, label }]),
  );
  return {
    ...(person.name === undefined ? {} : { name: person.name }),
    ...(phone === undefined ? {} : { phone }),
    isVouched: person.isVouched && phone === person.phone,
    chats: [...chats.values()],
    way: way === undefined ? { type: "noNumber" } : shownWay(way),
  };
}

function shownWay(way: Way): WriteFirstView["way"] {
  if (way.type === "chat") return { type: "chat" };
  if (way.type !== "number") return way;
  const { type, channel, templateLetters } = way;
  return { type, channel, ...(templateLetters === undefined ? {} : { templateLetters }) };
}
