import { createECDH, createPrivateKey, sign } from "node:crypto";

/** By which push services know this installation, both base64url. */
export interface VapidKeys {
  /** Uncompressed point on P-256 */
  readonly publicKey: string;
  readonly privateKey: string;
}

const LASTS_S = 12 * 3_600;

export function newVapidKeys(): VapidKeys {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return {
    publicKey: pair.getPublicKey("base64url"),
    // A number below 2²⁴⁸ comes out shorter, and a key has 32 bytes.
    privateKey: Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
      .subarray(-32)
      .toString("base64url"),
  };
}

/** `Authorization` of a request to a push service (RFC 8292). `subject` is how its people reach whoever runs the shop. */
export function vapidHeader(endpoint: string, keys: VapidKeys, subject: string, now: number): string {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1_000) + LASTS_S, sub: subject };
  const head = encode({ typ: "JWT", alg: "ES256" });
  const said = `${head}.${encode(claims)}`;
  const key = createPrivateKey({ key: jwk(keys), format: "jwk" });
  const signature = sign("sha256", Buffer.from(said), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
  return `vapid t=${said}.${signature}, k=${keys.publicKey}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function jwk({ publicKey, privateKey }: VapidKeys) {
  const point = Buffer.from(publicKey, "base64url");
  const x = point.subarray(1, 33).toString("base64url");
  const y = point.subarray(33, 65).toString("base64url");
  return { kty: "EC", crv: "P-256", x, y, d: privateKey };
}
