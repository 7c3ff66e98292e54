import type wweb from "whatsapp-web.js";
import type { Fetched, Request } from "../protocol.ts";

/** The file of a message, as long as WhatsApp still has it and it is not larger than asked for. */
export async function fetchFile(
  client: wweb.Client,
  { key, most }: Extract<Request, { type: "media" }>,
): Promise<Fetched> {
  const message = await client.getMessageById(key);
  if (!message?.hasMedia) return { type: "gone" };
  if ("size" in message.rawData && Number(message.rawData.size) > most) return { type: "tooLarge" };
  const media = await message.downloadMedia();
  if (!media) return { type: "gone" };
  const bytes = new Uint8Array(Buffer.from(media.data, "base64"));
  if (bytes.byteLength > most) return { type: "tooLarge" };
  return { type: "file", mime: media.mimetype, bytes };
}
