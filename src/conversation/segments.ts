import type { EventBody } from "../channels/message.ts";
import type { TurnEvent } from "./advance.ts";

/** Part of a turn that is taken as one: texts written in a row, or any single other event. */
export type Segment =
  | {
      readonly type: "words";
      readonly text: string;
      readonly at: number;
      readonly forwarded: boolean;
      readonly media: boolean;
    }
  | { readonly type: "event"; readonly body: Exclude<EventBody, { type: "messageReceived" }>; readonly at: number };

const SILENT_MEDIA = new Set(["sticker"]);

/** Joins texts written in a row, so that "kak" "mau pesen" "brownies 2" is one message; one repeated word for word counts once. */
export function segmentsOf(events: readonly TurnEvent[]): Segment[] {
  const segments: Segment[] = [];
  for (const { body, at } of events) {
    if (body.type !== "messageReceived") {
      segments.push({ type: "event", body, at });
      continue;
    }
    const last = segments.at(-1);
    const media = body.attachments.some(({ kind }) => !SILENT_MEDIA.has(kind));
    if (last?.type === "words" && last.forwarded === body.forwarded) {
      const repeated = last.text.split("\n").at(-1) === body.text;
      segments[segments.length - 1] = {
        ...last,
        text: repeated || !body.text ? last.text : [last.text, body.text].filter(Boolean).join("\n"),
        // A yes in it must not count before the question was shown.
        at: Math.min(last.at, at),
        media: last.media || media,
      };
    } else segments.push({ type: "words", text: body.text, at, forwarded: body.forwarded, media });
  }
  return segments;
}
