import type { Doors } from "../../../web/shop-front.ts";

/** Everything the customer's chat page says of its own accord. */
export const words = {
  title: (shop: string) => `${shop} · pesan lewat obrolan`,
  loading: "Sebentar ya, obrolannya dibuka dulu…",
  thread: (shop: string) => `Obrolan dengan ${shop}`,
  you: "Kakak",
  shop: "Toko",
  seller: "Penjual",
  write: "Tulis pesan",
  placeholder: "Tulis pesan, Kak…",
  send: "Kirim",
  person: "Hubungi orang",
  personMessage: "Saya mau bicara dengan orang",
  location: "Kirim lokasi saya",
  locationFailed: "Lokasinya belum bisa dibaca. Ketik saja alamatnya ya, Kak.",
  picture: "Foto dari toko",
  map: "Lihat di peta",
  typing: "Toko sedang mengetik…",
  waitingPerson: "Orang toko sudah dipanggil. Sambil menunggu, tulis saja di sini.",
  withPerson: "Kakak sedang mengobrol dengan orang toko.",
  unsent: "Menunggu koneksi, nanti dikirim sendiri",
  sending: "Mengirim…",
  offline: "Koneksi terputus. Pesan Kakak disimpan dan dikirim begitu tersambung lagi.",
  refused: "Tidak terkirim",
  again: "Kirim lagi",
  drop: "Hapus",
  earlier: "Lihat pesan sebelumnya",
  newest: "Ke pesan terbaru",
  pickupQr: (code: string) => `QR kode ambil ${code}`,
  showQr: "Tunjukkan ini waktu ambil di toko",
  order: "Pesanan",
  renewed: "diperbarui di bawah",
  choices: "Pilihan jawaban",
  tooLong: (most: number) => `Paling banyak ${most.toLocaleString("id-ID")} huruf ya, Kak.`,
  today: "Hari ini",
  yesterday: "Kemarin",
} as const;

/** `Buka sampai 21.00`, `Tutup, buka besok 08.00` */
export function doorsLine({ open, at, days = 0 }: Doors): string {
  if (open) return `Buka sampai ${at}`;
  if (at === undefined) return "Sedang tutup";
  if (days === 0) return `Tutup, buka nanti ${at}`;
  return days === 1 ? `Tutup, buka besok ${at}` : `Tutup, buka ${days} hari lagi pukul ${at}`;
}

const DAY_MS = 86_400_000;

/** `14.05` */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** `Hari ini`, `Kemarin`, `Selasa, 3 Maret` */
export function dayName(at: number, now: number): string {
  const day = (instant: number) => new Date(instant).toDateString();
  if (day(at) === day(now)) return words.today;
  if (day(at) === day(now - DAY_MS)) return words.yesterday;
  return new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long" }).format(at);
}
