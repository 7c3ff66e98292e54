import type { Database } from "../../database/database.ts";
import type { LiveUpdates } from "../../live-updates.ts";
import type { Intake } from "../channel.ts";
import type { WebChatChannel } from "./web-chat-channel.ts";

/** What the web chat's routes are made of. */
export interface WebChatDeps {
  readonly database: Database;
  /** Our id of the web chat's channel account */
  readonly account: string;
  readonly channel: WebChatChannel;
  readonly intake: Intake;
  readonly live: LiveUpdates;
  /** A picture that the shop keeps, by its Photo.id */
  readonly pictureOf: (photo: string) => Promise<{ readonly mime: string; readonly bytes: Buffer } | undefined>;
  /** Epoch ms */
  readonly clock: () => number;
}
