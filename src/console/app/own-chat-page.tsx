import { useState } from "react";
import type { OwnChatView } from "../views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { QrCode } from "./qr-code.tsx";
import { useRead } from "./use-read.ts";

/** A colleague's own Telegram: how it is linked, a one-time link to do so, and letting it go. */
export function OwnChatPage() {
  const words = useWords();
  const { ownChat } = words;
  // Linking happens on the phone; the conversation that it makes is the sign that it did.
  const { data, problem, reload } = useRead<OwnChatView>("/own-chat", ["conversation"]);
  const [url, setUrl] = useState("");
  const [refused, setRefused] = useState("");
  const [isSure, setIsSure] = useState(false);
  const make = async () => {
    const answer = await post<{ url: string }>("/own-chat/link");
    setUrl(answer.ok ? answer.data.url : "");
    setRefused(answer.ok ? "" : answer.message || words.failed);
  };
  const unlink = async () => {
    if (!isSure) return setIsSure(true);
    setIsSure(false);
    setUrl("");
    const answer = await post("/own-chat/unlink");
    setRefused(answer.ok ? "" : answer.message || words.failed);
    await reload();
  };
  return (
    <Page title={words.pages.ownChat}>
      <Offline problem={problem} />
      <div className="card flex max-w-xl flex-col items-start gap-3 p-4">
        <p className="text-soft">{data?.offered === false ? ownChat.notOffered : ownChat.hint}</p>
        <p role="status" className="font-semibold text-leaf">
          {data?.linked === undefined ? "" : ownChat.linked(data.linked)}
        </p>
        <Problem text={refused} />
        {data?.offered && (
          <button type="button" className="button-brand" onClick={make}>
            {data.linked === undefined ? ownChat.make : ownChat.another}
          </button>
        )}
        {url !== "" && (
          <>
            <p>{ownChat.howTo}</p>
            <QrCode text={url} label={ownChat.qr} />
            <a href={url} target="_blank" rel="noreferrer" className="button-quiet">
              {ownChat.open}
            </a>
          </>
        )}
        {data?.linked !== undefined && (
          <button type="button" className="button-quiet" onClick={unlink}>
            {isSure ? ownChat.sure : ownChat.unlink}
          </button>
        )}
      </div>
    </Page>
  );
}
