import { type Attachment, DESK, ERASED, EventBody } from "../channels/message.ts";
import type { Database } from "../database/database.ts";

/** A file that came with an event and can be asked for. */
export interface StoredAttachment {
  readonly accountId: string;
  readonly externalId: string;
  readonly kind: Attachment["kind"];
  readonly name?: string;
}

/** The attachment of an event at this place; undefined where there is none, or none that the platform can be asked for. */
export async function readAttachment(
  { prisma }: Database,
  eventId: string,
  index: number,
): Promise<StoredAttachment | undefined> {
  const event = await prisma.inboxEvent.findFirst({
    // A colleague's own chat is nobody's to look into.
    where: { id: eventId, conversation: { holder: { notIn: [DESK, ERASED] } } },
    select: { body: true, conversation: { select: { accountId: true } } },
  });
  const { data: body } = EventBody.safeParse(JSON.parse(event?.body ?? "null"));
  const attachment = attachmentsOf(body)[index];
  if (event === null || attachment?.externalId === undefined) return undefined;
  const { externalId, kind, name } = attachment;
  return { accountId: event.conversation.accountId, externalId, kind, ...(name === undefined ? {} : { name }) };
}

/** The files that came with an event. */
export function attachmentsOf(body: EventBody | undefined): readonly Attachment[] {
  return body?.type === "messageReceived" || body?.type === "sellerWrote" ? body.attachments : [];
}
