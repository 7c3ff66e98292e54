import type { BranchView, ShopView } from "../shop-views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow } from "./route.ts";
import { sayDay, sayMoney } from "./say.ts";
import { useRead } from "./use-read.ts";

/** The shop with its branches, hours and delivery zones, to read. */
export function ShopPage() {
  const words = useWords();
  const me = useMe();
  const { data: shop, problem } = useRead<ShopView>("/shop");
  return (
    <Page title={shop?.name ?? words.pages.shop}>
      <Offline problem={problem} />
      {shop === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {shop && (
        <>
          <p className="text-soft">{[shop.kind, shop.city, shop.phone].filter(Boolean).join(" · ")}</p>
          {shop.about !== undefined && <p className="mt-1">{shop.about}</p>}
          {me.role === "owner" && (
            <p className="mt-3 flex flex-wrap gap-2">
              {(["ownNumber", "rules"] as const).map((page) => (
                <a key={page} href={addressOf(page)} onClick={follow} className="button-quiet px-4">
                  {words.pages[page]}
                </a>
              ))}
            </p>
          )}
          <ul className="mt-4 grid gap-4 lg:grid-cols-2">
            {shop.branches.map((branch) => (
              <li key={branch.id} className="card p-4">
                <Branch branch={branch} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Branch({ branch }: { readonly branch: BranchView }) {
  const words = useWords();
  const { shop } = words;
  return (
    <>
      <h2 className="flex items-baseline justify-between gap-3 font-bold text-lg">
        {branch.name}
        <span className={`shrink-0 text-sm ${branch.doors.open ? "text-leaf" : "text-soft"}`}>
          {branch.doors.open ? shop.openUntil(branch.doors.at ?? "") : shop.closedNow}
        </span>
      </h2>
      <p>{branch.address}</p>
      <p className="text-soft text-sm">
        {[branch.phone, branch.timeZone, branch.pickup ? shop.pickup : shop.noPickup].filter(Boolean).join(" · ")}
      </p>
      <h3 className="mt-3 font-semibold">{shop.hours}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 text-sm">
        {WEEK.map((day) => (
          <div key={day} className="contents">
            <dt>{weekday(day, words)}</dt>
            <dd className="text-soft">{sayOpenings(branch.hours[day] ?? [], words)}</dd>
          </div>
        ))}
      </dl>
      {branch.holidays.length > 0 && (
        <>
          <h3 className="mt-3 font-semibold">{shop.holidays}</h3>
          <ul className="text-sm">
            {branch.holidays.map((holiday) => (
              <li key={holiday.day}>
                {sayDay(Date.parse(`${holiday.day}T12:00:00`), words)} · {holiday.name}
                {holiday.closed && ` · ${shop.closed}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {branch.zones.length > 0 && <h3 className="mt-3 font-semibold">{shop.zones}</h3>}
      <ul className="text-sm">
        {branch.zones.map((zone) => (
          <li key={zone.id} className="border-line border-b py-1.5 last:border-0">
            <span className="flex justify-between gap-3">
              <span className="font-semibold">{zone.name}</span>
              <span>{zone.fee === 0 ? shop.free : sayMoney(zone.fee)}</span>
            </span>
            <span className="block text-soft">{zone.areas.join(", ")}</span>
            <span className="block text-soft">{zoneTerms(zone, words)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Monday first. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
/** A Sunday, to name weekdays by. */
const SUNDAY = Date.UTC(2024, 0, 7, 12);
const DAY_MS = 86_400_000;

function weekday(day: number, { locale }: Dictionary): string {
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(SUNDAY + day * DAY_MS);
}

function sayOpenings(openings: BranchView["hours"][number], { shop }: Dictionary): string {
  const time = (minutes: number) =>
    `${String(minutes === 1440 ? 24 : Math.floor(minutes / 60) % 24).padStart(2, "0")}.${String(minutes % 60).padStart(2, "0")}`;
  return openings.length === 0
    ? shop.closed
    : openings.map(({ open, close }) => `${time(open)}–${time(close)}`).join(", ");
}

function zoneTerms(zone: BranchView["zones"][number], { shop }: Dictionary): string {
  const cod =
    zone.codLimit === undefined ? shop.codAny : zone.codLimit === 0 ? shop.noCod : shop.cod(sayMoney(zone.codLimit));
  const free = zone.freeFrom === undefined ? undefined : shop.freeFrom(sayMoney(zone.freeFrom));
  return [shop.minutes(zone.minutes), cod, free].filter(Boolean).join(" · ");
}
