import type { OrderStatus } from "./order.ts";
import type { StepReason } from "./step-reason.ts";

/** What a seller presses to bring an order to a status. */
export const stepWords: Readonly<Record<OrderStatus, string>> = {
  placed: "Baru",
  accepted: "Terima",
  preparing: "Mulai siapkan",
  ready: "Sudah siap",
  out_for_delivery: "Antar sekarang",
  completed: "Selesai, sudah dibayar",
  failed_delivery: "Gagal diantar",
  cancelled: "Batalkan",
};

/** Why an order was cancelled or did not reach its customer, as staff pick it. */
export const stepReasonWords: Readonly<Record<StepReason, string>> = {
  out_of_stock: "Barang habis",
  customer_asked: "Pembeli yang minta",
  unreachable: "Tidak bisa dihubungi",
  outside_area: "Di luar jangkauan",
  duplicate: "Tercatat dua kali",
  closed: "Toko tutup",
  nobody_home: "Tidak ada orang",
  no_answer: "Telepon tidak diangkat",
  address_not_found: "Alamat tidak ketemu",
  refused: "Ditolak penerima",
  no_cash: "Uangnya belum ada",
  another_time: "Minta lain waktu",
  other: "Lainnya",
};
