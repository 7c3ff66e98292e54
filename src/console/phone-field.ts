import { z } from "zod";

/** A phone number as people type it, in E.164; Indonesia's code may be left out. */
export const Phone = z
  .string()
  .trim()
  .max(24)
  .transform((typed) => {
    const digits = typed.replaceAll(/\D/g, "");
    return typed.startsWith("+") ? digits : digits.replace(/^0/, "62").replace(/^8/, "628");
  })
  .pipe(z.string().regex(/^[1-9]\d{7,14}$/))
  .transform((digits) => `+${digits}`);
