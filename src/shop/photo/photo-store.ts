import type { Tx } from "../../database/database.ts";
import type { Photo } from "./photo.ts";

/** Keeps a picture, once however often it comes. `who` is a staff id, `at` epoch ms. */
export async function keepPhoto(
  { photo: photos }: Pick<Tx, "photo">,
  photo: Photo,
  by: { readonly who: string; readonly at: number },
): Promise<void> {
  await photos.upsert({ where: { id: photo.id }, create: { ...photo, ...by }, update: {} });
}

/** The bytes of a kept picture; undefined where there is none. */
export async function readPhoto(
  { photo: photos }: Pick<Tx, "photo">,
  id: string,
): Promise<{ readonly mime: string; readonly bytes: Buffer } | undefined> {
  const photo = await photos.findUnique({ where: { id } });
  return photo === null ? undefined : { mime: photo.mime, bytes: Buffer.from(photo.data, "base64") };
}
