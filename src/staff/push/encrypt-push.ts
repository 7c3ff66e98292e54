import { createCipheriv, createECDH, hkdfSync } from "node:crypto";

/** Where and how one browser takes what is pushed to it: its public key and shared secret, both base64url. */
export interface PushKeys {
  /** Uncompressed point on P-256, 65 bytes */
  readonly p256dh: string;
  /** 16 bytes */
  readonly auth: string;
}

/** Chance, handed in: 16 bytes, and a private key on P-256 used for this message alone. */
export interface PushChance {
  readonly salt: Buffer;
  readonly privateKey: Buffer;
}

const RECORD_SIZE = 4_096;
/** Longer words would need a second record, which no push service takes. */
const MOST_PUSHED_BYTES = 3_000;
/** Ends the last record (RFC 8188 §2) */
const LAST = Buffer.from([2]);

/** The body of a push message as `aes128gcm` (RFC 8291): only the browser whose keys these are can read it. */
export function encryptPush(words: Buffer, keys: PushKeys, { salt, privateKey }: PushChance): Buffer {
  if (words.length > MOST_PUSHED_BYTES) throw new Error(`${words.length} bytes are too many for one push message.`);
  const ours = createECDH("prime256v1");
  ours.setPrivateKey(privateKey);
  const theirPublic = Buffer.from(keys.p256dh, "base64url");
  const ourPublic = ours.getPublicKey();
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirPublic, ourPublic]);
  const secret = derive(ours.computeSecret(theirPublic), Buffer.from(keys.auth, "base64url"), info, 32);
  const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(Buffer.concat([words, LAST])), cipher.final(), cipher.getAuthTag()]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_SIZE, 0);
  head.writeUInt8(ourPublic.length, 4);
  return Buffer.concat([salt, head, ourPublic, sealed]);
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, length));
}
