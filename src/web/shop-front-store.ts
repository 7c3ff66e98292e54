import type { Database } from "../database/database.ts";
import { Holiday, OpeningHours } from "../shop/branch/branch.ts";
import { type Doors, doorsAt } from "./shop-front.ts";

/** What anyone may know of the shop: the sign above its door. */
export interface ShopFront {
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly about?: string;
  readonly phone?: string;
  readonly timeZone: string;
  /** Of the first branch that is open, else of the one that opens first */
  readonly doors: Doors;
}

/** Reads the shop's sign; undefined while no shop is set up. */
export async function readShopFront({ prisma }: Database, now: number): Promise<ShopFront | undefined> {
  const [shop, branches] = await Promise.all([
    prisma.shop.findUnique({ where: { id: 1 } }),
    prisma.branch.findMany({ where: { active: true }, orderBy: { position: "asc" } }),
  ]);
  if (shop === null) return undefined;
  const doors = branches.map((branch) =>
    doorsAt(
      {
        timeZone: branch.timeZone,
        hours: OpeningHours.parse(JSON.parse(branch.hours)),
        holidays: Holiday.array().parse(JSON.parse(branch.holidays)),
      },
      now,
    ),
  );
  return {
    name: shop.name,
    kind: shop.kind,
    city: shop.city,
    ...(shop.about === null ? {} : { about: shop.about }),
    ...(shop.phone === null ? {} : { phone: shop.phone }),
    timeZone: shop.timeZone,
    doors: doors.find((each) => each.open) ?? doors.sort(opensFirst)[0] ?? { open: false },
  };
}

function opensFirst(one: Doors, other: Doors): number {
  const order = (doors: Doors) => `${(doors.days ?? 99).toString().padStart(2, "0")} ${doors.at ?? ""}`;
  return order(one).localeCompare(order(other));
}
