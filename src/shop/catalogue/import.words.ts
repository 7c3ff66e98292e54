import { MOST_LETTERS, type wordingProblem } from "../settings/bot-words.ts";
import type { ImportChange, ImportRemark, ImportReport } from "./import-report.ts";

type Remark = Omit<ImportRemark, "row" | "field">;

/** What an import tells the shopkeeper. */
export const words = {
  notJson: (why: string): Remark => ({
    what: `bukan JSON yang utuh (${why})`,
    fix: "cek tanda kutip, koma, dan kurung di sekitar situ",
  }),
  notCsv: (why: string): Remark => ({
    what: `CSV-nya tidak terbaca (${why})`,
    fix: "simpan ulang sebagai CSV UTF-8 dengan koma atau titik koma",
  }),
  missing: { what: "belum diisi", fix: "isi dulu kolom ini" },
  wrongType: (expected: string): Remark => ({
    what: `isinya harus ${expected}`,
    fix: "lihat contoh di docs/catalogue-format.md",
  }),
  tooSmall: (least: string): Remark => ({ what: `terlalu kecil, paling sedikit ${least}`, fix: "perbaiki angkanya" }),
  tooBig: (most: string): Remark => ({ what: `terlalu besar, paling banyak ${most}`, fix: "perbaiki angkanya" }),
  unreadable: { what: "isinya tidak terbaca", fix: "lihat contoh di docs/catalogue-format.md" },
  noShop: (id: string, known: string): Remark => ({
    what: `tidak ada toko "${id}" di berkas ini`,
    fix: `pilih salah satu: ${known}`,
  }),
  whichShop: (known: string): Remark => ({
    what: "berkas ini berisi lebih dari satu toko",
    fix: `pilih dengan --shop: ${known}`,
  }),
  twice: (value: string): Remark => ({
    what: `"${value}" sudah dipakai di baris lain`,
    fix: "pakai nama atau kode yang berbeda",
  }),
  badSku: { what: 'SKU tidak boleh memakai "/" atau "?"', fix: "pakai huruf, angka, dan tanda hubung" },
  badValue: { what: 'pilihan tidak boleh bernama "?"', fix: "beri nama yang dikenal pembeli" },
  baseUnit: (unit: string): Remark => ({
    what: `isi "${unit}" harus 1 karena itu satuan dasarnya`,
    fix: `tulis "${unit}": 1 atau hapus`,
  }),
  tooFine: {
    what: "lebih halus dari seperseribu satuan dasar",
    fix: "bulatkan, atau pakai satuan dasar yang lebih kecil",
  },
  noValue: (value: string): Remark => ({
    what: `tidak ada pilihan "${value}" di produk ini`,
    fix: "samakan tulisannya dengan nilai di options",
  }),
  noBranch: (code: string): Remark => ({ what: `tidak ada cabang "${code}"`, fix: "samakan dengan kode di branches" }),
  branchGone: {
    what: "cabang yang mengantar ke sini tidak ada lagi",
    fix: "pindahkan dulu wilayah antarnya ke cabang lain (di berkas: tulis juga zones)",
  },
  noVariant: (variant: string): Remark => ({
    what: `tidak ada varian "${variant}"`,
    fix: "tulis semua pilihan berurutan, dipisah garis miring",
  }),
  badZone: (zone: string): Remark => ({
    what: `zona waktu "${zone}" tidak dikenal`,
    fix: "pakai Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura",
  }),
  badHours: (text: string): Remark => ({
    what: `jam buka "${text}" tidak terbaca`,
    fix: "tulis seperti: Senin-Sabtu 08.00-17.00, Minggu tutup",
  }),
  hoursAssumed: (text: string): Remark => ({
    what: text
      ? `jam buka "${text}" tidak terbaca, jadi dianggap buka 24 jam`
      : "jam buka belum diisi, jadi dianggap buka 24 jam",
    fix: "tulis seperti: Senin-Sabtu 08.00-17.00, Minggu tutup",
  }),
  lastBranch: { what: "toko perlu paling sedikit satu cabang", fix: "tambah cabang lain dulu" },
  spansOverlap: (said: string): Remark => ({
    what: `jam buka ${said} bertumpuk`,
    fix: "buat jam kedua mulai setelah jam pertama selesai",
  }),
  badWording: (problem: NonNullable<ReturnType<typeof wordingProblem>>): Remark => {
    switch (problem.type) {
      case "unknown":
        return { what: "bot tidak punya kalimat ini", fix: "lihat daftarnya di Kata-kata bot" };
      case "tooLong":
        return { what: "kalimatnya terlalu panjang", fix: `paling panjang ${MOST_LETTERS} huruf` };
      case "place":
        return { what: `{${problem.place}} tidak dikenal di kalimat ini`, fix: "pakai isian yang ditawarkan saja" };
      case "brace":
        return { what: "kurung kurawalnya tidak lengkap", fix: "tulis isian seperti {kak}, atau hapus kurungnya" };
    }
  },
  stockNeedsVariant: {
    what: "stok produk yang punya pilihan harus per varian, jadi stoknya belum dihitung",
    fix: 'tulis seperti {"utama": {"hitam/L": 5}}',
  },
  stockPromised: (onHand: number, reserved: number): Remark => ({
    what: `stok ${onHand} lebih kecil dari ${reserved} yang sudah dijanjikan ke pesanan`,
    fix: "naikkan stoknya, atau batalkan pesanannya dulu",
  }),
  stockKept: {
    what: "stoknya tetap dihitung karena masih ada yang dijanjikan ke pesanan",
    fix: "impor lagi setelah pesanannya selesai",
  },
  noShopYet: { what: "belum ada toko di basis data ini", fix: "impor berkas JSON dulu, atau jalankan toko sekali" },
  unknownColumn: {
    what: "kolom ini tidak dikenal, jadi diabaikan",
    fix: "lihat nama kolom di docs/catalogue-format.md",
  },
  priceByTwoOptions: {
    what: "harga varian berbeda menurut lebih dari satu pilihan",
    fix: "di CSV harga hanya boleh beda menurut satu pilihan; selain itu pakai JSON",
  },
  conflicting: (column: string): Remark => ({
    what: `kolom ${column} berbeda dari baris pertama produk ini`,
    fix: "samakan, atau kosongkan di baris varian",
  }),
  notANumber: (text: string): Remark => ({
    what: `"${text}" bukan angka`,
    fix: "tulis angka saja, mis. 25000 atau 1,5",
  }),
} as const;

