import fc from "fast-check";

const name = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom("Kue Lapis", "½ kg", "isi 'tiga'", 'kue "enak"', "Rp5.000", "🍰 tar"),
  )
  .map((text) => text.replaceAll("\u0000", "").trim())
  .filter((text) => text !== "" && text !== "?" && text !== "__proto__");
const code = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
const rupiah = fc.integer({ min: 0, max: 2_000_000 });
const units = fc.integer({ min: 0, max: 5_000_000 }).map((thousandths) => thousandths / 1000);
const distinct = <T>(values: fc.Arbitrary<T>, key: (value: T) => string, minLength: number, maxLength: number) =>
  fc.uniqueArray(values, { minLength, maxLength, selector: (value) => key(value).toLowerCase() });
const names = fc.array(name, { maxLength: 3 });
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, "0")}.${String(at % 60).padStart(2, "0")}`);
const hours = fc.oneof(
  fc.tuple(clock, clock).map(([open, close]) => `Setiap hari ${open}-${close}`),
  fc.tuple(clock, clock).map(([open, close]) => `Senin-Jumat ${open}-${close}, Minggu tutup`),
  fc.constantFrom("24 jam", "Setiap hari 08.00-12.00 & 13.00-02.00", "Jumat 08.00-11.00 & 13.30-17.00, Sabtu tutup"),
);

const branch = fc.record({
  code,
  name,
  address: fc.constantFrom("", "Jl. Contoh No. 1"),
  aliases: names,
  latitude: fc.option(fc.double({ min: -90, max: 90, noNaN: true }).map((degrees) => Math.round(degrees * 1e6) / 1e6)),
  hours,
  holidays: distinct(
    fc.record({
      day: fc.constantFrom("2027-01-01", "2027-03-10"),
      name,
      hours: fc.constantFrom("tutup", "10.00-14.00", "20.00-02.00", "08.00-11.30 & 13.00-01.00"),
    }),
    ({ day }) => day,
    0,
    2,
  ),
  timeZone: fc.constantFrom("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
  pickup: fc.boolean(),
  dailyCapacity: fc.option(units),
});

const zone = fc.record({
  code,
  name,
  areas: names,
  fee: rupiah,
  codLimit: fc.option(rupiah),
  minimumTotal: rupiah,
  freeFrom: fc.option(rupiah),
  minutes: fc.integer({ min: 1, max: 600 }),
});

const values = distinct(
  fc.record({ v: name, aliases: names, price: fc.option(rupiah, { nil: undefined }) }),
  ({ v }) => v,
  1,
  3,
);
const options = distinct(fc.record({ name, values }), (option) => option.name, 0, 2);

const product = fc.record({
  sku: fc.stringMatching(/^[A-Z0-9]{1,6}$/),
  name,
  aliases: names,
  description: fc.constantFrom("", "Enak."),
  category: fc.option(name),
  unit: fc.constantFrom("pcs", "kg", "box"),
  units: fc.dictionary(fc.constantFrom("lusin", "kodi", "ons"), fc.constantFrom(12, 20, 0.1, 0.001)),
  price: rupiah,
  options,
  minimum: units,
  leadDays: fc.integer({ min: 0, max: 30 }),
  madeToOrder: fc.boolean(),
  counts: fc.array(fc.array(units, { minLength: 9, maxLength: 9 }), { maxLength: 2 }),
});

/** Any shop that a catalogue file can hold, with counts for all, some or none of its variants. */
export const anyShop = fc
  .record({
    id: name,
    name,
    kind: fc.constantFrom("", "food"),
    city: fc.constantFrom("", "Depok"),
    about: fc.option(name),
    fulfilment: fc.subarray(["cod", "delivery", "pickup"] as const),
    asks: fc.subarray(["fulfilment", "address", "zone", "name", "phone"] as const),
    confirmCall: fc.record(
      { firstOrderAbove: fc.nat(2_000_000_000), afterFailedDeliveries: fc.integer({ min: 1, max: 100 }) },
      { requiredKeys: [] },
    ),
    paymentNote: fc.option(fc.constantFrom("BCA 1 a.n. Ratna"), { nil: undefined }),
    words: fc.option(
      fc.record(
        { welcome: fc.constantFrom("Sugeng rawuh {kak}!", "<b>{toko}</b>"), accepted: fc.constant("Siap #{nomor}") },
        { requiredKeys: ["welcome"] },
      ),
      { nil: undefined },
    ),
    branches: distinct(branch, (each) => each.code, 1, 3),
    zones: distinct(zone, (each) => each.code, 0, 3),
    products: distinct(product, (each) => each.sku, 0, 4),
  })
  .map((shop) => ({
    ...shop,
    zones: shop.zones.map((each, index) => ({ ...each, branch: shop.branches[index % shop.branches.length]?.code })),
    products: shop.products.map(({ counts, ...each }) => ({
      ...each,
      stock: stockOf(each.options, counts, shop.branches),
    })),
  }));

function stockOf(
  of: readonly { readonly values: readonly { readonly v: string }[] }[],
  counts: readonly (readonly number[])[],
  branches: readonly { readonly code: string }[],
) {
  const variants = of.reduce<string[][]>(
    (made, { values: some }) => made.flatMap((chosen) => some.map(({ v }) => [...chosen, v])),
    [[]],
  );
  const perBranch = branches.flatMap(({ code: at }, index) => {
    const amounts = counts[index];
    if (!amounts) return [];
    const entries = variants.map((chosen, variant) => [chosen.join("/"), amounts[variant] ?? 0] as const);
    return [[at, of.length === 0 ? amounts[0] : Object.fromEntries(entries)] as const];
  });
  return perBranch.length > 0 ? Object.fromEntries(perBranch) : null;
}
