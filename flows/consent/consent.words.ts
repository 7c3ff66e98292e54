/** Sentences about promos wanted or not. */
export const consentWords = {
  stopped: (kak: string) => `Siap ${kak}, tidak akan ada promo lagi. Pesanan tetap bisa kapan saja ya.`,
  started: (kak: string, shop: string) =>
    `Siap ${kak}, kalau ada promo ${shop} nanti dikabari di sini. Mau berhenti, cukup tulis "stop promo".`,
};
