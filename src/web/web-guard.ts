import helmet from "@fastify/helmet";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { withoutNul } from "../without-nul.ts";

/** A request that is refused: what went wrong, for programs and for people. */
interface Refusal {
  readonly error: string;
  readonly message: string;
}

/** Pages and answers load nothing from elsewhere and run no inline script. */
const CONTENT_POLICY = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "media-src": ["'self'"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "worker-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
};

/** The answer to an address that nothing is at, for the whole server. */
export const NOTHING_HERE: Refusal = { error: "not_found", message: "Halaman itu tidak ada di sini." };

/** Our own pages send this header with every write; another site's page cannot without asking first, and is never allowed. */
const OWN_PAGE_HEADER = "x-kopdar";

/** Security headers, Zod-checked routes and refusals in kind words, for the routes registered on `server`. */
export async function guardWeb(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    // Only a proxy that speaks HTTPS knows whether the whole site does.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "same-origin" },
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  // What people type reaches the shop in flat objects alone.
  server.addHook("preValidation", async ({ body, params, query }) => {
    for (const part of [body, params, query]) if (typeof part === "object" && part !== null) withoutNul(part);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = refusalFor(error);
    if (refused.status >= 500) request.log.error({ err: error }, "web request failed");
    return refuse(reply, refused.status, refused.error, refused.message);
  });
}

/** A hook that lets a write pass only from our own pages. */
export async function ownPagesOnly(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (request.headers[OWN_PAGE_HEADER] !== undefined) return undefined;
  return refuse(reply, 403, "foreign_page", "Kiriman ini bukan dari halaman toko. Muat ulang halamannya, ya.");
}

/** Answers with a refusal. */
export function refuse(reply: FastifyReply, status: number, error: string, message: string): FastifyReply {
  return reply.code(status).send({ error, message } satisfies Refusal);
}

/** Whether the browser reached us by HTTPS, so that cookies may be kept to it. */
export function isSecure(request: FastifyRequest): boolean {
  return request.protocol === "https";
}

/** As the pages label it. */
const FIELDS: Readonly<Record<string, string>> = {
  name: "nama",
  username: "nama pengguna",
  password: "kata sandi",
  text: "tulisan",
};

function fieldName(path: string): string {
  const field = path.slice(1);
  return FIELDS[field] ?? (field || "isi");
}

function refusalFor(error: FastifyError): Refusal & { readonly status: number } {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const details = error.validation.map((issue) => `${fieldName(issue.instancePath)}: ${issue.message ?? "?"}`);
    return { status: 400, error: "malformed", message: `Isian belum benar. ${details.join("; ")}` };
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return { status, error: "too_large", message: "Kirimannya terlalu besar. Coba dipendekkan, ya." };
  if (status === 429) return { status, error: "too_many", message: error.message };
  if (status >= 400 && status < 500)
    return { status, error: "malformed", message: `Permintaan tidak terbaca: ${error.message}` };
  return { status: 500, error: "fault", message: "Maaf, lagi ada gangguan di toko. Coba sebentar lagi, ya." };
}