const KINDS: Readonly<Record<ImportChange["kind"], string>> = {
  shop: "toko",
  branch: "cabang",
  zone: "zona",
  product: "produk",
  stock: "stok",
};
const DONE: Readonly<Record<ImportChange["what"], string>> = {
  added: "baru",
  changed: "berubah",
  withdrawn: "ditarik",
};

/** The report as lines to print. */
export function sayReport(report: ImportReport): string {
  const { problems, notes, changes, unchanged, dryRun } = report;
  const remark = ({ row, field, what, fix }: ImportRemark) => `  ${row}${field ? `, ${field}` : ""}: ${what} → ${fix}`;
  const change = ({ kind, key, name, what, fields }: ImportChange) =>
    `  ${DONE[what].padEnd(7)} ${KINDS[kind]} ${key}${name && name !== key ? ` ${name}` : ""}${fields.length > 0 ? ` (${fields.join(", ")})` : ""}`;
  return [
    ...(problems.length > 0
      ? ["Belum ada yang diimpor, masih ada yang perlu dibetulkan:", ...problems.map(remark)]
      : []),
    ...(notes.length > 0 ? ["Catatan:", ...notes.map(remark)] : []),
    ...(changes.length > 0
      ? [dryRun ? "Kalau diimpor, ini yang berubah:" : "Yang berubah:", ...changes.map(change)]
      : []),
    ...(problems.length === 0 ? [`${changes.length} berubah, ${unchanged} tetap.`] : []),
  ].join("\n");
}
