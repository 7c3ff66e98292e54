import { type IntentRule, rule } from "./intent-rule.ts";

/**
 * Rules for what goes on around an order: where it is, calls, messages wanted or not, a person, trouble.
 * Every pattern is a bounded walk along the words of a script. Source: written for this project.
 */
export const CARE_RULES: readonly IntentRule[] = [
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
  rule(
    "order_status",
    / (kok|padahal)( \S+){0,3} (tidak|belum) ada kabar( |$)| apa kabar (\S+ )?(pesanan|paket)|(pesanan|paket)( \S+){0,2} apa kabar( |$)/,
  ),
  rule(
    "order_status",
    / (P|pesanan|paket|barang|kurir|cucian|cuciannya)( \S+){0,2} (lagi|masih|sudah)( \S+){0,1} (di jalan|dikemas|diproses|diantar|dikerjain|dipacking|packing)( \S+){0,1} (belum|kah|\?|ya)( |$)/,
  ),
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
    / (keluarkan|keluarin|cabut|blokir)( \S+){0,2} (nomor|no|nmr|kontak|saya|nomorku)( |$)| hapus( \S+){0,2} (nomor|no|nmr|kontak|nama|saya|nomorku)( \S+){0,3} (katalog|broadcast|grup|kontak|diskon|promosi|langganan|list|listnya|daftar|daftarnya)( |$)/,
    / (P|pesanan)( |$)/,
  ),
  // Only a person can see to it that somebody's data is gone.
  rule(
    "talk_to_human",
    / hapus( \S+){0,2} (data|dataku|datanya|akun|akunku|profil|identitas|nomorku|(nomor|no|nmr|kontak|alamat|nama|telepon)( (hp|wa|telepon))? saya|(nomor|no|nmr) (hp|wa|telepon)|hp saya|H)( |$)| (data|dataku|akun|akunku|nomorku|(nomor|no|nmr|kontak|telepon)( (hp|wa|telepon))? saya)( \S+){0,3} hapus( |$)/,
    / (P|pesanan|katalog|broadcast|grup|diskon|promosi|langganan)( |$)/,
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
  rule(
    "opt_in",
    / (daftarkan|masuk|masukin|masukkan|tambahin|gabung|ikut)( \S+){0,3} (info (\S+ )?(baru|diskon|restock|ready)|(grup|list|katalog) (\S+ )?(diskon|broadcast|bc|info|wa))( |$)/,
    / (jangan|tidak|stop|hapus|kok) /,
  ),
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
  // Trouble
  rule(
    "complain",
    / pesan( \S+){0,4} (datang|datangnya|dapat|dapatnya|sampai|kirim|diterima|terima|masuknya|isinya)( \S+){0,2} (O|P|N|malah|kok|beda)( |$)| (datang|datangnya|dapat|dapatnya|terima|dikasih)( \S+){0,4} padahal( \S+){0,1} (pesan|minta)( |$)/,
    / (kapan|kalau|bisa|berapa|\?) /,
  ),
  rule(
    "complain",
    / (kekecilan|kebesaran|kesempitan|kegedean|kependekan|kepanjangan|ketipisan)( \S+){0,2} padahal( |$)| (kiri|kanan|sebelahnya|sebelah)( \S+){0,2} beda( |$)|kembalian\w*( \S+){0,2} (kurang|salah|belum|tidak)( |$)/,
  ),
  rule(
    "complain",
    / (telat|terlambat|molor|ngaret)( |$)/,
    / (kalau|takut|maaf|saya|boleh|bisa|jangan|tidak|biar|supaya) /,
  ),
  rule(
    "complain",
    / (ketuker|tertukar|ketukar|kececer|tercecer|berjamur|jamuran|belatungan|menjamur|bantat|ompong|bolong2)( |$)| (hambar|kecut|asem|asam|pait|pahit|anyep|atos)( \S+){0,1} (banget|semua|parah|rasanya)( |$)| (kok|rasanya)( \S+){0,3} (hambar|kecut|anyep|anyir|aneh|tawar)( |$)| rasanya (tidak (kayak|seperti|seenak)|beda) /,
    / (takut|biar tidak|jangan|kalau|suka|apa) /,
  ),
  rule(
    "complain",
    / (sudah|kok|malah|ternyata|lewat|udah)( \S+){0,1} expired( |$)| expired( \S+){0,1} (semua|parah|kemarin|lalu|nih)( |$)/,
    / (belum|\?) /,
  ),
  rule(
    "complain",
    / (rusak|kecewa|komplain|protes|zonk)( |$)/,
    / (kalau|gampang|mudah|takut|apa|cepat|biar tidak|supaya tidak|garansi|jangan)( \S+){0,3} (rusak|kecewa)|rusak (tidak|\?)|tidak (kecewa|rusak|nyesel)/,
  ),
  rule(
    "complain",
    / salah (kirim|ukuran|nominal|jumlah|hitung|itung|model|tipe|jenis|tulis|cetak|warna|P|barang|alamat|pesanan|orang|rasa|varian|O|size|isi|item)|(kirim|datang|sampai|dapat|terima)( \S+){0,2} salah|salah semua| keliru /,
    / (maaf|eh) (\S+ )?salah |saya salah (pesan|ketik|tulis)|salah (kirim|orang|chat|sambung) (maaf|ya|nih)? ?$|salah kirim[ ,.]+ maaf|alamat (\S+ )?salah/,
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
  rule(
    "complain",
    / niat (jual|jualan|dagang|usaha|kerja)( |$)| gimana (sih|ini) (jualannya|kerjanya|pelayanannya|kualitasnya)( |$)/,
  ),
  rule(
    "return_item",
    / tukar( |$)/,
    / kalau (\S+ ){1,4}(bisa|boleh) tukar | (tukar tambah|alamat|tukar uang) |sebelum (di)?kirim/,
  ),
  rule(
    "return_item",
    / (rusak|salah|kurang|mati|bocor|pecah|luntur|lepas|beda)( [^ ?]+){0,4} (minta |tolong |mau |bisa )?(ganti|gantiin)( (dong|ya|aja|baru|lagi|yang baru|besok|W))*( [.,?]|$)/,
    / (kalau|belum|cara) |ganti (alamat|O|P|jadi)/,
  ),
  rule(
    "return_item",
    / (uang|duit|dana)( \S+){0,2} (kembali|balik|dibalikin|tukar)( |$)|ganti rugi|(minta|mau|tolong|bisa|harus|mohon) (\S+ )?ganti (baru|yang baru|yang lain|atau|barang|unit|P)?( |$)(?=.*(rusak|kecewa|salah|baru|uang))|garansi uang|klaim (garansi|retur)|kirim ulang|ganti yang baru|ganti baru/,
    / bukan /,
  ),
];
