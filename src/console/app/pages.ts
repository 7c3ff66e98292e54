import type { Me } from "../views.ts";
import type { Page } from "./route.ts";

type Role = Me["staff"]["role"];

interface PageTraits {
  /** Who may open it; others see their first page instead */
  readonly roles: readonly Role[];
  /** On a phone it stands in the bar below; the others stand on the page "more" */
  readonly bar?: true;
  /** The page that it belongs to in the menu of a wide screen, and that is marked while it is open */
  readonly part?: Page;
  /** It is reached from another page alone */
  readonly within?: true;
}

const ALL: readonly Role[] = ["owner", "seller", "courier"];
const DESK: readonly Role[] = ["owner", "seller"];
const OWNER: readonly Role[] = ["owner"];

/** Every page in the order of the menu. */
export const PAGES: Readonly<Record<Page, PageTraits>> = {
  today: { roles: DESK, bar: true },
  conversations: { roles: DESK, bar: true },
  calls: { roles: DESK, bar: true },
  orders: { roles: ALL, bar: true },
  customers: { roles: DESK },
  cash: { roles: ALL },
  catalogue: { roles: DESK },
  shop: { roles: DESK },
  team: { roles: OWNER },
  audit: { roles: OWNER, part: "team" },
  personData: { roles: OWNER, part: "customers", within: true },
  rules: { roles: OWNER, part: "shop" },
  botWords: { roles: OWNER, part: "shop" },
  ownNumber: { roles: OWNER, part: "shop" },
  ownChat: { roles: DESK },
  account: { roles: ALL },
  misreads: { roles: DESK, part: "conversations" },
  phoneOrder: { roles: DESK, part: "calls", within: true },
  writeFirst: { roles: DESK, part: "customers", within: true },
  canned: { roles: DESK, part: "conversations" },
  more: { roles: DESK, bar: true },
};

const IN_ORDER = Object.keys(PAGES) as Page[];

/** Whether somebody of this role may open a page. */
export function isFor(role: Role, page: Page): boolean {
  return PAGES[page].roles.includes(role);
}

/** The page that opens first. */
export function firstPage(role: Role): Page {
  return pagesFor(role)[0] ?? "orders";
}

/** The bar at the foot of a phone. */
export function barPages(role: Role): readonly Page[] {
  const hasMore = isFor(role, "more");
  return pagesFor(role).filter((page) => PAGES[page].bar || !hasMore);
}

/** The menu at the side of a wide screen. */
export function sidePages(role: Role): readonly Page[] {
  return pagesFor(role).filter((page) => PAGES[page].part === undefined && page !== "more");
}

/** What a phone's bar has no room for, and what is never begun from a menu left out. */
export function morePages(role: Role): readonly Page[] {
  return pagesFor(role).filter((page) => !PAGES[page].bar && !PAGES[page].within);
}

function pagesFor(role: Role): readonly Page[] {
  return IN_ORDER.filter((page) => isFor(role, page));
}
