import { type IntentRule, rule } from "./intent-rule.ts";

/**
 * Rules for paying, sending and the shop's own hours and place.
 * Every pattern is a bounded walk along the words of a script. Source: written for this project.
 */
export const PAYMENT_RULES: readonly IntentRule[] = [
  // Paying
  rule(
    "confirm_payment",
    / (sudah|barusan|tadi|telah|done|selesai|sukses|berhasil|habis)( \S+){0,3} (transfer|bayar|lunas|dp|qris|kirim M|kirim uang\w*|kirim duit\w*|kirim dana\w*)( |$)/,
    / (belum|kapan|nanti|kalau|mau)( \S+){0,1} (transfer|bayar)| habis (ini|itu)( \S+){0,1} (transfer|bayar)| sudah (bisa|termasuk|boleh)|\bbayar (di|pas) |sudah( \S+){0,2} (transfer|bayar)( \S+){0,2} (berapa|kemana|mana|belum) /,
  ),
  rule(
    "confirm_payment",
    / (transfer|bayar|pembayaran|lunas|dp)( \S+){0,2} (sudah|barusan|tadi|masuk|berhasil|sukses|done|beres)( |$)/,
    / (kalau|nanti|setelah) (\S+ )?(transfer|bayar)| bayar( \S+)? (pas|kalau|waktu|setelah|di) | belum| (bisa|boleh) | sudah (bisa|termasuk)/,
  ),
  rule(
    "confirm_payment",
    / (bukti|struk|resi)( \S+){0,1} (transfer|bayar|tf|pembayaran|pembayarannya)( |$)|(ini|berikut|terlampir) (bukti|buktinya|struk)| sudah lunas/,
    / kirim bukti | (minta|mana|perlu) /,
  ),
  rule(
    "ask_payment",
    / (rekening|qris|ovo|gopay|dana|shopeepay|linkaja|spay|debit|kredit|kartu|paylater|va|virtual|m-banking|bca|bri|mandiri|bni|bsi|seabank)( \S+){0,4} (\?|berapa|apa|mana|bisa|boleh|ada|tidak|nomor|no|minta|kirim)( |$)/,
    / sudah( \S+){0,2} (transfer|bayar)/,
  ),
  rule(
    "ask_payment",
    / (minta|kirim|berapa|bisa|boleh|mana|no|nomor|ada|lewat|pakai|share|bagi|apa|tolong|via|ke)( \S+){0,3} (rekening|qris|ovo|gopay|shopeepay|spay|va|debit|kartu kredit|paylater|bca|bri|mandiri|bni|bsi)( |$)/,
    / sudah( \S+){0,3} (transfer|bayar)/,
  ),
  rule("ask_payment", /^ rekening( \S+){0,2} $/),
  rule(
    "ask_payment",
    / (bayar|transfer)( \S+){0,2} (gimana|mana|kemana|apa|lewat|kapan|dulu|bisa|boleh|ke siapa)( |$)/,
    / (sudah|barusan|nanti|pas|bentar|sebentar|W|habis ini) (\S+ )?(bayar|transfer)|bayar (di|pas) | dulu (baru|terus)/,
  ),
  rule(
    "ask_payment",
    / (gimana|bisa|boleh|harus|cara|apa|perlu|kemana)( \S+){0,1} (bayar|transfer|dp|nyicil|cicil|kasbon|utang|hutang|ngutang|bon|tempo)( |$)/,
    / bayar (di tempat|di rumah|pas|kalau|waktu|di sini|ditempat|setelah|cod|sampai)| sudah /,
  ),
  rule("ask_payment", / dp( \S+){0,2} (berapa|dulu|\?)| (pembayaran|pembayarannya) /, / sudah /),
  // Cash on delivery as a question
  rule("ask_cod", / (bisa|boleh|ada|terima|apa|melayani|support|menerima|nerima)( \S+){0,2} cod( |$)/),
  rule(
    "ask_cod",
    / cod( \S+){0,4} (\?|bisa|boleh|tidak|gimana|mana|berapa|ada|apa)( |$)/,
    / (aja|ya) (bisa )?(kirim|antar)? ?$| tidak bisa transfer| cod (aja|ya) |tidak usah/,
  ),
  rule(
    "ask_cod",
    / (bisa|boleh|apa|gimana)( \S+){0,2} bayar( \S+){0,3} (tempat|ditempat|rumah|lokasi|proyek|sampai|datang|terima|kurir|diterima)( |$)/,
  ),
  rule(
    "ask_cod",
    / bayar( \S+){0,3} (tempat|ditempat|rumah|lokasi|proyek|sampai|datang|terima|kurirnya|kirim)( \S+){0,2} (\?|bisa|boleh|tidak|kan)( |$)| (sampai|datang|terima|dulu)( \S+){0,1} (baru )bayar( \S+){0,1} (\?|bisa|boleh|tidak)( |$)/,
  ),
  // Delivery as a question
  rule(
    "ask_shipping_cost",
    / ongkir( |$)/,
    / (sudah|termasuk|include|free|bayar|plus|tambah|pakai) ongkir (ya|aja) ?$| (sudah|barusan)( \S+){0,3} (transfer|bayar) /,
  ),
  rule(
    "ask_shipping_cost",
    / (kirim|biaya|transport|ekspedisi|antarnya|kirimnya|tarif)( \S+){0,4} (berapa|bayar lagi|kena)( |$)/,
    / berapa (lama|hari|jam|minggu) | kapan /,
  ),
  rule(
    "ask_shipping_cost",
    / (kena|berapa|biaya)( \S+){0,2} (transport|biaya kirim|kirimnya|kirim|jasa kirim|antar)( |$)/,
    / berapa (lama|hari|jam) |sampai berapa/,
  ),
  rule(
    "ask_shipping_cost",
    / (bisa|boleh|melayani|terima|sampai|layanin|dapat)( \S+){0,1} kirim( \S+){0,1} (ke|luar|sampai|daerah|area|antar|A|wilayah)( |$)/,
    / kirim W /,
  ),
  rule(
    "ask_shipping_cost",
    / kirim( \S+){0,1} (ke|luar|sampai|A)( \S+){0,4} (\?|bisa|boleh|tidak)( |$)/,
    / (sudah|belum|tidak) (di)?kirim | jam | kalau | ya ?[?]? ?$/,
  ),
  rule(
    "ask_shipping_cost",
    / (kurir|ekspedisi|ekspedisinya) (apa|apa aja|mana)| (pakai|lewat) (kurir|ekspedisi) (apa|\?)|pakai apa kirim| (area|daerah|jangkauan|wilayah|radius)( \S+){0,4} (\?|bisa|kena|masuk|mana|tidak|berapa|terjangkau|kejangkau|jangkau)( |$)/,
    / cod /,
  ),
  rule(
    "ask_shipping_cost",
    / (bisa|boleh|ada|pakai)( \S+){0,2} kurir( \S+){0,2} (\?|tidak|bisa)( |$)/,
    / ambil | sudah | bayar /,
  ),
  rule(
    "ask_delivery_time",
    / (berapa|brp) (lama|hari|jam|minggu|menit)( \S+){0,4} (sampai|kirim|jadi|proses|prosesnya|selesai|buat|pengerjaan|datang|estimasi|po|ke|tunggu|nunggu|pengiriman)( |$)/,
    / (tahan|awet|kuat|expired|simpan) /,
  ),
  rule(
    "ask_delivery_time",
    / (sampai|kirim|jadi|proses|prosesnya|selesai|estimasi|estimasinya|po|ponya|pengerjaan|pengerjaannya|nunggu|pembuatan|datang|pengiriman|buat|pesan|kerja|ngerjain)( \S+){0,4} (berapa|brp) (lama|hari|jam|minggu|menit)/,
    / (tahan|awet|buka|simpan|kuat) | umur /,
  ),
  rule(
    "ask_delivery_time",
    / (kapan|iraha|jam berapa|hari apa)( \S+){0,3} (sampai|kirim|jadi|selesai|datang|dateng|diantar|bisa ambil|siap)( |$)/,
    / (pesanan|paket|paketnya|barangnya) | buka |stok|ready/,
  ),
  rule(
    "ask_delivery_time",
    / (sampai|kirim|jadi|selesai|datang|siap|pengiriman)( \S+){0,2} (kapan|jam berapa|hari apa)( |$)/,
    / (pesanan|paket|paketnya|barangnya) | buka/,
  ),
  rule(
    "ask_delivery_time",
    / (bisa|boleh|sempat|keburu|kekejar|cukup|apa)( \S+){0,4} (jadi|selesai|sampai|kirim|datang|ambil|dateng|siap|cuci|dikerjain|service)( \S+){0,3} W( \S+){0,3} (\?|tidak|bisa)/,
  ),
  rule(
    "ask_delivery_time",
    / (jadi|selesai|sampai|kirim|datang|ambil|dateng|siap|cuci)( \S+){0,3} W( \S+){0,3} (bisa|keburu|sempat|kekejar)( tidak)?( \S+){0,2} $/,
  ),
  rule(
    "ask_delivery_time",
    / W( \S+){0,4} (bisa|keburu|sempat)( \S+){0,1} (jadi|selesai|sampai|kirim|datang|dateng|siap|tidak|\?)/,
    / (buka|tutup|telepon|cod|ambil) /,
  ),
  rule(
    "ask_delivery_time",
    / (sameday|same day|instan|instant|kilat|express|ekspres|langsung jadi|bisa ditunggu|lead time|h-?X|mendadak|dadakan)( |$)/,
    / (mie|kopi|instant) P/,
  ),
  rule(
    "ask_delivery_time",
    / h (- )?berapa( |$)| berapa (hari|lama|minggu) (sebelum|sebelumnya)( |$)| sebelum hari h /,
  ),
  rule("ask_delivery_time", / pesan W( \S+){0,2} (bisa|jadi|sampai|kirim|ambil)( \S+){0,2} W/),
  rule(
    "ask_shipping_cost",
    / (ada|layanan|fasilitas|bisa|jasa)( \S+){0,2} (kirim|antar)( ambil)?( \S+){0,1} \?/,
    / kirim W| (bisa|boleh) kirim \?/,
  ),
  // Times and places of the shop
  rule(
    "ask_hours",
    / (buka|tutup)( \S+){0,4} (\?|jam|sampai|tidak|kapan|hari|W|masih|sudah|ya)( |$)/,
    / (pesan|toko sebelah) (sudah )?(buka|tutup) |po /,
  ),
  rule(
    "ask_hours",
    / (jam|hari|W|masih|sudah|kapan|minggu)( \S+){0,3} (buka|tutup|operasional|operasi|jualan|operasionalnya)( |$)/,
    / setelah | kalau (sudah )?buka /,
  ),
  rule(
    "ask_hours",
    / (jam (operasional|buka|tutup|kerja|operasi|toko)|sampai jam berapa|jam berapa sampai)( |$)/,
    / (kirim|antar|pesan) /,
  ),
  rule(
    "ask_location",
    / lokasi( |$)/,
    / (bayar|cod)( \S+){0,2} lokasi|kirim( \S+){0,2} sampai lokasi| (lokasi saya|lokasi acara|lokasi proyek|di lokasi A|kirim ke lokasi) /,
  ),
  rule(
    "ask_location",
    / (toko|tokonya|alamat|tempat|tempatnya|posisi|posisinya|rumah|workshop|ngambil|ambil|ambilnya|markas|cabang|kantor)( \S+){0,2} (mana|sebelah|dekat|deket|daerah)( |$)/,
    / (A|sudah sampai|paket|pesanan) |cod | (toko|tempat) sebelah (cuma|lebih|jual|M|N|kasih|harga\w*|P|hanya)/,
  ),
  rule(
    "ask_location",
    /^ (mana|di mana|di daerah mana|daerah mana)( \S+){0,3} $| (mana|minta|kirim|share|apa) (alamat|maps)( |$)| (patokannya|patokan) |ada toko (di )?| (bisa|boleh) (ke|datang|mampir|liat|lihat) (ke )?toko|toko offline|offline store/,
    / alamat saya | mana (foto|gambar)/,
  ),
  rule(
    "ask_location",
    / (offline|fisik) toko|toko (offline|fisik)|[?,.] alamat (toko )?\?|masuk (gang|jalan|gg|jl) (apa|mana)|ke (situ|sana|toko)( \S+){0,1} (lewat|arah|naik) (mana|apa)|(punya|ada|buka) cabang( \S+){0,3} (tidak|\?|mana|lain)( |$)|jauh (tidak )?dari | (jauh|deket|dekat) (tidak|kah)( |$)/,
    / (kurir|kirim|ongkir) /,
  ),
  rule("ask_hours", / masih ada orang( |$)/),
  rule(
    "ask_shipping_cost",
    / (terjangkau|kejangkau|tercover|kecover|dicover|ke cover|nyampai)( \S+){0,2} (tidak|\?|kan|kah)( |$)/,
    / harga /,
  ),
  rule(
    "ask_shipping_cost",
    /^ (halo )?(kalau )?ke [a-z]{3,}( \S+){0,3} (berapa|kena berapa)( |$)/,
    / (jam|hari|lama|menit|jauh) /,
  ),
  rule("ask_shipping_cost", / gratis (kirim|antar|ongkir)( \S+){0,2} (tidak|\?|kah)( |$)/),
  rule(
    "ask_delivery_time",
    / (W|jadwal|jadwalnya|slot|slotnya)( \S+){0,3} (kosong|available|free|longgar)( \S+){0,2} (\?|tidak)/,
  ),
  rule(
    "ask_shipping_cost",
    / (bisa|boleh|melayani)( \S+){0,1} (panggil|dipanggil|datang|home service|dijemput)( \S+){0,1} (ke|di) rumah/,
  ),
  rule("ask_payment", / (utang|hutang|ngutang|kasbon|nyicil|cicil|dicicil|ngebon|bon dulu|ngebon2)( |$)/),
];
