import type { TalkSoFar } from "./talk.ts";
import { knownOf } from "./topic.ts";
import { activeTopic, openTopics, type TurnDraft } from "./turn-draft.ts";

/** Where the talk stands. `words`: the customer's own. */
export function soFar(draft: TurnDraft, words: string): TalkSoFar {
  const { picture } = draft.input;
  const { complaint, shown } = draft.state;
  const open = openTopics(draft).flatMap(({ topic, flow }) => {
    const gist = flow.gist(knownOf(flow, topic, picture), picture);
    return gist === undefined ? [] : [{ gist, at: topic.touchedAt }];
  })[0];
  return {
    words,
    about: talkedOf(draft),
    shown: shown && picture.now - shown.at <= JUST_SHOWN_MS ? shown.photos : [],
    busy: activeTopic(draft) !== undefined,
    ...(open ? { open } : {}),
    ...(complaint ? { complaint } : {}),
  };
}

/** Pictures sent longer ago may be wanted again. */
const JUST_SHOWN_MS = 10 * 60_000;

/** The goods asked about last, unless those of an errand were spoken of since. */
function talkedOf(draft: TurnDraft): readonly string[] {
  const { state, talk, input } = draft;
  const { picture } = input;
  const wanted = openTopics(draft).flatMap(({ topic, flow }) => {
    const lines = flow.basket?.(knownOf(flow, topic, picture)) ?? [];
    return lines.length > 0 ? [{ skus: lines.map(({ sku }) => sku), at: topic.touchedAt }] : [];
  })[0];
  const { about } = state;
  if (about && about.at >= (wanted?.at ?? picture.now - TALKED_OF_MS)) return about.skus;
  return wanted?.skus ?? talk.basket(picture).map(({ sku }) => sku);
}

/** What was asked about longer ago is not what "fotonya" means. */
const TALKED_OF_MS = 12 * 3_600_000;
