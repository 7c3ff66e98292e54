import type { Database } from "../../database/database.ts";
import type { Photo } from "./photo.ts";

/** Keeps a picture, once however often it comes. `who` is a staff id, `at` epoch ms. */
export async function keepPhoto(
  { prisma }: Database,
  photo: Photo,
  by: { readonly who: string; readonly at: number },
): Promise<void> {
  await prisma.photo.upsert({ where: { id: photo.id }, create: { ...photo, ...by }, update: {} });
}

/** The bytes of a kept picture; undefined where there is none. */
export async function readPhoto(
  { prisma }: Database,
  id: string,
): Promise<{ readonly mime: string; readonly bytes: Buffer } | undefined> {
  const photo = await prisma.photo.findUnique({ where: { id } });
  return photo === null ? undefined : { mime: photo.mime, bytes: Buffer.from(photo.data, "base64") };
}

/** Whether a kept picture is that of a product, and not one that was only sent to somebody. */
export async function isOfProduct({ prisma }: Database, id: string): Promise<boolean> {
  return (await prisma.product.count({ where: { photoId: id } })) > 0;
}
