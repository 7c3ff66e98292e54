/** What the list of choices is opened with. At most 20 letters. */
export const LIST_KEY = "Lihat pilihan";

/** Why a message did not go out, for staff. */
export const reasons = {
  windowClosed: "Lewat 24 jam sejak pelanggan terakhir menulis; WhatsApp hanya mengizinkan template",
  notForTemplate: "Lewat 24 jam sejak pelanggan terakhir menulis; pesan ini tidak boleh dikirim dengan template",
  tooLongForTemplate: "Lewat 24 jam sejak pelanggan terakhir menulis, dan pesannya terlalu panjang untuk template",
  badToken: "WhatsApp menolak token akses; buat token baru lalu isi WHATSAPP_CLOUD_TOKEN",
  noPermission: "Token WhatsApp tidak berhak atas nomor ini; beri izin whatsapp_business_messaging",
  accountLocked: "WhatsApp membatasi akun ini; lihat pemberitahuan di WhatsApp Manager",
  unknownNumber: "WhatsApp tidak mengenal nomor ini; periksa WHATSAPP_CLOUD_PHONE_NUMBER_ID",
  notRegistered: "Nomor ini belum terdaftar di WhatsApp Cloud API",
} as const;

const byCode = new Map<number, string>([
  [131026, "Pelanggan tidak bisa menerima pesan WhatsApp dari nomor ini"],
  [131030, "Nomor pelanggan belum didaftarkan sebagai nomor uji coba di aplikasi Meta"],
  [131042, "Pembayaran akun WhatsApp bermasalah; periksa tagihan di WhatsApp Manager"],
  [131047, reasons.windowClosed],
  [131049, "WhatsApp menahan pesan ini supaya pelanggan tidak terlalu banyak menerima promo"],
  [131050, "Pelanggan sudah minta berhenti menerima promo"],
  [131051, "WhatsApp tidak mendukung jenis pesan ini"],
  [131053, "WhatsApp tidak bisa memakai gambarnya"],
  [130472, "WhatsApp menahan pesan ini (uji coba dari WhatsApp)"],
  [130497, "WhatsApp tidak mengizinkan pesan ke negara pelanggan"],
  [131031, reasons.accountLocked],
  [368, reasons.accountLocked],
  [132000, "Template harus punya tepat satu isian teks"],
  [132001, "Template tidak ditemukan dalam bahasa itu; periksa WHATSAPP_CLOUD_TEMPLATE"],
  [132005, "Pesan terlalu panjang untuk template"],
  [132007, "Isi pesan tidak boleh dikirim dengan template"],
  [132012, "Isian template tidak cocok"],
  [132015, "Template sedang dijeda oleh WhatsApp"],
  [132016, "Template dinonaktifkan oleh WhatsApp"],
]);

/** One such message means little: an old app, terms not accepted yet, perhaps a block. WhatsApp does not say which. */
export const CANNOT_RECEIVE = 131026;

/** The reason of a message that the customer could not receive, as it stands with its row. */
export const UNREACHED = failureWords(CANNOT_RECEIVE, undefined);

/** Why WhatsApp could not deliver, for staff: in our words where the code is known, else in the platform's. */
export function failureWords(code: number | undefined, title: string | undefined): string {
  const known = code === undefined ? undefined : byCode.get(code);
  if (known !== undefined) return code === undefined ? known : `${known} (${code})`;
  return ["WhatsApp tidak bisa mengirimnya:", code, title].filter((part) => part !== undefined).join(" ");
}
