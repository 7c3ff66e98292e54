import { z } from "zod";
import { ConfirmRule } from "../call/confirm-rule.ts";

/** Beyond these a figure no longer fits its column. */
const MOST_RUPIAH = 2_000_000_000;
const MOST_UNITS = 2_000_000;

const Text = z
  .string()
  .refine((text) => !text.includes("\u0000"), "nul")
  .transform((text) => text.trim());
const Name = Text.refine((text) => text !== "", "empty");
const Rupiah = z.number().int().min(0).max(MOST_RUPIAH);
const Units = z.number().min(0).max(MOST_UNITS);

/** Goods on hand, in base units: of the whole product, or by branch, or by branch and variant (`hitam/L`). Null is not tracked. */
const StockInFile = z.union([z.null(), Units, z.record(Name, z.union([Units, z.record(Name, Units)]))]);

/** A product as a catalogue file has it. Quantities are decimals of the base unit. docs/catalogue-format.md explains each. */
export const ProductInFile = z.object({
  sku: Name,
  name: Name,
  aliases: z.array(Name).default([]),
  description: Text.default(""),
  category: Name.nullish(),
  unit: Name.default("pcs"),
  units: z.record(Name, z.number().positive().max(MOST_UNITS)).default({}),
  price: Rupiah,
  price_by: z.record(Name, Rupiah).default({}),
  options: z
    .array(
      z.object({
        name: Name,
        values: z.array(z.object({ v: Name, aliases: z.array(Name).default([]), price: Rupiah.optional() })).min(1),
      }),
    )
    .default([]),
  minimum: Units.default(0),
  leadDays: z.number().int().min(0).max(365).default(0),
  madeToOrder: z.boolean().default(false),
  stock: StockInFile.optional(),
});
export type ProductInFile = z.infer<typeof ProductInFile>;

export const BranchInFile = z.object({
  code: Name,
  name: Name,
  address: Text.default(""),
  aliases: z.array(Name).default([]),
  latitude: z.number().min(-90).max(90).nullish(),
  longitude: z.number().min(-180).max(180).nullish(),
  phone: Name.nullish(),
  timeZone: Name.optional(),
  hours: Text.default(""),
  holidays: z.array(z.object({ day: z.iso.date(), name: Name, hours: Name.default("tutup") })).default([]),
  pickup: z.boolean().default(true),
  dailyCapacity: Units.nullish(),
});
export type BranchInFile = z.infer<typeof BranchInFile>;

export const ZoneInFile = z.object({
  code: Name,
  name: Name,
  /** Code of the branch that delivers there */
  branch: Name.optional(),
  areas: z.array(Name).default([]),
  fee: Rupiah,
  codLimit: Rupiah.nullish(),
  minimumTotal: Rupiah.default(0),
  freeFrom: Rupiah.nullish(),
  minutes: z.number().int().min(1).max(10_000).default(60),
});
export type ZoneInFile = z.infer<typeof ZoneInFile>;

/** A whole shop as a catalogue file has it. */
export const ShopInFile = z.object({
  id: Name,
  name: Name,
  kind: Text.default(""),
  city: Text.default(""),
  hours: Text.default(""),
  fulfilment: z.array(z.enum(["cod", "delivery", "pickup"])).default(["cod", "delivery", "pickup"]),
  timeZone: Name.optional(),
  phone: Name.nullish(),
  address: Name.nullish(),
  about: Name.nullish(),
  asks: z.array(z.enum(["fulfilment", "address", "zone", "branch", "when", "name", "phone", "payment"])).optional(),
  /** Empty: nothing is said of it (any more) */
  paymentNote: Text.optional(),
  privacy: Text.optional(),
  confirmCall: ConfirmRule.optional(),
  /** The owner's own wordings of the bot's sentences */
  words: z.record(Name, Text).optional(),
  branches: z.array(BranchInFile).optional(),
  zones: z.array(ZoneInFile).optional(),
  products: z.array(ProductInFile),
});
export type ShopInFile = z.infer<typeof ShopInFile>;
