import type { Option } from "../shop/catalogue/catalogue.ts";
import { ATTRIBUTES, type AttributeKind } from "./lexicon/attributes.ts";

/** What the values of an option are: colours, sizes, flavours; "size" too where all are numbers. */
export function kindsOf(option: Option): AttributeKind[] {
  const named = OPTION_NAMES[option.name.toLowerCase()];
  const kinds = option.values.flatMap((value) => [...(ATTRIBUTES.get(value.v.toLowerCase()) ?? [])]);
  if (option.values.every((value) => Number.isFinite(Number(value.v)))) kinds.push("size");
  return named === undefined ? kinds : [named, ...kinds];
}

const OPTION_NAMES: Readonly<Record<string, AttributeKind | undefined>> = {
  warna: "colour",
  color: "colour",
  ukuran: "size",
  size: "size",
  isi: "size",
  rasa: "flavour",
  topping: "flavour",
  varian: "flavour",
  level: "level",
};
