/** `0812-3456-7890`, as numbers are read out in Indonesia; numbers from abroad as they are. */
export function sayPhone(phone: string): string {
  const digits = /^\+62(\d{8,13})$/.exec(phone)?.[1];
  if (digits === undefined) return phone;
  return `0${digits}`.replace(/^(\d{4})(\d{4})(\d{1,})$/, "$1-$2-$3");
}

/** What a customer reads of a seller's tries to reach them by phone. */
export const callNews = {
  /** `again` is the time of the next try */
  noAnswer: (kak: string, phone: string | null, again: string) =>
    `${kak}, barusan kami telepon${to(phone)} belum terangkat. Nanti kami coba lagi ${again} ya. Kalau lebih enak lewat chat, tulis saja di sini.`,
  gaveUp: (kak: string, phone: string | null) =>
    `${kak}, beberapa kali kami telepon${to(phone)} belum tersambung 🙏 Kami tidak ganggu lagi ya. Kapan saja siap, tulis di sini atau minta ditelepon lagi.`,
  wrongNumber: (kak: string, phone: string | null) =>
    `${kak}, nomor${phone === null ? " yang kami telepon" : ` ${sayPhone(phone)}`} ternyata bukan nomor ${kak} 🙏 Kalau masih mau ditelepon, tulis “telepon” dan nomor yang benar di sini ya.`,
  /** Where a person holds the chat; the bot asks in words of its own */
  confirmUnreached: (kak: string, phone: string | null) =>
    `${kak}, beberapa kali kami telepon${to(phone)} belum tersambung 🙏 Pesanannya masih kami simpan dan menunggu kabar ${kak}. Jadi dipesan? Balas di sini saja ya.`,
  confirmWrongNumber: (kak: string, phone: string | null) =>
    `${kak}, nomor${phone === null ? " yang kami telepon" : ` ${sayPhone(phone)}`} ternyata bukan nomor ${kak} 🙏 Pesanannya masih kami simpan. Tulis nomor yang benar di sini, atau balas “ya, jadi” kalau jadi dipesan ya.`,
};

function to(phone: string | null): string {
  return phone === null ? "" : ` ke ${sayPhone(phone)}`;
}
