import { useState } from "react";
import type { OwnChatView } from "../views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
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
  const [made, setMade] = useState<{ readonly url: string; readonly before: string | undefined }>();
  const [refused, setRefused] = useState("");
  const [isSure, setIsSure] = useState(false);
  const make = async () => {
    const answer = await post<{ url: string }>("/own-chat/link");
    setMade(answer.ok ? { url: answer.data.url, before: data?.linked } : undefined);
    setRefused(answer.ok ? "" : answer.message || words.failed);
  };
  const unlink = async () => {
    if (!isSure) return setIsSure(true);
    setIsSure(false);
    setMade(undefined);
    const answer = await post("/own-chat/unlink");
    setRefused(answer.ok ? "" : answer.message || words.failed);
    await reload();
  };
  // The link has done its work, and works once.
  const url = made && made.before === data?.linked ? made.url : undefined;
  const isFirst = url === undefined && data?.linked === undefined;
  return (
    <Page title={words.pages.ownChat}>
      <Offline problem={problem} />
      <div className="card flex max-w-xl flex-col items-start gap-3 p-4">
        <p className="text-soft">{ownChat.hint}</p>
        {data?.bot === "none" && <WithoutBot />}
        {data?.bot === "away" && <p>{ownChat.away}</p>}
        <p role="status" className="font-semibold text-leaf">
          {data?.linked === undefined ? "" : ownChat.linked(data.linked)}
        </p>
        {data?.business !== undefined && (
          <p className={data.business === "answers" ? "text-soft" : "font-semibold text-alarm"}>
            {ownChat.business[data.business]}
          </p>
        )}
        <Problem text={refused} />
        {data?.bot === "ready" && (
          <button type="button" className={isFirst ? "button-brand" : "button-quiet"} onClick={make}>
            {data.linked === undefined ? ownChat.make : ownChat.another}
          </button>
        )}
        {url !== undefined && (
          <>
            <p>{ownChat.howTo}</p>
            <a href={url} target="_blank" rel="noreferrer" className="button-brand">
              {ownChat.open}
            </a>
            <QrCode text={url} label={ownChat.qr} />
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

/** Nothing can be linked yet: what the owner does first. */
function WithoutBot() {
  const { ownChat } = useWords();
  const { role } = useMe();
  return (
    <>
      <p>{ownChat.noBot}</p>
      <ol className="list-decimal space-y-2 pl-5 [overflow-wrap:anywhere]">
        {ownChat.getBot.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {role !== "owner" && <p className="text-soft">{ownChat.askOwner}</p>}
    </>
  );
}
