/** No letter or digit that looks or sounds like another. */
const ALPHABET = "ACDEFHJKMNPRTUVWXY34679";
const LENGTH = 5;

/** A code to say at the counter, made from the random end of the order's id (UUID version 7). */
export function pickupCode(orderId: string): string {
  let rest = Number.parseInt(orderId.replaceAll("-", "").slice(-12), 16);
  let code = "";
  while (code.length < LENGTH) {
    code += ALPHABET[rest % ALPHABET.length];
    rest = Math.floor(rest / ALPHABET.length);
  }
  return code;
}
