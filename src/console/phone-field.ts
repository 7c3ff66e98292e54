import { z } from "zod";

/** A phone number as people type or paste it, in E.164; Indonesia's code may be left out, or stand before the zero. */
export const Phone = z
  .string()
  .trim()
  .max(24)
  .transform((typed) => {
    const digits = typed.replaceAll(/\D/g, "");
    const isWhole = typed.includes("+") || digits.startsWith("00");
    const whole = isWhole ? digits.replace(/^00/, "") : digits.replace(/^0/, "62").replace(/^8/, "628");
    return whole.replace(/^620+/, "62");
  })
  .pipe(z.string().regex(/^[1-9]\d{7,14}$/))
  .transform((digits) => `+${digits}`);
