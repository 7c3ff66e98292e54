/** Said with an order that the shop confirms by a call before it begins: in a moment, or at the time named. */
export const callsFirst = (kak: string, when?: string) =>
  `Sebelum disiapkan, kami telepon ${kak} ${when ?? "sebentar"} ya untuk memastikan pesanannya 🙏`;

/** Said when a turn cannot be taken, so that nobody is left without an answer. */
export const turnFailed = (answered: string) => `Maaf ya Kak, sebentar 🙏 Saya panggilkan orang toko dulu. ${answered}`;

/** Said when the shop could not carry out what was agreed, three times in a row. */
export const refusedThrice = (answered: string) =>
  `Maaf Kak, pesanannya belum bisa saya catat sendiri 🙏 Saya panggilkan orang toko ya. ${answered}`;
