import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{3,32}$/, "3–32 huruf kecil, angka, titik, atau garis");

export const DisplayName = z.string().trim().min(1, "isi namanya").max(60);

/** A new password. Length is what makes it strong; the rest only keeps out the plainly guessable. */
export const NewPassword = z
  .string()
  .min(10, "paling sedikit 10 huruf")
  .max(200, "paling banyak 200 huruf")
  .refine((password) => new Set(password).size >= 5, "jangan huruf yang itu-itu saja");

/** Argon2id with the library's own parameters (19 MiB, two passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether the password is right. An unknown user costs as much time as a known one, so names cannot be told apart. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await decoy()), password);
  return isRight && passwordHash !== undefined;
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  decoyHash ??= hash("nobody has this password");
  return decoyHash;
}
