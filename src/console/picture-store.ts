import { DESK, ERASED } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import type { Photo } from "../shop/photo/photo.ts";
import { keepPhoto, readPhoto } from "../shop/photo/photo-store.ts";

/** Our id of the channel account that a customer's conversation is on; undefined where there is no such conversation. */
export async function accountOfConversation({ prisma }: Database, id: string): Promise<string | undefined> {
  const found = await prisma.conversation.findFirst({
    where: { id, holder: { notIn: [DESK, ERASED] } },
    select: { accountId: true },
  });
  return found?.accountId;
}

/** Keeps a picture that a seller sends. */
export function keepPicture(
  { prisma }: Database,
  photo: Photo,
  by: { readonly who: string; readonly at: number },
): Promise<void> {
  return keepPhoto(prisma, photo, by);
}

/** A picture that the shop keeps. */
export function readPicture({ prisma }: Database, id: string): ReturnType<typeof readPhoto> {
  return readPhoto(prisma, id);
}
