/** What a browser needs to be pushed to. */
export interface PushView {
  /** The installation's public key, base64url */
  readonly key: string;
  /** How many browsers of this member of staff are pushed to */
  readonly devices: number;
}
