import { createHash } from "node:crypto";
import { z } from "zod";
import type { OutgoingMessage } from "../message.ts";
import type { SendingStep } from "./plan-sending.ts";
import { sendResult } from "./send-result.ts";
import { type Answer, Upload } from "./telegram-client.ts";
import { isThreadGone } from "./threads.ts";

type Image = NonNullable<OutgoingMessage["image"]>;
/** Makes one call, into the place where the message goes. */
type Call = (method: string, params: object) => Promise<Answer>;

/** Calls that send a picture. */
export interface PictureCalls {
  make(step: SendingStep, call: Call): Promise<Answer>;
}

const MOST_REMEMBERED = 500;
const Sent = z.looseObject({ photo: z.array(z.looseObject({ file_id: z.string() })).min(1) });

/**
 * Uploads a picture once: from then on it goes by the id that Telegram gave it. One that Telegram cannot use takes
 * nothing from the words.
 */
export function createPictureCalls(): PictureCalls {
  const ids = new Map<string, string>();

  function remember(key: string, answer: Answer): void {
    const sent = Sent.safeParse(answer.type === "done" ? answer.result : undefined);
    const id = sent.data?.photo.at(-1)?.file_id;
    if (id === undefined) return;
    ids.delete(key);
    ids.set(key, id);
    const [oldest] = ids.keys();
    if (ids.size > MOST_REMEMBERED && oldest !== undefined) ids.delete(oldest);
  }

  return {
    async make({ method, params, image, inWords }, call) {
      if (!image) return call(method, params);
      const key = createHash("sha256").update(image.data).digest("hex");
      const known = ids.get(key);
      if (known !== undefined) {
        const again = await call(method, { ...params, photo: known });
        if (!isRefused(again)) return again;
        ids.delete(key);
      }
      const answer = await call(method, { ...params, photo: uploadOf(image) });
      remember(key, answer);
      return isRefused(answer) && inWords ? call("sendMessage", inWords) : answer;
    },
  };
}

function uploadOf({ data, mime }: Image): Upload {
  return new Upload(Buffer.from(data, "base64"), `foto.${mime === "image/jpeg" ? "jpg" : mime.slice("image/".length)}`);
}

/** Refused for what it is, and not for whom or where it was for. */
function isRefused(answer: Answer): boolean {
  return sendResult(answer).type === "rejected" && !isThreadGone(answer);
}
