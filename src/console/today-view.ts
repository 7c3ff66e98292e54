import type { ChannelHealth } from "../channels/channel.ts";
import type { Today } from "../staff/today.ts";

/** The page "today". */
export interface TodayView extends Omit<Today, "accounts"> {
  /** Channels through which nothing comes or goes now */
  readonly away: readonly {
    readonly channel: string;
    readonly name: string;
    readonly state: ChannelHealth["state"];
  }[];
}
