/** A code as somebody typed or scanned it, ready to be compared: capitals and digits alone. */
export function readPickupCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

/** Whether what was typed may be this code: a sign that no code has stands for those that look or sound like it. */
export function isPickupCode(typed: string, code: string): boolean {
  return typed.length === code.length && [...typed].every((sign, at) => fits(sign, code.charAt(at)));
}

function fits(sign: string, wanted: string): boolean {
  return sign === wanted || (LOOK_ALIKES[sign] ?? "").includes(wanted);
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  "0": "D",
  O: "D",
  Q: "D",
  "1": "J7T",
  I: "J7T",
  L: "J7",
  "2": "7",
  Z: "7",
  "5": "3",
  S: "3",
  "8": "36",
  B: "36P",
  G: "6C",
};
