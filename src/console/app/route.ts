import { type MouseEvent, useSyncExternalStore } from "react";

/** The console's pages by their place in the address: `/console/pesanan/ID`. */
export const PLACES = {
  today: "hari-ini",
  conversations: "percakapan",
  calls: "telepon",
  phoneOrder: "catat-pesanan",
  writeFirst: "tulis-duluan",
  orders: "pesanan",
  cash: "uang",
  catalogue: "katalog",
  shop: "toko",
  team: "tim",
  misreads: "salah-dibaca",
  canned: "balasan-cepat",
  ownNumber: "whatsapp",
  ownChat: "telegram",
  customers: "pelanggan",
  personData: "data-pelanggan",
  audit: "jejak",
  account: "akun",
  rules: "aturan",
  botWords: "kata-bot",
  more: "lainnya",
} as const;
export type Page = keyof typeof PLACES;

export interface Route {
  readonly page: Page | "start" | "newPassword";
  readonly id?: string;
  /** A place within it: `/console/percakapan/ID/AT` */
  readonly at?: string;
}

const MOVED = "kopdar-moved";

/** The page that the address names; an unknown one is the first. */
export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  const [, , place, id, at] = path.split("/");
  if (place === "start") return { page: "start" };
  if (place === "sandi-baru") return { page: "newPassword" };
  const page = (Object.keys(PLACES) as Page[]).find((each) => PLACES[each] === place) ?? "today";
  return id ? { page, id: decodeURIComponent(id), ...(at ? { at: decodeURIComponent(at) } : {}) } : { page };
}

/** What stands behind the `#` of the address. */
export function useHash(): string {
  return decodeURIComponent(useSyncExternalStore(subscribe, () => location.hash).slice(1));
}

export function addressOf(page: Page, id?: string, at?: string): string {
  const rest = [id, at].flatMap((part) => (part === undefined ? [] : `/${encodeURIComponent(part)}`));
  return `/console/${PLACES[page]}${rest.join("")}`;
}

export function goTo(address: string): void {
  history.pushState(null, "", address);
  dispatchEvent(new Event(MOVED));
}

/** For links: moves without loading the page anew, unless the reader wants another tab. */
export function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  goTo(`${event.currentTarget.pathname}${event.currentTarget.hash}`);
}

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener(MOVED, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(MOVED, listener);
  };
}
