import type { Page } from "./route.ts";

const PATHS: Readonly<Record<Page, string>> = {
  today: "M4 20V11M9.5 20V5M15 20v-6M20 20V8",
  conversations: "M4 5h16v11H10l-4 4v-4H4z",
  calls:
    "M5 4h4l2 5-2.5 1.5a12 12 0 0 0 5 5L15 13l5 2v4a1.5 1.5 0 0 1-1.6 1.5C10.6 20 4 13.4 3.5 5.6A1.5 1.5 0 0 1 5 4z",
  phoneOrder: "M5 20l1-4L16 6l3 3L9 19zM14 8l3 3",
  writeFirst: "M4 5h16v11h-9l-5 4v-4H4zM12 8v5M9.5 10.5h5",
  orders: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  cash: "M3 7h18v11H3zM12 15a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6 10h.01M18 15h.01",
  catalogue: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  shop: "M4 10v10h16V10M3 5h18l1 5a3 3 0 0 1-5 1 3 3 0 0 1-5 0 3 3 0 0 1-5 0 3 3 0 0 1-5-1zM10 20v-6h4v6",
  team: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.3.7 3.5 2.6 3.5 5.5",
  ownNumber: "M7 2h10v20H7zM10 19h4",
  ownChat: "M3 11l18-8-6 18-4-7zM11 14L21 3",
  rules: "M4 7h10M18 7h2M4 12h3M11 12h9M4 17h8M16 17h4M16 5v4M9 10v4M14 15v4",
  customers: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.5 3.5-7 8-7s8 2.5 8 7",
  personData: "M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5",
  audit: "M5 4v16M5 7h3M5 12h3M5 17h3M12 7h8M12 12h6M12 17h7",
  account: "M8 11V8a4 4 0 0 1 8 0v3M5 11h14v10H5zM12 15v3",
  botWords: "M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  canned: "M13 3L5 14h6l-1 7 8-11h-6z",
  misreads: "M4 5h16v11H10l-4 4v-4H4zM9 8l6 5M15 8l-6 5",
};

/** The sign of a page in the menu. */
export function PageIcon({ page }: { readonly page: Page }) {
  return <Icon path={PATHS[page]} />;
}

export function BackIcon() {
  return <Icon path="M15 5l-7 7 7 7" />;
}

export function CloseIcon() {
  return <Icon path="M6 6l12 12M18 6L6 18" />;
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}
