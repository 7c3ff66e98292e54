import type { FastifyReply } from "fastify";

/** Answers with a picture that the shop keeps: whatever its bytes hold, a browser runs nothing of it. */
export function sendPicture(reply: FastifyReply, { mime, bytes }: { readonly mime: string; readonly bytes: Buffer }) {
  return reply
    .type(mime)
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("x-content-type-options", "nosniff")
    .header("content-disposition", "inline")
    .send(bytes);
}
