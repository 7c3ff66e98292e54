import type { MediaFile } from "../channels/channel.ts";

type File = Extract<MediaFile, { readonly type: "file" }>;

/** Players ask for one file in several parts: the latest few are kept, so that the platform is asked once. */
export class RecentFiles {
  readonly #files = new Map<string, File>();
  readonly #most: number;
  #bytes = 0;

  /** `most` bytes are kept altogether */
  constructor(most = 32 * 1024 * 1024) {
    this.#most = most;
  }

  get(key: string): File | undefined {
    return this.#files.get(key);
  }

  keep(key: string, file: File): void {
    this.#drop(key);
    this.#files.set(key, file);
    this.#bytes += file.bytes.byteLength;
    for (const [oldest] of this.#files) {
      if (this.#bytes <= this.#most) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#files.get(key)?.bytes.byteLength ?? 0;
    this.#files.delete(key);
  }
}
