import type { Intent } from "../meaning.ts";

/** A pattern over the script of a message (see script.ts) that speaks for an intent, and what speaks against it. */
export interface IntentRule {
  readonly intent: Intent;
  readonly when: RegExp;
  readonly unless?: RegExp;
}

const rule = (intent: Intent, when: RegExp, unless?: RegExp): IntentRule => ({
  intent,
  when,
  ...(unless && { unless }),
});

/**
 * Rules for intents other than ordering, greeting and yes or no. Every pattern is a bounded walk along the words.
 * Source: written for this project.
 */
export const INTENT_RULES: readonly IntentRule[] = [
  // Where is my order
  rule(
    "order_status",
    / (pesanan|paket|paketnya|paketku|barang|barangnya|kurir|tukang|tukangnya|teknisi|teknisinya|kiriman|orderan|P)( \S+){0,4} (belum|sudah)( \S+){0,2} (sampai|kirim|datang|jadi|proses|diproses|jalan|otw|dateng2|datang2|keliatan|muncul|nongol|terima|selesai)( |$)/,
    / mau pesan | belum (jadi )?pesan /,
  ),
  rule(
    "order_status",
    / (belum|sudah)( \S+){0,2} (sampai|datang|dateng|dateng2|datang2|otw|jalan|kirim|dikemas|packing|proses|diproses)( \S+){0,3} (pesanan|paket|paketnya|barang|barangnya|tukangnya|teknisinya|P)( |$)/,
  ),
  rule(
    "order_status",
    / (pesanan|paket|paketnya|paketku|barang|barangnya|kurir|tukangnya|teknisinya|orderan)( \S+){0,4} (mana|kapan|gimana|sampai mana|berapa lama|jadi tidak|otw|nyangkut|hilang)( |$)/,
    / (mau|cara|gimana) (cara )?pesan | kurir apa | barang apa /,
  ),
  rule(
    "order_status",
    / (sampai mana|mana pesanan|mana paket\w*|mana barang\w*|kok belum|resi|resinya|tracking|lacak|dilacak|statusnya|status)( |$)/,
    / transfer sampai mana /,
  ),
  rule(
    "order_status",
    / (belum|sudah) (sampai|kirim|datang|dateng|jadi|diproses|proses|otw|jalan|berangkat|dateng2|datang2|selesai|beres|kelar|rampung) (belum|tidak|\?)/,
  ),
  rule("order_status", / (cek|tanya|nanya|update) (status |posisi )?(pesanan|paket|paketnya|kiriman)( |$)/),
  rule("order_status", / (sudah|baru)( \S+){0,2} (berangkat|otw|jalan|kirim) (belum|\?)/),
  rule("order_status", / (pesanan|P|paket|token|pulsa|saldo)( \S+){0,2} (belum|sudah) masuk( |$)/),
  // Calls
  rule(
    "missed_call",
    / (tadi|kemarin|barusan|ada|sudah|kok)( \S+){0,3} telepon( |$)/,
    / (kalau|bisa|boleh) (\S+ )?telepon | telepon( \S+){0,2} (bisa|boleh)|no(mor)? telepon /,
  ),
  rule(
    "missed_call",
    / telepon( \S+){0,3} (tidak|belum) (diangkat|angkat|keangkat|terangkat|dijawab|nyambung|masuk|kejawab|respon|direspon|aktif)/,
  ),
  rule(
    "missed_call",
    / (tidak|belum|nggak) (ke)?(angkat|diangkat|keangkat|terangkat|kejawab|sempat)( \S+){0,2} telepon| (missed|miskol|misscall|miscall|misskol|misscol)/,
  ),
  rule("missed_call", / telepon( \S+){0,2} (putus|mati|terputus|keputus|tadi|siapa)/),
  rule(
    "request_call",
    / telepon( \S+){0,3} (bisa|boleh|sekarang|dulu|ya|balik|nanti|W|lagi|aja)( |$)/,
    / (tadi|barusan|siapa|nomor telepon)( |$)| telepon (sudah|tidak|saya W?)? ?tadi/,
  ),
  rule(
    "request_call",
    / (bisa|boleh|tolong|minta|mau|mohon|coba|bisakah|nanti|pengen|please|dapat)( \S+){0,2} telepon( |$)/,
    / tadi | barusan | (nomor|no|nmr) telepon/,
  ),
  rule("request_call", /^ telepon (saya|W|H)?( \S+){0,2} $/, / tadi /),
  rule("request_call", / telepon( saya)?( ke)? H /),
  rule(
    "request_call",
    / telepon (balik|saya|ulang)( |$)/,
    / (tadi|barusan|yang|siapa)( \S+){0,3} telepon | telepon( \S+){0,3} (tadi|W) $/,
  ),
  // Messages wanted or not
  rule(
    "opt_out",
    / (stop|berhenti|berhentikan|hentikan|unsubscribe|unsub|unreg|setop)( \S+){0,3} (diskon|promosi|broadcast|bc|pesan|chat|wa|iklan|info|infonya|spam|kirim|notif|langganan|sms)/,
  ),
  rule("opt_out", /^ (stop|unsubscribe|unsub|unreg|berhenti) (ya )?[. ]*$/),
  rule(
    "opt_out",
    / (jangan|tidak usah|tidak perlu|tidak mau|tidak minat|males|malas|risih|keganggu|terganggu|capek)( \S+){0,4} (diskon|broadcast|bc|broadcastan|iklan|spam|chat2|wa2|spamming|promo2|promosi|brodcast)/,
    / ada (diskon)/,
  ),
  rule(
    "opt_out",
    / (jangan|tidak usah|tidak perlu)( \S+){0,1} (wa|chat|hubungi|kirim(i|in)?|sms|ganggu|telepon|info)( \S+){0,3} lagi( |$)/,
  ),
  rule(
    "opt_out",
    / (hapus|keluarkan|keluarin|cabut|coret|blokir)( \S+){0,2} (nomor|no|nmr|kontak|saya|nomorku)( \S+){0,3} (daftar|list|katalog|broadcast|grup|kontak|promo|diskon|langganan)?/,
    / (P|pesanan)( |$)/,
  ),
  rule(
    "opt_in",
    / (info|infoin|kabari|kabarin|kabar|beritahu|kasih tau|kasi tau|update|notif|ingatkan|ingetin|bilang|japri|chat|wa|colek|mention|hubungi|kontak)( \S+){0,5} kalau( \S+){0,4} (diskon|ready|stok|ada|restock|restok|promosi|baru|buka|open|turun|datang|masuk|launching|po)( |$)/,
  ),
  rule(
    "opt_in",
    / kalau( \S+){0,4} (diskon|ready|stok|restock|restok|baru|ada|masuk|datang)( \S+){0,4} (info|infoin|kabari|kabarin|kabar2?|beritahu|kasih tau|kasi tau|update|japri|hubungi|chat|wa|colek|ingatkan|bilang)( |$)/,
  ),
  rule(
    "opt_in",
    / (mau|minta|boleh|bisa|tolong)( \S+){0,2} (info|infoin|diinfo|diinfoin|dikabari|update|langganan|dimasukin|dimasukkan|masukin|masukkan|gabung|ikut|join|subscribe|daftar|dikasih tau)( \S+){0,3} (diskon|promosi|list|daftar|katalog|broadcast|bc|grup|group|promo|baru|restock|newsletter)/,
    / apa aja /,
  ),
  rule("opt_in", / (langganan|subscribe) (info|diskon|broadcast)/),
  // A person
  rule(
    "talk_to_human",
    / (bicara|ngomong|chat|chatting|ngobrol|sambung\w*|disambung\w*|hubung\w*|panggil\w*|ketemu|bicara2|konsultasi|tanya|nanya|dibalas|dijawab|diskusi|ngobrol2)( \S+){0,3} (admin|orang|orangnya|manusia|customer|langsung sama|bos)( |$)/,
    / orang rumah /,
  ),
  rule(
    "talk_to_human",
    / (mau|minta|tolong|bisa|sama|dengan|ke|butuh|mana)( \S+){0,1} (admin|manusia|orangnya|orang asli|customer service)( |$)/,
    / katalog | diskon /,
  ),
  rule(
    "talk_to_human",
    / (bot|robot|mesin|auto|otomatis) (ya|bukan|kan|terus|aja|\?)|jangan (bot|robot)| (bukan|tidak mau|capek)( \S+){0,2} (bot|robot|mesin)|balas manual|orang beneran|orang asli/,
  ),
  // Paying
  rule(
    "confirm_payment",
    / (sudah|barusan|tadi|telah|done|selesai|sukses|berhasil|habis)( \S+){0,3} (transfer|bayar|lunas|dp|qris|kirim M|kirim uang\w*|kirim duit\w*|kirim dana\w*)( |$)/,
    / (belum|kapan|nanti|kalau|mau)( \S+){0,1} (transfer|bayar)| sudah (bisa|termasuk|boleh)|\bbayar (di|pas) |sudah( \S+){0,2} (transfer|bayar)( \S+){0,2} (berapa|kemana|mana|belum) /,
  ),
  rule(
    "confirm_payment",
    / (transfer|bayar|pembayaran|lunas|dp)( \S+){0,2} (sudah|barusan|tadi|masuk|berhasil|sukses|done|beres)( |$)/,
    / (kalau|nanti|setelah) (\S+ )?(transfer|bayar)| belum| (bisa|boleh) | sudah (bisa|termasuk)/,
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
    / (bayar|transfer)( \S+){0,2} (gimana|mana|apa|lewat|kapan|dulu|bisa|boleh|ke siapa)( |$)/,
    / (sudah|barusan|nanti|pas) (\S+ )?(bayar|transfer)|bayar (di|pas) | dulu (baru|terus)/,
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
    / (bisa|boleh|apa|gimana)( \S+){0,2} bayar( \S+){0,3} (tempat|ditempat|rumah|sampai|datang|terima|kurir|diterima)( |$)/,
  ),
  rule(
    "ask_cod",
    / bayar( \S+){0,3} (tempat|ditempat|rumah|sampai|datang|terima|kurirnya)( \S+){0,2} (\?|bisa|boleh|tidak)( |$)/,
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
    / ambil | sudah /,
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
  rule("ask_location", / lokasi( |$)/, / (lokasi saya|di lokasi A|kirim ke lokasi) /),
  rule(
    "ask_location",
    / (toko|tokonya|alamat|tempat|tempatnya|posisi|posisinya|rumah|workshop|ngambil|ambil|ambilnya|markas|cabang|kantor)( \S+){0,2} (mana|sebelah|dekat|deket|daerah)( |$)/,
    / (A|sudah sampai|paket|pesanan) |cod /,
  ),
  rule(
    "ask_location",
    /^ (mana|di mana|di daerah mana|daerah mana)( \S+){0,3} $| (mana|minta|kirim|share|apa) (alamat|maps)( |$)| (patokannya|patokan) |ada toko (di )?| (bisa|boleh) (ke|datang|mampir|liat|lihat) (ke )?toko|toko offline|offline store/,
    / alamat saya /,
  ),
  // What is sold
  rule("ask_menu", / katalog( |$)/, / (masuk|masukin|dari|hapus) (list|daftar|katalog) /),
  rule(
    "ask_menu",
    / (jual|jualan|jualannya|sedia|produk|produknya|barang|barangnya|menu|layanan|jasa|layani|melayani)( \S+){0,2} apa( aja)?( |$)| apa aja( \S+){0,3} (ada|ready|jual|jualan|stok|produk|dijual|layanan|jasanya|tersedia)?( \?)? $| (ada|ready) apa( aja)?( |$)/,
    / (bayar|kurir|warna|ukuran|rasa|O|isi|isinya|rekening|bahan|varian|size|topping) /,
  ),
  rule(
    "ask_how_to_order",
    / (cara|gimana|lewat|format|prosedur|langkah|syarat)( \S+){0,2} (pesan|pesanan|pemesanan|beli|checkout|order|pesannya|ordernya|booking|pemesanannya)( |$)/,
    / (pesanan|paket) (saya|sudah|belum|ku)| belum /,
  ),
  rule(
    "ask_how_to_order",
    / (pesan|beli|pemesanan|booking|checkout)( \S+){0,2} (gimana|lewat|di mana|dimana|mana|kemana|ke mana|langsung di sini|via apa)( |$)/,
    / (sudah|kemarin) pesan/,
  ),
  rule(
    "ask_promo",
    / (diskon|harga khusus|harga spesial|harga grosir|harga reseller|harga partai|harga beda|harga borongan|special price|promo)( |$)/,
    / (jangan|stop|berhenti|tidak usah|tidak mau|kirim(i|in)?) (\S+ ){0,3}diskon| kalau ada diskon |info (\S+ )?diskon |diskon (N|X) (orang)? /,
  ),
  rule(
    "ask_promo",
    / kalau( \S+){0,3} (ambil|beli|pesan|N|banyak|borong|N P)( \S+){0,6} (dapat|dapet|lebih murah|murah|bonus|harga (khusus|grosir|beda|berapa)|kurang|free|gratis)( |$)/,
  ),
  rule(
    "ask_promo",
    / (min|minimal|minimum) (pembelian|beli|pesan|order)( \S+){0,2} (berapa|\?)|beli banyak|ambil banyak/,
  ),
  rule(
    "ask_price",
    / (harga|berapa duit|berapa rupiah|berapa uang|berapaan)( |$)/,
    / harga (khusus|grosir|spesial|reseller|teman|temen|nett|net) | (diskon|murah|ongkir) /,
  ),
  rule(
    "ask_price",
    / (P|O|total|totalnya|totalan|semua|jadi|jadinya|habis|kena|paket|service|servisnya|servis|biaya|N|tarif|tarifnya|itu|ini|nya|per \S+|masing2|bayar|biayanya|jasa|jasanya)( \S+){0,3} berapa( |$)/,
    / berapa (lama|hari|jam|ons|gram|kg|cm|meter|isi|pcs|orang|ml|liter|minggu|bulan|tahun|porsi|watt|ukuran|potong|lembar|biji|buah|persen|X)|(ongkir|stok|isi|isinya|umur|sisa|tinggi|berat|beratnya|panjang|lebar|ukuran|tahan|kirim|dp|sampai|minimal|min|jam) (\S+ ){0,3}berapa| sudah (\S+ ){0,2}transfer/,
  ),
  rule(
    "ask_price",
    / berapa( \S+){0,3} (P|O|total|totalnya|semua|semuanya|harga|harganya|N|duit|biaya)( |$)/,
    / berapa (lama|hari|jam|ons|gram|kg|cm|isi|pcs|orang|ml|minggu|ukuran|biji|buah|potong)|ongkir|sampai berapa|stok berapa|isi berapa|jam berapa/,
  ),
  rule("ask_price", /^ berapa (ya )?[?]? ?$|^ (jadi|jadinya) berapa /),
  // Stock
  rule(
    "ask_stock",
    / (ready|stok|restock|restok)( |$)/,
    / kalau( \S+){0,3} (ready|stok|restock|restok)|(kabari|info|kabarin) /,
  ),
  rule(
    "ask_stock",
    / (ada|masih|masi|msh|sisa|sisanya|tinggal|kosong|habis|jual|punya|sedia)( \S+){0,4} (P|O)( \S+){0,3} (\?|tidak)( |$)/,
    / (berapa|diskon|kalau|cod|bonus) /,
  ),
  rule(
    "ask_stock",
    / (P|O)( \S+){0,3} (ada|masih|masi|msh|sisa|tersisa|kosong|habis|tinggal)( \S+){0,3} (\?|tidak|ya|berapa)( |$)/,
    / (diskon|isi|tahan|harga|promo|bonus|telepon) /,
  ),
  rule(
    "ask_stock",
    /^ (ada|masih|masih ada|jual|punya|sedia) (P|O|P O|O P)( \S+){0,2} $| (ada|jual|punya) \S+ (tidak|\?)( |$)/,
    / (diskon|bonus|kurir|cod|rekening|katalog|menu|lokasi|toko|cabang|garansi|promo|telepon|ongkir|qris|yang|W|kabar|bot|admin|lagi) |kalau /,
  ),
  rule(
    "ask_stock",
    / (ada|tersedia) (warna|ukuran|rasa|varian|size|model) (apa|O|lain)|(warna|ukuran|rasa|varian|size|model)( \S+){0,2} (apa aja|ada apa|yang ada|yang ready)/,
  ),
  rule("ask_stock", / kapan( \S+){0,3} (ada|ready|stok|restock|masuk|produksi|bikin) (lagi)?/),
  rule("ask_stock", / (masih|msh) (ada|ready|sisa)( \S+){0,1} (tidak|\?)| (ada|ready) tidak \?? ?$/),
  // About the goods
  rule(
    "ask_product_info",
    / (bahan|halal|expired|exp|kadaluarsa|kedaluwarsa|tahan|awet|simpan|disimpan|bpom|garansi|garansinya|komposisinya|gramasi|foto|beda|bedanya|perbedaan|size chart|sizechart|panjangnya|lebarnya|tingginya|beratnya|ukurannya|isinya|rasanya|teksturnya|manfaat|khasiat|efek|dosis|aturan|kandungannya|spek|spesifikasi|detail|detailnya|deskripsi|cara pakai|cara makan|cara masak|bpomnya|pirt|alergi|cocok|custom|kustom|request|merk|merek|merknya|mereknya|daya|watt|kualitas|kualitasnya)( \S+){0,6} (\?|berapa|apa|tidak|gimana|bisa|boleh|ada|ya|mana)( |$)/,
    / (sudah|kemarin|kecewa|rusak) |katalog|resi/,
  ),
  rule(
    "ask_product_info",
    / (apa|bisa|boleh|ada|minta|kirim|liat|lihat|berapa|gimana|mau)( \S+){0,4} (bahan|halal|expired|exp|kadaluarsa|tahan|awet|simpan|garansi|foto|beda|bedanya|size chart|sizechart|real pict|realpict|cocok|custom|kustom|request|dicustom|ukir|sablon|isinya|isi|komposisi|detail|detailnya|contoh|sampel|tester|testi|merk|merek|manis|pedas|tebal|tebel|tipis|panas|adem|melar|menerawang|nerawang|asli|original|ori)( |$)/,
    / (rusak|kecewa|sudah) |katalog|total/,
  ),
  rule(
    "ask_product_info",
    / (isi|umur|tahan|kuat|awet|panjang|lebar|berat|tinggi|ukuran|diameter|volume|porsi|cukup|muat|buat|untuk|daya)( \S+){0,4} berapa( |$)/,
    / berapa (duit|rupiah) |ongkir|harga|jadi berapa|totalnya|jam berapa/,
  ),
  rule(
    "ask_product_info",
    / berapa (isi|ukuran|gram|cm|ml|pcs|porsi|biji|potong|lembar|orang|kg|watt|liter|meter|slice|macam|rasa|warna|X)( |$)/,
    / jam /,
  ),
  rule("ask_product_info", / X( \S+){0,4} (pakai|muat|cukup|cocok|masuk|ambil)( \S+){0,2} (apa|O|ukuran|size|berapa)/),
  rule(
    "ask_product_info",
    / (pedas|manis|enak|tebal|tebel|tipis|adem|panas|melar|luntur|nerawang|gampang rusak|rusak|lembut|keras|wangi|besar|kecil|aman|bagus|asli|ori|original|awet|halal|kuat|anti air|waterproof|tahan air|basah|kering|segar|fresh|asin|pahit|amis|susut|menyusut|berat|ringan) (tidak|\?)/,
    / (sudah|kemarin|masih) |ongkir/,
  ),
  rule(
    "ask_product_info",
    / (bagusan|bagus|enakan|enak|mending|mendingan|pilih|rekomendasi|saran|sarankan|best seller|bestseller|favorit|paling laris|laris|terlaris)( \S+){0,3} (mana|apa|apaan|\?)( |$)/,
  ),
  rule("ask_product_info", / (O|P) (apa|atau|dan) (O|P) \?| pakai (O|P) (apa|atau) (O|P)/),
  rule(
    "ask_product_info",
    / (enaknya|sebaiknya|bagusnya|cocoknya|baiknya|idealnya|amannya)( \S+){0,3} (apa|berapa|mana|yang)( |$)|(paket|ukuran|size|tipe) apa (ya|yang)/,
  ),
  rule(
    "ask_product_info",
    / (muat|kompatibel|compatible|support|masuk|pas)( \S+){0,1} (buat|di|ke|sama)( \S+){0,4} \?/,
  ),
  rule(
    "ask_product_info",
    / (bisa|boleh)( \S+){0,1} (dibungkus|bungkus|dikado|dikadoin|dihias|dicampur|campur|mix|dipisah|dikemas|disesuaikan|divakum|vacuum|dibikin|dibuat|dibuatin|dicustom)( \S+){0,4} (\?|tidak)( |$)/,
  ),
  // Prices talked down, gifts
  rule(
    "bargain",
    / murah( |$)/,
    / (lebih murah mana|paling murah|yang murah|termurah|murah meriah|murah banget|murah\.) |O murah|diskon /,
  ),
  rule(
    "bargain",
    / (bisa|boleh|tidak bisa) kurang( |$)| kurang (dikit|sedikit|lagi|harga)|harga( \S+){0,2} kurang| (nett|net|pasnya|harga pas|harga teman|harga temen|harga sodara|harga langganan|harga sahabat|pas in|pasin|bulatin|buletin|dibulatin|genapin)( |$)/,
    / garam |gula /,
  ),
  rule(
    "bargain",
    / (minta|kasih|dikasih|dapat|dapet|ada|pakai|sekalian|boleh|bisa|mau|give|buat)( \S+){0,3} gratis( |$)| gratis( \S+){0,3} (bisa|boleh|ya|aja|satu|N)( |$)|(bonusin|bonus) (ya|N|lah|satu)/,
    / gratis ongkir|ongkir gratis|jangan/,
  ),
  rule("bargain", / (minta|kasih|tambahin|bisa) (\S+ )?diskon( |$)(?!.*\?)/, / ada diskon /),
  rule(
    "bargain",
    / M (aja|ya|boleh|gimana|dapat|bisa|lah|langsung|tidak boleh|oke|net|nett|deal)( |$)/,
    / (sudah|barusan|transfer|bayar|beli|pesan|kirim|uang|kembalian|pulsa) /,
  ),
  rule("bargain", / (kemahalan|mahal banget|mahal amat|mahal|mahalnya|larang|awis) /, / tidak mahal/),
  // Trouble
  rule(
    "complain",
    / (rusak|kecewa|komplain|protes|zonk)( |$)/,
    / (kalau|gampang|mudah|takut|apa|cepat|biar tidak|supaya tidak|garansi)( \S+){0,3} (rusak|kecewa)|rusak (tidak|\?)|tidak (kecewa|rusak|nyesel)/,
  ),
  rule(
    "complain",
    / salah (kirim|ukuran|warna|P|barang|alamat|pesanan|orang|rasa|varian|O|size|isi|item)|(kirim|datang|sampai|dapat|terima)( \S+){0,2} salah|salah semua| keliru /,
    / maaf salah |saya salah (pesan|ketik|tulis)/,
  ),
  rule(
    "complain",
    / (tidak|beda|gak) (sesuai|sama|cocok) (dengan |sama )?(gambar|foto|pesanan|deskripsi|katalog|ukuran|yang)| tidak sesuai|beda (sama|dari|dengan)? ?(foto|gambar|yang)|kurang (N|satu|isi|barang|lengkap|P)( \S+){0,3} (tidak ada|padahal|kok|harusnya)/,
  ),
  rule(
    "complain",
    / (kok|malah|padahal)( \S+){0,4} (kekecilan|kebesaran|netes|mati|lembek|keras|asin|dingin|basah|kotor|bau|beda|kurang|tidak|kekecilan|kebesaran|cuma|hilang|salah|panas|lama|bocor)( |$)/,
    / belum | (bisa|ada) tidak/,
  ),
  rule(
    "complain",
    / (lambat|lelet|lemot|slow respon|tidak dibalas|tidak dibales|dicuekin|cuek|tidak direspon|jutek|kasar|judes|tidak ramah|tidak profesional|lama banget|masih kotor|tidak bersih|tidak enak|keasinan|kemanisan|kepedesan|gosong|mentah|netes|ada rambut|ada semut|ada ulat|belatung|ulat)( |$)/,
    / biar tidak | (bisa|takut) |^ tidak enak (ya )?\?/,
  ),
  rule(
    "complain",
    / (asin|pedas|manis|keras|lembek|hambar|alot|amis|pahit|dingin|tipis|sempit|bau) banget( |$)/,
    / (jangan|tidak|apa|suka) /,
  ),
  rule(
    "complain",
    / kurang( \S+){0,2} (N|X)( \S+){0,6} (datang|cuma|sampai|terima|padahal|harusnya)|(datang|sampai|terima)( \S+){0,2} (cuma|hanya|kurang) (N|X)/,
  ),
  rule("return_item", / tukar( |$)/, / (tukar tambah|alamat|tukar uang) |sebelum (di)?kirim/),
  rule(
    "return_item",
    / (uang|duit|dana)( \S+){0,2} (kembali|balik|dibalikin|tukar)( |$)|ganti rugi|(minta|mau|tolong|bisa|harus|mohon) (\S+ )?ganti (baru|yang baru|yang lain|atau|barang|unit|P)?( |$)(?=.*(rusak|kecewa|salah|baru|uang))|garansi uang|klaim (garansi|retur)|kirim ulang|ganti yang baru|ganti baru/,
    / bukan /,
  ),
];
