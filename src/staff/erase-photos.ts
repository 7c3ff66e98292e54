import { OutgoingMessage } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";

/** Takes away the pictures that were sent in these conversations and nowhere else, and that are no product's. */
export async function erasePhotos(tx: Tx, conversations: readonly string[]): Promise<void> {
  const rows = await tx.outboxRow.findMany({
    where: { conversationId: { in: [...conversations] }, body: { contains: '"photo":' } },
    select: { body: true },
  });
  const sent = new Set(rows.flatMap(({ body }) => OutgoingMessage.safeParse(JSON.parse(body)).data?.photo ?? []));
  for (const id of sent) {
    const [elsewhere, products] = await Promise.all([
      tx.outboxRow.count({ where: { conversationId: { notIn: [...conversations] }, body: { contains: id } } }),
      tx.product.count({ where: { photoId: id } }),
    ]);
    if (elsewhere + products === 0) await tx.photo.deleteMany({ where: { id } });
  }
}
