import { useCallback, useEffect, useState } from "react";
import type { Me } from "../views.ts";
import { AccountPage } from "./account-page.tsx";
import { AuditPage } from "./audit-page.tsx";
import { BotWordsPage } from "./bot-words-page.tsx";
import { CallsPage } from "./calls-page.tsx";
import { CannedPage } from "./canned-page.tsx";
import { CashPage } from "./cash-page.tsx";
import { CataloguePage } from "./catalogue-page.tsx";
import { get, keepToken, whenSignedOut } from "./console-api.ts";
import { ConversationsPage } from "./conversations-page.tsx";
import { CustomersPage } from "./customers-page.tsx";
import { Frame } from "./frame.tsx";
import { OrderPage } from "./held-order-page.tsx";
import { useWords } from "./language.tsx";
import { MeProvider } from "./me.tsx";
import { MisreadsPage } from "./misreads-page.tsx";
import { MorePage } from "./more-page.tsx";
import { NewPasswordPage } from "./new-password-page.tsx";
import { OrdersPage } from "./orders-page.tsx";
import { OwnChatPage } from "./own-chat-page.tsx";
import { OwnNumberPage } from "./own-number-page.tsx";
import { firstPage, isFor } from "./pages.ts";
import { PersonDataPage } from "./person-data-page.tsx";
import { useRoute } from "./route.ts";
import { RulesPage } from "./rules-page.tsx";
import { endPushes } from "./service-worker.ts";
import { ShopPage } from "./shop-page.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import { SignalBanner } from "./signal-banner.tsx";
import { StartPage } from "./start-page.tsx";
import { TeamPage } from "./team-page.tsx";
import { TodayPage } from "./today-page.tsx";
import { unsent } from "./unsent.ts";
import { WriteFirstPage } from "./write-first-page.tsx";

const RETRY_MS = 3_000;

/** The console: who is at the door, and the page the address names. */
export function ConsoleApp() {
  const words = useWords();
  const route = useRoute();
  const [me, setMe] = useState<Me>();
  const [isStranger, setIsStranger] = useState(false);
  const enter = useCallback(async () => {
    const answer = await get<Me>("/me");
    if (answer.ok) {
      keepToken(answer.data.csrf);
      unsent.open(answer.data.staff.id);
    }
    setMe(answer.ok ? answer.data : undefined);
    setIsStranger(!answer.ok && answer.status === 401);
    if (!answer.ok && answer.status !== 401) setTimeout(enter, RETRY_MS);
  }, []);
  useEffect(() => {
    whenSignedOut(() => {
      unsent.forget();
      void endPushes();
      setMe(undefined);
      setIsStranger(true);
    });
    void enter();
  }, [enter]);

  if (route.page === "start") return <StartPage onEntered={enter} />;
  if (route.page === "newPassword") return <NewPasswordPage />;
  if (isStranger) return <SignInPage onEntered={enter} />;
  if (me === undefined)
    return (
      <>
        <SignalBanner />
        <p className="p-10 text-center text-soft">{words.loading}</p>
      </>
    );
  const { role } = me.staff;
  const page = isFor(role, route.page) ? route.page : firstPage(role);
  return (
    <MeProvider me={me.staff}>
      <Frame me={me} page={page} isDeep={route.id !== undefined} onLeft={enter}>
        {page === "today" && <TodayPage />}
        {page === "customers" && <CustomersPage id={route.id} />}
        {page === "personData" && <PersonDataPage id={route.id} />}
        {page === "audit" && <AuditPage />}
        {page === "account" && <AccountPage onLeft={enter} />}
        {page === "conversations" && <ConversationsPage id={route.id} at={route.at} />}
        {page === "calls" && <CallsPage />}
        {page === "phoneOrder" && <OrderPage key={route.id} conversation={route.id} />}
        {page === "writeFirst" && <WriteFirstPage key={`${route.id} ${route.at}`} whom={route.id} phone={route.at} />}
        {page === "orders" && <OrdersPage id={route.id} />}
        {page === "cash" && <CashPage />}
        {page === "catalogue" && <CataloguePage sku={route.id} />}
        {page === "shop" && <ShopPage />}
        {page === "team" && <TeamPage />}
        {page === "canned" && <CannedPage />}
        {page === "misreads" && <MisreadsPage />}
        {page === "ownChat" && <OwnChatPage />}
        {page === "ownNumber" && <OwnNumberPage />}
        {page === "more" && <MorePage />}
        {page === "rules" && <RulesPage />}
        {page === "botWords" && <BotWordsPage />}
      </Frame>
    </MeProvider>
  );
}
