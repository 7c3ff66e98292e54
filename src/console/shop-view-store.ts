import { z } from "zod";
import type { Database } from "../database/database.ts";
import { groupBy } from "../group-by.ts";
import { Holiday, OpeningHours } from "../shop/branch/branch.ts";
import { Option } from "../shop/catalogue/catalogue.ts";
import { doorsAt } from "../web/shop-front.ts";
import type { BranchView, CatalogueView, ShopView } from "./shop-views.ts";

/** The shop's name; empty while no shop is set up. */
export async function readShopName({ prisma }: Database): Promise<string> {
  return (await prisma.shop.findUnique({ where: { id: 1 }, select: { name: true } }))?.name ?? "";
}

/** All products with their options and the stock of their variants. */
export async function readCatalogue({ prisma }: Database): Promise<CatalogueView> {
  const [products, stock, branches, shop] = await Promise.all([
    prisma.product.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }] }),
    prisma.stock.findMany({
      where: { branch: { active: true } },
      include: { branch: { select: { name: true } } },
      orderBy: { sku: "asc" },
    }),
    prisma.branch.findMany({ where: { active: true }, orderBy: { position: "asc" }, select: { id: true, name: true } }),
    prisma.shop.findUnique({ where: { id: 1 }, select: { timeZone: true } }),
  ]);
  const bySku = groupBy(stock, ({ sku }) => sku.split("/")[0] ?? sku);
  const views = products.map((product) => ({
    sku: product.sku,
    name: product.name,
    ...(product.category === null ? {} : { category: product.category }),
    description: product.description,
    unit: product.unit,
    price: product.price,
    minimum: product.minimum,
    leadDays: product.leadDays,
    madeToOrder: product.madeToOrder,
    active: product.active,
    options: Option.array()
      .parse(JSON.parse(product.options))
      .map((option) => ({
        name: option.name,
        values: option.values.map(({ v, price }) => ({ value: v, ...(price === undefined ? {} : { price }) })),
      })),
    ...(product.photoId === null ? {} : { photoId: product.photoId }),
    ...(product.pausedUntil === null ? {} : { pausedUntil: Number(product.pausedUntil) }),
    stock: (bySku.get(product.sku) ?? []).map(({ sku, branchId, branch, onHand, reserved }) => ({
      ...{ sku, branchId, onHand, reserved },
      branch: branch.name,
    })),
  }));
  return { products: views, branches, timeZone: shop?.timeZone ?? "Asia/Jakarta" };
}

/** The shop, its branches with their hours, and where each delivers; undefined while no shop is set up. */
export async function readShop({ prisma }: Database, now: number): Promise<ShopView | undefined> {
  const [shop, branches] = await Promise.all([
    prisma.shop.findUnique({ where: { id: 1 } }),
    prisma.branch.findMany({
      where: { active: true },
      orderBy: { position: "asc" },
      include: { zones: { where: { active: true }, orderBy: { position: "asc" } } },
    }),
  ]);
  if (shop === null) return undefined;
  return {
    name: shop.name,
    kind: shop.kind,
    city: shop.city,
    ...(shop.phone === null ? {} : { phone: shop.phone }),
    ...(shop.address === null ? {} : { address: shop.address }),
    ...(shop.about === null ? {} : { about: shop.about }),
    branches: branches.map((branch) => branchView(branch, now)),
  };
}

interface StoredBranch {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  readonly timeZone: string;
  readonly pickup: boolean;
  readonly hours: string;
  readonly holidays: string;
  readonly zones: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly areas: string;
    readonly fee: number;
    readonly codLimit: number | null;
    readonly freeFrom: number | null;
    readonly minutes: number;
  }[];
}

function branchView(branch: StoredBranch, now: number): BranchView {
  const { id, code, name, address, phone, timeZone, pickup } = branch;
  const hours = OpeningHours.parse(JSON.parse(branch.hours));
  const holidays = Holiday.array().parse(JSON.parse(branch.holidays));
  return {
    id,
    code,
    name,
    address,
    ...(phone === null ? {} : { phone }),
    timeZone,
    pickup,
    doors: doorsAt({ timeZone, hours, holidays }, now),
    hours,
    holidays: holidays.map((holiday) => ({
      day: holiday.day,
      name: holiday.name,
      closed: holiday.openings.length === 0,
    })),
    zones: branch.zones.map((zone) => ({
      id: zone.id,
      code: zone.code,
      name: zone.name,
      areas: Names.parse(JSON.parse(zone.areas)),
      fee: zone.fee,
      ...(zone.codLimit === null ? {} : { codLimit: zone.codLimit }),
      ...(zone.freeFrom === null ? {} : { freeFrom: zone.freeFrom }),
      minutes: zone.minutes,
    })),
  };
}

const Names = z.array(z.string());
