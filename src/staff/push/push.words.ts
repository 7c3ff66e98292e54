import type { PushNews } from "./push-news.ts";

/** What a notification says, without a customer's name, number or words. */
export const pushWords: Readonly<Record<PushNews["type"], (count: number) => string>> = {
  waiting: (count) => `${count} pelanggan menunggu`,
  stillWaiting: (count) => `${count} pelanggan masih menunggu`,
  calls: (count) => `${count} telepon jatuh tempo`,
  orders: (count) => `${count} pesanan baru`,
  declined: (count) => `${count} pesanan tidak jadi diganti`,
};
