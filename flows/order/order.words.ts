import type { Ask, Meaning, Picture } from "#flow";
import { answeredBy } from "../../src/shop/branch/answered-by.words.ts";
import { type Day, localTime } from "../../src/shop/calendar/calendar.ts";
import type { BasketLine } from "../../src/shop/catalogue/catalogue.ts";
import { rupiah, sayAsAsked, sayList, sayQuantity, sayVariant } from "../../src/shop/catalogue/catalogue.words.ts";
import type { OrderDraft } from "../../src/shop/order/order.ts";
import { shortages } from "../../src/shop/order/quote.ts";
import type { DeliveryZone } from "../../src/shop/zone/zone.ts";
import { botWords, kak, oneOf } from "../words.ts";
import type { Basket } from "./basket.ts";

/** Sentences about an order as a whole. */
export const orderWords = {
  today: (picture: Picture): Day => localTime(picture.now, picture.timeZone).day,
  gist: (lines: readonly BasketLine[], picture: Picture) => sayList(lines.map((line) => sayLine(line, picture))),

  heardGoods(
    before: Basket | undefined,
    after: Basket,
    notHere: readonly string[],
    picture: Picture,
  ): string | undefined {
    const changed = JSON.stringify(before?.lines ?? []) !== JSON.stringify(after.lines);
    const complete = after.lines.filter(({ options, unsure }) => !options.includes(null) && !unsure);
    const noted =
      changed && complete.length
        ? [
            `${oneOf(picture, ["Siap", "Baik", "Oke"])} ${kak(picture)}, dicatat: ${orderWords.gist(complete, picture)}.`,
          ]
        : [];
    return [...noted, ...notHere].join("\n") || undefined;
  },

  pickupOrDelivery(known: { readonly basket?: Basket }, picture: Picture): Ask {
    const cod = picture.shop.fulfilments.includes("cod");
    return {
      text: `Mau diantar${cod ? " (bisa COD, bayar di tempat)" : ""} atau diambil sendiri di toko, ${kak(picture)}?`,
      again: `Jadi ${known.basket?.lines.length ? "pesanannya" : ""} diantar atau diambil, ${kak(picture)}?`.replace(
        "  ",
        " ",
      ),
      question: { type: "fulfilment" },
      choices: [
        { label: cod ? "Diantar (COD)" : "Diantar", means: { fulfilment: cod ? "cod" : "delivery" } },
        { label: "Ambil di toko", means: { fulfilment: "pickup" } },
      ],
    };
  },

  whereTo(picture: Picture): Ask {
    const { address, zoneId } = picture.customer;
    const request = picture.channel.requestLocation ? { request: "location" as const } : {};
    if (!address)
      return {
        text: `Alamat lengkapnya di mana, ${kak(picture)}? Boleh sertakan patokan.`,
        again: `Diantar ke alamat mana, ${kak(picture)}?`,
        question: { type: "address" },
        ...request,
      };
    const same: Partial<Meaning> = { address, ...(zoneId ? { zone: zoneId } : {}) };
    return {
      text: `Diantar ke alamat yang biasa, ${kak(picture)}? ${address}`,
      question: { type: "address" },
      choices: [
        { label: "Ya, ke situ", means: same },
        { label: "Alamat lain", means: { intents: ["deny"] } },
      ],
      yes: same,
    };
  },
  whereToInstead: (picture: Picture): Ask => ({
    text: `Baik, diantar ke mana, ${kak(picture)}? Tulis alamat lengkap dan patokannya.`,
    question: { type: "address" },
  }),

  whichZone(address: string | undefined, picture: Picture): Ask {
    const zones = picture.zones.slice(0, 9);
    return {
      text: `${address ? "Alamatnya masuk daerah mana" : "Diantar ke daerah mana"}, ${kak(picture)}?\n${zones.map(sayZone).join("\n")}`,
      again: `Daerahnya yang mana, ${kak(picture)}?`,
      question: { type: "zone" },
      choices: [
        ...zones.map(({ id, name }) => ({ label: name, means: { zone: id } })),
        { label: "Tidak ada", means: { intents: ["deny"] } },
      ],
    };
  },
  outsideZones: (_address: string | undefined, picture: Picture): Ask => ({
    text: `Maaf ${kak(picture)}, antaran kami belum sampai situ. Mau diambil di toko, atau saya tanyakan ke penjual dulu?`,
    question: { type: "fulfilment" },
    choices: [
      { label: "Ambil di toko", means: { fulfilment: "pickup" } },
      { label: "Tanya penjual", means: { intents: ["talk_to_human"] } },
    ],
  }),
  belowMinimum: (zone: DeliveryZone, goods: number, picture: Picture): Ask => ({
    text: `Untuk antar ke ${zone.name} minimal belanja ${rupiah(zone.minimumTotal)}, ${kak(picture)}; sekarang baru ${rupiah(goods)}. Mau tambah sesuatu, atau diambil di toko saja?`,
    question: { type: "basket" },
    choices: [
      { label: "Ambil di toko", means: { fulfilment: "pickup" } },
      { label: "Lihat menu", means: { intents: ["ask_menu"] } },
    ],
  }),

  whichBranch: (lines: readonly BasketLine[], picture: Picture): Ask =>
    askBranch(`Mau diambil di cabang mana, ${kak(picture)}?`, lines, picture),
  notAtBranch(branch: string, lines: readonly BasketLine[], picture: Picture): Ask {
    const name = picture.branches.find(({ id }) => id === branch)?.name ?? "cabang itu";
    const missing = shortages(lines, picture, branch).map(({ line, left }) => {
      const product = picture.products.get(line.sku);
      const what = product ? sayVariant(product, line.options) : line.sku;
      return left > 0 && product ? `${what} tinggal ${sayQuantity(left, product.unit)}` : `${what} habis`;
    });
    return askBranch(
      `Maaf ${kak(picture)}, di ${name} ${sayList(missing)}. Ambil di cabang lain, atau ubah jumlahnya?`,
      lines,
      picture,
    );
  },

  howToPay: (picture: Picture): Ask => ({
    text: `Mau bayar dengan apa, ${kak(picture)}?`,
    question: { type: "yesNo" },
    choices: [
      { label: "Transfer", means: { payment: "transfer" } },
      { label: "QRIS", means: { payment: "qris" } },
    ],
  }),
  tooMuchForCash: (zone: DeliveryZone, total: number, picture: Picture): Ask => ({
    text: `${zone.codLimit === 0 ? `Ke ${zone.name} belum bisa COD` : `COD ke ${zone.name} paling banyak ${rupiah(zone.codLimit ?? 0)}, sedangkan totalnya ${rupiah(total)}`}, ${kak(picture)}. Mau bayar transfer, QRIS, atau diambil di toko?`,
    question: { type: "yesNo" },
    choices: [
      { label: "Transfer", means: { payment: "transfer" } },
      { label: "QRIS", means: { payment: "qris" } },
      { label: "Ambil di toko", means: { fulfilment: "pickup" } },
    ],
  }),
  inWhoseName: (picture: Picture): Ask => ({ text: `Atas nama siapa, ${kak(picture)}?`, question: { type: "name" } }),
  phone: (picture: Picture): Ask => ({
    text: `Nomor HP yang bisa dihubungi kurir berapa, ${kak(picture)}?`,
    again: `Nomor HP-nya berapa, ${kak(picture)}?`,
    question: { type: "phone" },
    ...(picture.channel.requestPhone ? { request: "phone" as const } : {}),
  }),

  isThisRight: (summary: string, digest: string, picture: Picture): Ask => ({
    text: `${oneOf(picture, ["Ini pesanannya", "Saya bacakan lagi"])}, ${kak(picture)}:\n\n${summary}\n\nSudah benar? Balas "ya" dan langsung saya catat.`,
    question: { type: "confirm" },
    choices: [
      { label: "Ya, pesan", means: { intents: ["affirm"] } },
      { label: "Ubah", means: { intents: ["deny"] } },
    ],
    digest,
  }),
  whatToChange: (picture: Picture): Ask => ({
    text: `Bagian mana yang diubah, ${kak(picture)}? Tulis saja, misalnya "brownies jadi 3", "ambil di toko saja", atau "batal".`,
    question: { type: "basket" },
    choices: [{ label: "Batalkan pesanan", means: { intents: ["cancel_order"] } }],
  }),
  alreadyBegun: (number: string, picture: Picture): Ask => ({
    text: `Pesanan #${number} sudah mulai disiapkan, ${kak(picture)}, jadi perubahan perlu lewat penjual. Saya sambungkan?`,
    question: { type: "yesNo" },
    choices: [
      { label: "Ya, sambungkan", means: { intents: ["talk_to_human"] } },
      { label: "Tidak jadi", means: { intents: ["cancel_order"] } },
    ],
    yes: { intents: ["talk_to_human"] },
    no: { intents: ["cancel_order"] },
  }),

  cancelled: (number: string | undefined, picture: Picture) =>
    number
      ? `Baik ${kak(picture)}, pesanan #${number} tidak jadi diubah.`
      : `Baik ${kak(picture)}, pesanannya saya batalkan. Kalau mau pesan lagi, tinggal tulis ya.`,
  cancelStanding: (number: string, picture: Picture): Ask => ({
    text: `Pesanan #${number} masih jalan seperti biasa ya. Mau dibatalkan juga, ${kak(picture)}?`,
    question: { type: "yesNo" },
    choices: [
      { label: `Batalkan #${number}`, means: { intents: ["cancel_order"], orderNumber: number } },
      { label: "Biarkan", means: { intents: ["deny"] } },
    ],
    yes: { intents: ["cancel_order"], orderNumber: number },
  }),
  way: (fulfilment: "delivery" | "pickup", picture: Picture) =>
    fulfilment === "delivery" ? `Siap ${kak(picture)}, nanti diantar.` : `Siap ${kak(picture)}, nanti diambil di toko.`,
  noted: (what: string, picture: Picture) => `${what} sudah dicatat, ${kak(picture)}.`,
  startedOver: (picture: Picture) => `Oke ${kak(picture)}, kita mulai dari awal.`,
  postponed: (until: string | undefined, basket: boolean, picture: Picture) =>
    `Siap ${kak(picture)}, tidak apa-apa${until && !/^\d/.test(until) ? `, ditunggu ${until}-nya` : ""}. ${basket ? "Keranjangnya saya simpan, " : ""}tinggal chat lagi kalau sudah siap ya.`,
  thanks(draft: OrderDraft, picture: Picture): string {
    const thanks = botWords(picture, "placed", {});
    if (draft.payment === "cash_on_delivery")
      return `${thanks} Siapkan ${rupiah(draft.total)} tunai saat kurir datang ya.`;
    if (draft.payment === "cash_at_pickup") return `${thanks} Sampai ketemu di toko ya.`;
    const note = draft.payment === "transfer" ? picture.shop.paymentNote : undefined;
    const where = note ?? `Penjual akan mengirim ${draft.payment === "qris" ? "QRIS-nya" : "cara bayarnya"} di sini.`;
    return `${thanks} Totalnya ${rupiah(draft.total)}. ${where}`;
  },
  changed: (number: string, picture: Picture) => `Siap ${kak(picture)}, pesanan #${number} sudah diubah.`,
  largeOrder: (picture: Picture) =>
    `Karena pesanannya besar, penjual cek dulu lalu mengabari, ${kak(picture)}. ${answeredBy(picture)}`,
  noBranch: (picture: Picture): Ask => ({
    text: `Maaf ${kak(picture)}, toko belum siap menerima pesanan lewat sini. Saya sambungkan ke penjual?`,
    question: { type: "yesNo" },
    choices: [{ label: "Ya, sambungkan", means: { intents: ["talk_to_human"] } }],
    yes: { intents: ["talk_to_human"] },
    no: { intents: ["cancel_order"] },
  }),
};

function askBranch(text: string, lines: readonly BasketLine[], picture: Picture, refused?: string): Ask {
  const places = picture.branches.filter(({ id, pickup }) => pickup && id !== refused);
  const stocked = places.filter(({ id }) => shortages(lines, picture, id).length === 0);
  const offered = (stocked.length ? stocked : places).slice(0, 9);
  return {
    text: `${text}\n${offered.map(({ name, address }) => `• ${name}: ${address}`).join("\n")}`,
    question: { type: "branch" },
    choices: offered.map(({ id, name }) => ({ label: name, means: { branch: id } })),
  };
}

function sayLine(line: BasketLine, picture: Picture): string {
  const product = picture.products.get(line.sku);
  return product ? `${sayVariant(product, line.options)} ${sayAsAsked(line.quantity, product, line.unit)}` : line.sku;
}

function sayZone({ name, fee }: DeliveryZone): string {
  return `• ${name}: ongkir ${fee ? rupiah(fee) : "gratis"}`;
}
