import type { MediaFile } from "../channels/channel.ts";
import type { Acts } from "../staff/acts.ts";

/** All that the desk works with. */
export interface DeskParts {
  readonly acts: Acts;
  /** The file behind an attachment in a colleague's own chat */
  readonly media: (externalId: string) => Promise<MediaFile>;
  /** Whether the channel of this account shows pictures */
  readonly takesPictures: (accountId: string) => boolean;
  /** A fault in what one event asked for, or in the news of one pass; never with words of anybody */
  readonly report: (problem: { readonly error: unknown; readonly conversationId?: string }) => void;
}
