import { type IntentRule, rule } from "./intent-rule.ts";

/**
 * Rules for questions about what is sold, and for prices talked down.
 * Every pattern is a bounded walk along the words of a script. Source: written for this project.
 */
export const GOODS_RULES: readonly IntentRule[] = [
  // What is sold
  rule("ask_menu", / katalog( |$)/, / (masuk|masukin|dari|hapus) (list|daftar|katalog) /),
  rule(
    "ask_menu",
    / (jual|jualan|jualannya|sedia|produk|produknya|barang|barangnya|menu|layanan|jasa|layani|melayani)( \S+){0,2} apa( aja)?( |$)| apa aja( \S+){0,3} (ada|ready|jual|jualan|stok|produk|dijual|layanan|jasanya|tersedia)?( \?)? $| (ada|ready) apa( aja)?( |$)/,
    / (bayar|kurir|warna|ukuran|rasa|O|isi|isinya|rekening|bahan|varian|size|topping) /,
  ),
  rule("ask_menu", / (koleksi|koleksinya|dagangan|dagangannya|dijual|jualan)( \S+){0,1} (apa|lihat|liat)( aja)?( |$)/),
  rule(
    "ask_how_to_order",
    / (pesan|beli|booking)( \S+){0,2} (harus|mesti|perlu|wajib|syarat\w*|prosedur\w*|alur\w*)( \S+){0,3} (apa|dulu|gimana|tidak|\?)( |$)|(syarat|alur|prosedur|ketentuan)(nya)? (pesan|booking|beli|order)?( \S+){0,1} (apa|gimana)( |$)/,
    / (sudah|kemarin) pesan| dp | (dari|kapan|berapa) /,
  ),
  rule(
    "ask_how_to_order",
    / (pesan|beli|booking)( \S+){0,3} (online|by phone|via|lewat|di shopee|langsung chat|ke toko)( \S+){0,3} (apa|bisa|tidak|\?)( |$)| (isi|ngisi|pakai) (form|formulir|format)/,
    / (sudah|kemarin) pesan/,
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
    / (ambil|beli|pesan|borong|N)( \S+){0,4} (lebih murah|dapat murah|dapat potongan|dapat bonus|harga (khusus|beda|grosir)|harga(nya)? (\S+ )?beda)( \S+){0,1} (tidak|\?|kah)( |$)/,
  ),
  rule(
    "ask_promo",
    / (ada|dapat|minta|berapa|punya)( \S+){0,1} (harga (agen|mitra|distributor|member|partai|borong|pengepul|toko)|paket hemat|korting|diskon)( |$)| (flash sale|flashsale|beli N gratis N)( |$)/,
    / (kabari|info|kabarin) /,
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
    / berapa (lama|hari|jam|ons|gram|kg|cm|meter|isi|pcs|orang|ml|liter|minggu|bulan|tahun|porsi|watt|ukuran|potong|lembar|biji|buah|persen|menit|kali|detik|derajat|sendok|takaran|tetes|X)|(ongkir|stok|isi|isinya|umur|sisa|tinggi|berat|beratnya|panjang|lebar|ukuran|tahan|kirim|dp|sampai|minimal|min|jam) (\S+ ){0,3}berapa| sudah (\S+ ){0,2}transfer/,
  ),
  rule(
    "ask_price",
    / berapa( \S+){0,3} (P|O|total|totalnya|semua|semuanya|harga|harganya|N|duit|biaya)( |$)/,
    / berapa (lama|hari|jam|ons|gram|kg|cm|isi|pcs|orang|ml|minggu|ukuran|biji|buah|potong)|ongkir|sampai berapa|stok berapa|isi berapa|jam berapa/,
  ),
  rule(
    "ask_price",
    / [PNO]( \S+){0,2} (total|totalnya|jadi|jadinya) \?| (itungan|itungannya|hitungan|hitungannya|ngitungnya|ngitung)( \S+){0,2} (gimana|apa|berapa|masing2)( |$)| (mahalan|murahan|lebih mahal|lebih murah) mana( |$)| M( \S+){0,2} dapat( \S+){0,2} berapa( |$)/,
    / sudah (\S+ ){0,2}transfer/,
  ),
  rule(
    "ask_price",
    / (masih|tetap|tetep) M (ya |kan )?\? ?$| (ongkos|biaya) (cuci|pasang|service|servis|ganti|rias|jahit|P)( \S+){0,3} berapa( |$)/,
  ),
  rule("ask_price", /^ berapa (ya )?[?]? ?$|^ (jadi|jadinya) berapa /),
  // Stock
  rule(
    "ask_stock",
    / (ready|stok|restock|restok)( |$)/,
    / kalau( \S+){0,3} (ready|stok|restock|restok)|(kabari|info|kabarin) | di rumah masih | (stok|stoknya) di rumah | (buat|nambah|tambah|isi|jaga|jadi) (\S+ )?stok | (restock|restok) (\S+ ){0,5}[NX] (?!.*(\?|berapa|kapan|tidak|ada) )| N stok (?!\S* ?(\?|berapa|tidak|ada|masih|kosong) )/,
  ),
  rule(
    "ask_stock",
    / (ada|masih|masi|msh|sisa|sisanya|tinggal|kosong|habis|jual|punya|sedia)( \S+){0,4} (P|O)( \S+){0,3} (\?|tidak)( |$)/,
    / (berapa|diskon|kalau|cod|bonus) /,
  ),
  rule(
    "ask_stock",
    / (P|O)( \S+){0,3} (ada|masih|masi|msh|sisa|tersisa|kosong|habis|tinggal)( \S+){0,3} (\?|tidak|ya|berapa)( |$)/,
    / (diskon|isi|tahan|harga|promo|bonus|telepon) |^ kalau [^?]{0,60} N ((ya|dong|aja|kak) )*$/,
  ),
  rule(
    "ask_stock",
    /^ (ada|masih|masih ada|jual|punya|sedia) (P|O|P O|O P)( \S+){0,2} $| (ada|jual|punya) \S+ (tidak|\?)( |$)/,
    / (diskon|bonus|kurir|cod|rekening|katalog|menu|lokasi|toko|cabang|garansi|promo|telepon|ongkir|qris|yang|W|kabar|bot|admin|lagi|orang) |kalau | P (\S+ )?ada [a-z]{4,}nya /,
  ),
  rule(
    "ask_stock",
    / (ada|tersedia) (warna|ukuran|rasa|varian|size|model) (apa|O|lain)|(warna|ukuran|rasa|varian|size|model)( \S+){0,2} (apa aja|ada apa|yang ada|yang ready)/,
  ),
  rule(
    "ask_stock",
    / (ada|masih|habis|kosong|ready) (apa|atau) (sudah )?(tidak|habis|kosong|masih|ada|belum)( |$)| (masih |tidak )(diproduksi|produksi|dijual|jual|keluar)( lagi)?( \S+){0,1} (tidak|kah|\?)( |$)/,
    / (lama|katalog) /,
  ),
  rule("ask_stock", / (sisa|tinggal|stok)( \S+){0,1} berapa( |$)/, / (bayar|tagihan|cicilan|hari|jam|menit) /),
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
    / (rusak|kecewa|sudah) |katalog|total| simpan (\S+ )?N /,
  ),
  rule(
    "ask_product_info",
    / (isi|umur|tahan|kuat|awet|panjang|lebar|berat|tinggi|ukuran|diameter|volume|porsi|cukup|muat|buat|untuk|daya)( \S+){0,4} berapa( |$)/,
    / berapa (duit|rupiah) |ongkir|harga|jadi berapa|totalnya|jam berapa/,
  ),
  rule(
    "ask_product_info",
    / berapa (isi|ukuran|gram|cm|ml|pcs|porsi|biji|potong|lembar|orang|kg|watt|liter|meter|slice|macam|rasa|warna|X)( |$)/,
    / jam | (sisa|tinggal|stok) (\S+ )?berapa | M( \S+){0,2} dapat /,
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
  rule("ask_product_info", /^ (halo |info )?(info|infoin) (P|O)( |$)/),
  rule(
    "ask_product_info",
    / [PO]( \S+){0,1} ada [a-z]{4,}nya (tidak|\?|kah)( |$)/,
    / (pilihan|warnanya|ukurannya|stoknya) /,
  ),
  rule(
    "ask_product_info",
    / (dikukus|kukus|ngukus|digoreng|goreng|direbus|rebus|dimasak|masak|masaknya|disiram|nyiram|nyiramnya|siram|diminum|diminumnya|minum|minumnya|dimakan|makannya|dioles|dipupuk|pupuknya|direndam|diseduh|seduh|pakainya|nyuci|nyucinya|ngerawat|rawatnya|perawatan|perawatannya|nyimpen|nyimpennya)( \S+){0,4} (berapa|kapan|gimana)( |$)/,
    / (harga|duit|rupiah) /,
  ),
  rule(
    "ask_product_info",
    / expired( \S+){0,3} (masih|kapan|tanggal|sampai|bulan|tahun|berapa|W|\?|gimana|apa|mana)( |$)| (tanggal|kapan|masa) expired/,
    / (sudah|kok|malah|ternyata) (\S+ )?expired /,
  ),
  rule(
    "ask_product_info",
    / (dijual|jual|jualnya|beli|belinya)( \S+){0,1} (satuan|bijian|eceran|ecer|per biji|sepasang|pasangan|literan|kiloan)( \S+){0,3} (apa|atau|bisa|tidak|\?)( |$)/,
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
  rule(
    "bargain",
    / (toko|lapak|pasar|online|shopee|tetangga|tempat lain|tempat) (sebelah|lain|biasa|langganan)?( \S+){0,3} (cuma|hanya|lebih murah)( |$)| harga (pelajar|mahasiswa|tetangga|keluarga|kawan|anak kos|damai|persahabatan|kekeluargaan|miring)( |$)| (bisa|boleh|tidak)( \S+){0,1} (turun|turunin|diturunin|diturunkan)( |$)|(turunin|diturunin|pasin|samain|samakan) (\S+ ){0,2}harga/,
  ),
  rule("bargain", / gratis ongkir (ya|aja|dong|lah)?[.]? ?$|gratis ongkirnya/, / (\?|tidak|kalau|ada|apa|bisa|kah) /),
  rule("bargain", / (minta|kasih|tambahin|bisa) (\S+ )?diskon( |$)(?!.*\?)/, / ada diskon /),
  rule(
    "bargain",
    / M (aja|ya|boleh|gimana|dapat|bisa|lah|langsung|tidak boleh|oke|net|nett|deal)( |$)/,
    / (sudah|barusan|transfer|bayar|beli|pesan|kirim|uang|kembalian|pulsa) /,
  ),
  rule("bargain", / (kemahalan|mahal banget|mahal amat|mahal|mahalnya|larang|awis) /, / tidak mahal/),
  rule(
    "ask_product_info",
    / (aman|cocok|bisa|boleh|bagus) (buat|dipakai|diminum|dimakan|dipake|dicuci|disetrika|dikasih|di)( \S+){0,5} (\?|tidak)/,
    / (kirim|bayar|cod|ambil) | buat W/,
  ),
  rule(
    "ask_product_info",
    / (dosis|dosisnya|efeknya|khasiatnya|manfaatnya|kegunaannya|fungsinya|aturan pakai|efek samping)( |$)/,
    / (kecewa|rusak) /,
  ),
  rule("ask_product_info", / (boleh|bisa|minta) (liat|lihat)( \S+){1,4} (\?|tidak)?/, / katalog |harga /),
];
