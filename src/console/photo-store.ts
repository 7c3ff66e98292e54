import type { Database } from "../database/database.ts";

/** A picture that the shop keeps; undefined where there is none of this id. */
export async function readPhoto(
  { prisma }: Database,
  id: string,
): Promise<{ readonly mime: string; readonly bytes: Uint8Array } | undefined> {
  const photo = await prisma.photo.findUnique({ where: { id } });
  return photo === null ? undefined : { mime: photo.mime, bytes: Buffer.from(photo.data, "base64") };
}
