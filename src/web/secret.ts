import { createHash, randomBytes } from "node:crypto";

/** A fresh secret of 128 bits, as 22 URL-safe characters. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

/** Whether the text has the form of a secret that `newSecret` makes. */
export function looksLikeSecret(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{22}$/.test(text);
}

/** What is stored in a secret's place: its SHA-256 in hexadecimal. 128 random bits need no slow hash. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
