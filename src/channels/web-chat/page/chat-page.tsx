import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { newId } from "../../../web/new-id.ts";
import type { ShopFront } from "../../../web/shop-front-store.ts";
import { getShop } from "./chat-api.ts";
import { ChatSession } from "./chat-session.ts";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { words } from "./page.words.ts";
import { ShopHeader } from "./shop-header.tsx";
import type { Unsent } from "./unsent.ts";

const SHOP_EVERY_MS = 60_000;
const session = new ChatSession();

/** The customer's side: the shop's sign, the talk, and a place to write. */
export function ChatPage() {
  const chat = useSyncExternalStore(session.subscribe, session.snapshot);
  const shop = useShop();
  const writing = useRef<HTMLTextAreaElement>(null);
  useEffect(() => session.open(), []);
  const said = () => ({ id: newId(), at: Date.now() });
  const say = (unsent: Unsent) => {
    session.say(unsent);
    // What was tapped goes away; on a touch screen focusing the field would bring up the keyboard.
    if (matchMedia("(pointer: fine)").matches) writing.current?.focus({ preventScroll: true });
  };
  const wantsPerson = () => say({ ...said(), type: "text", text: words.personMessage });
  return (
    <div className="mx-auto flex h-dvh max-w-2xl flex-col bg-paper sm:border-x sm:border-line">
      <ShopHeader shop={shop} onPerson={wantsPerson} isWithPerson={chat.thread.holder !== "bot"} />
      <main className="flex min-h-0 flex-1 flex-col">
        <MessageList
          chat={chat}
          shopName={shop?.name ?? words.shop}
          onChoice={(question, choice) =>
            say({ ...said(), type: "choice", question, choice: choice.id, text: choice.label })
          }
          onLocation={(latitude, longitude) =>
            say({
              ...said(),
              type: "location",
              latitude,
              longitude,
              text: `📍 ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
            })
          }
          onEarlier={() => session.readEarlier()}
          onAgain={(id) => session.sayAgain(id)}
          onDrop={(id) => session.drop(id)}
        />
        <Notices holder={chat.thread.holder} isOnline={chat.online} />
        <Composer field={writing} onText={(text) => say({ ...said(), type: "text", text })} />
      </main>
    </div>
  );
}

function Notices({ holder, isOnline }: { readonly holder: "bot" | "waiting" | "person"; readonly isOnline: boolean }) {
  const notice = isOnline
    ? { bot: undefined, waiting: words.waitingPerson, person: words.withPerson }[holder]
    : words.offline;
  return (
    <div role="status">
      {notice && (
        <p className="border-line border-t bg-notice px-4 py-2 text-center text-on-notice text-sm">{notice}</p>
      )}
    </div>
  );
}

function useShop(): ShopFront | undefined {
  const [shop, setShop] = useState<ShopFront>();
  useEffect(() => {
    // A failed reading keeps the sign that hangs there; the next one comes soon.
    const read = () => getShop().then(setShop, () => undefined);
    void read();
    const again = setInterval(read, SHOP_EVERY_MS);
    return () => clearInterval(again);
  }, []);
  useEffect(() => {
    if (shop) document.title = words.title(shop.name);
  }, [shop]);
  return shop;
}
