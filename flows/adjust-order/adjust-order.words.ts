import type { Picture } from "#flow";
import { rupiah, sayQuantity } from "../../src/shop/catalogue/catalogue.words.ts";
import { changesOf, type OfferedChange, type SeenOffer } from "../../src/shop/order/offer.ts";
import { kak } from "../words.ts";

/** Sentences about something that staff offer in place of what an order has. */
export const adjustOrderWords = {
  yes: "Oke, ganti",
  no: "Jangan, tetap",
  cancel: "Batalkan pesanan",
  gist: (number: string) => `pengganti barang untuk pesanan #${number}`,
  offered: (seen: SeenOffer, picture: Picture) => `${shown(seen, picture)}\n\nBoleh, ${kak(picture)}?`,
  /** Said by a person, who hears the answer */
  said: (seen: SeenOffer, picture: Picture) =>
    `${shown(seen, picture)}\n\nBoleh ya, ${kak(picture)}? Balas di sini saja.`,
  accepted: ({ order, offer }: SeenOffer, picture: Picture) =>
    `Siap ${kak(picture)}, pesanan #${order.number} sudah kami ganti. Totalnya jadi ${rupiah(offer.total)}. Terima kasih sudah maklum 🙏`,
  declined: (number: string, picture: Picture) =>
    `Baik ${kak(picture)}, pesanan #${number} tidak kami ganti. Penjual segera mengabari kelanjutannya ya 🙏`,
  cancelled: (number: string, picture: Picture) =>
    `Baik ${kak(picture)}, pesanan #${number} kami batalkan. Maaf ya barangnya tidak ada 🙏`,
  gone: (name: string, number: string, picture: Picture) =>
    `Aduh maaf ${kak(picture)}, ${name} barusan keburu habis 🙏 Pesanan #${number} belum kami ubah. Penjual sudah kami kabari dan segera menghubungi ya.`,
  toSeller: (number: string, picture: Picture) =>
    `Saya teruskan ke penjual dulu ya ${kak(picture)}, soal pesanan #${number}.`,
  over: (picture: Picture) => `${kak(picture)}, penggantian itu sudah tidak berlaku ya. Ada lagi yang bisa dibantu?`,
  /** What became of an offer, to who answers it once more, or too late */
  state: ({ state, order: { number } }: SeenOffer, picture: Picture): string => {
    switch (state) {
      case "open":
        return `Yang itu sudah kami ganti dengan penawaran baru ya ${kak(picture)}.`;
      case "accepted":
        return `Iya ${kak(picture)}, pesanan #${number} sudah kami ganti 👍`;
      case "refused":
        return `Iya ${kak(picture)}, pesanan #${number} tidak kami ganti.`;
      case "failed":
        return `Maaf ${kak(picture)}, barang penggantinya sudah habis. Pesanan #${number} belum kami ubah.`;
      case "withdrawn":
      case "lapsed":
        return `Maaf ${kak(picture)}, penggantian untuk pesanan #${number} sudah tidak berlaku. Pesanannya tidak kami ubah ya.`;
    }
  },
  settled: (seen: SeenOffer, state: "accepted" | "refused" | "withdrawn", picture: Picture): string => {
    if (state === "accepted") return adjustOrderWords.accepted(seen, picture);
    if (state === "refused") return adjustOrderWords.declined(seen.order.number, picture);
    return `${kak(picture)}, soal ganti barang tadi tidak jadi ya. Pesanan #${seen.order.number} tetap seperti semula 🙏`;
  },
};

/** What would change, old to new, and the new total. */
function shown({ order, offer }: SeenOffer, picture: Picture): string {
  const why = offer.note ? `: ${offer.note}` : " ada yang tidak tersedia";
  const fee = offer.fee === order.fee ? "" : ` (ongkir ${offer.fee === 0 ? "gratis" : rupiah(offer.fee)})`;
  const total =
    offer.total === order.total
      ? `Totalnya tetap ${rupiah(order.total)}.`
      : `Total: ${rupiah(order.total)} → ${rupiah(offer.total)}${fee}`;
  return [
    `Maaf ${kak(picture)}, pesanan #${order.number}${why} 🙏`,
    "Kalau berkenan, kami ganti begini:",
    ...changesOf(order.lines, offer.lines).map((change) => `• ${sayChange(change)}`),
    total,
  ].join("\n");
}

/** "2 loyang Brownies Keju → 2 loyang Brownies Coklat (Rp110.000 → Rp100.000)" */
function sayChange({ from, to }: OfferedChange): string {
  if (!from) return to ? `tambah ${goods(to)} (${rupiah(to.amount)})` : "";
  if (!to) return `${goods(from)} → tidak jadi (−${rupiah(from.amount)})`;
  const cost = from.amount === to.amount ? rupiah(to.amount) : `${rupiah(from.amount)} → ${rupiah(to.amount)}`;
  const after = from.sku === to.sku ? sayQuantity(to.quantity, to.unit) : goods(to);
  return `${goods(from)} → ${after} (${cost})`;
}

function goods({ name, quantity, unit }: { readonly name: string; readonly quantity: number; readonly unit: string }) {
  return `${name} ${sayQuantity(quantity, unit)}`;
}
