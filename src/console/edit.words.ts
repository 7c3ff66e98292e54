import type { ImportRemark } from "../shop/catalogue/import-report.ts";

/** What somebody who edits the shop is told. */
export const editWords = {
  changed: (fields: readonly string[]): string =>
    fields.length > 0
      ? `Baru saja diubah orang lain: ${fields.map(fieldName).join(", ")}. Yang terbaru sudah ditampilkan; ubah lagi dari situ, ya.`
      : "Baru saja diubah orang lain. Yang terbaru sudah ditampilkan; ubah lagi dari situ, ya.",
  gone: "Ini baru saja dihapus orang lain, atau isiannya sudah usang. Muat ulang dulu, ya.",
  promised: "Stoknya lebih kecil dari yang sudah dijanjikan ke pesanan. Naikkan, atau batalkan pesanannya dulu.",
  noPicture: "Fotonya harus JPG, PNG, atau WebP yang utuh, paling besar 2 MB dan 4096 piksel tiap sisi.",
  problem: ({ field, what, fix }: ImportRemark): string => `${field ? `${fieldName(field)}: ` : ""}${what}; ${fix}.`,
};

/** A field in words by its name in a catalogue file: `options[0].values` is about the choices. */
function fieldName(field: string): string {
  const [root = field] = field.split(/[.[]/, 1);
  return FIELDS[root] ?? field;
}

const FIELDS: Readonly<Record<string, string>> = {
  name: "Nama",
  sku: "Kode",
  code: "Kode",
  aliases: "Nama lain",
  description: "Keterangan",
  category: "Kategori",
  unit: "Satuan",
  units: "Satuan lain",
  price: "Harga",
  options: "Pilihan",
  minimum: "Pesanan minimal",
  leadDays: "Hari pesan sebelumnya",
  madeToOrder: "Dibuat sesuai pesanan",
  kind: "Jenis toko",
  city: "Kota",
  timeZone: "Zona waktu",
  phone: "Telepon",
  address: "Alamat",
  about: "Tentang toko",
  fulfilment: "Cara terima",
  asks: "Yang ditanyakan bot",
  paymentNote: "Catatan pembayaran",
  privacy: "Kata-kata privasi",
  hours: "Jam buka",
  holidays: "Hari khusus",
  pickup: "Ambil sendiri",
  dailyCapacity: "Kapasitas sehari",
  latitude: "Titik peta",
  longitude: "Titik peta",
  branch: "Cabang",
  areas: "Daerah",
  fee: "Ongkir",
  codLimit: "Batas COD",
  minimumTotal: "Belanja minimal",
  freeFrom: "Gratis ongkir mulai",
  minutes: "Perkiraan menit",
  words: "Kalimat",
};
