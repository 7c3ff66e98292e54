/** Why goods that are named are not ordered: told of, asked about, changed in an earlier order, haggled over, paid for, wanted only in the place of others. */
export type Aside = "told" | "asked" | "edited" | "offered" | "paid" | "instead";

/**
 * A pattern over what is said (see not-ordered.ts) that sets goods aside, and what speaks against it.
 * Source of all: written for this project.
 */
export interface NoOrderSign {
  readonly aside: Aside;
  readonly when: RegExp;
  readonly unless?: RegExp;
}

function sign(aside: Aside, when: RegExp, unless?: RegExp): NoOrderSign {
  return { aside, when, ...(unless && { unless }) };
}

/** A wish for now, which goods told of before do not weaken. */
const WISH =
  / (mau|minta|pesan|ambil|tambah|lagi|bungkus|bungkusin|bikinin|buatin|keep|siapin|butuh|sekarang|sekalian|kirim)( |$)/;
/** A reason to buy ("yang lama bocor", "punya saya mati"), or a state to be kept from goods. */
const REASON =
  / (lama|punya|soalnya|karena|gara2|habis|kotor|buat|biar|supaya|takut|kalau|jangan|mau|minta|pesan|tambah|ambil|lagi|sekalian)( |$)/;

/** Small words between a number of goods and what befell them. */
const MIDST = "( (saya|ini|itu|kok|malah|agak|ternyata|semua|nya|sudah|pada|langsung|kak|tadi|pas)){0,3}";
/** Stands of goods that nobody asks for; words that may be a wish ("mentah", "lembek", "gosong dikit") are left out. */
const SPOILT =
  "tekor|soak|drop|hangus|putus|dol|aus|longgar|benjol|kempes|gembos|kedip|kedip2|konslet|korslet|nyetrum|redup|meledak|meletus|jebol|jamuran|berjamur|apek|tengik|alot|bantat|bantet|remuk|melempem|patah|pecah|retak|penyok|lecet|sobek|robek|copot|luntur|pudar|basi|busuk|layu|kadaluarsa|kedaluwarsa|rontok|macet|error|ngadat|bengkok|gompal|berkarat|kebakar|meleleh|tumpah|hancur|raib|digigit|dimakan|dicuri|dicolong|dimaling";
/** What goods fail to do; never how they are to be made ("tidak pedas", "tidak matang"). */
const FAILS =
  "muter|mutar|lengket|rekat|nempel|awet|jalan|gerak|bunyi|ngecas|ngisi|konek|connect|nyambung|kebaca|terbaca|ngembang|mengembang|segar|renyah|muat|sesuai|lengkap|presisi|kuat|tahan";
/** Who eats, bites or steals goods did not order them. */
const SPOILERS = "makan|gigit|gigitin|ngunyah|nyolong|nyuri|curi|colong|maling";

/** Signs within a clause. Capitals as in a script; R is any sum of rupiah. */
export const CLAUSE_SIGNS: readonly NoOrderSign[] = [
  // The state of goods that somebody has
  sign(
    "told",
    / N( \S+){0,4} (rusak|mati|bocor|lepas|netes|bunyi|keras|kekecilan|kebesaran|kesempitan|kegedean|kepanjangan|kependekan|kemanisan|keasinan|kepedesan|keruh|kutuan|kutunya|basah|hilang|ketinggalan|ludes|telat|tumbuh|bernanah|karatan|kendor|juara|mantap)( |$)/,
    REASON,
  ),
  sign(
    "told",
    / N( \S+){0,2} (tidak|belum|kurang) (panas|nyala|fungsi|berfungsi|gumpal|dingin|enak|keluar|tumbuh|hidup|wangi|kering|bersih|rata|sampai|datang)( |$)/,
    REASON,
  ),
  sign(
    "told",
    / [PON]( (saya|ini|itu|kok|malah|agak|ternyata|semua|nya)){0,2} (kekecilan|kebesaran|kesempitan|kegedean|kepanjangan|kependekan)( |$)/,
    REASON,
  ),
  sign("told", new RegExp(` N${MIDST} (${SPOILT})( |$)`), REASON),
  sign("told", new RegExp(` N${MIDST} (tidak|belum|kurang) (bisa )?(${FAILS})( |$)`), REASON),
  sign(
    "told",
    / N (hilang|kabur|lenyap)( |$)| N habis (sehari|semalam|seminggu|dalam|cuma|sama|dimakan)( |$)/,
    / (mau|minta|pesan|ambil|tambah|bungkus|kirim)( |$)/,
  ),
  sign("told", new RegExp(` (${SPOILERS}|bawa kabur|bawa lari) (\\S+ )?P( O)?( saya| nya)? N( |$)`), WISH),
  sign("told", / [PN] (\S+ )?(saya )?bawa (sendiri|dari rumah)( |$)/, WISH),
  sign(
    "told",
    / N (aja |doang )?(sudah (bikin|mahal|berat|pusing|puyeng)|tidak (mampu|kebeli|kebayar|laku|bisa (beli|bayar)))( |$)/,
  ),
  sign("told", / N (mati|rusak|bocor|pecah|hilang|basi|busuk|layu) semua( |$)/, / (buat|gara2|karena|soalnya)( |$)/),
  sign("told", / N banding N /),
  sign("told", / N (sampai|datang|masuk|dapat) (N|X|cuma|aja|belum|sudah|kok|malah)( |$)/, REASON),
  sign("told", / yang (kirim|datang|sampai|beli|pesan|ambil) (kemarin|tadi|(bulan|minggu|pekan|tahun) lalu)( |$)/),
  sign(
    "told",
    / (kemarin|tadi|dulu) (\S+ ){0,2}(beli|pesan|ambil) (\S+ ){0,5}sekarang (sudah|malah|kok|jadi|masih|pada) /,
  ),
  sign("told", /^ (kemarin|dulu|biasanya|(bulan|minggu) lalu) (cuma |masih |aja )?(N|R|X|M) (\S+ ){0,1}$/, WISH),
  sign("told", /^ (kemarin|tadi|dulu) (\S+ ){0,2}P( O){0,2} N (?!ya |aja |itu |juga )\S/, WISH),
  sign("told", / P( O){0,2} (kemarin|tadi) N (?!ya |aja |itu |juga |[,.?] )\S/, WISH),
  sign("told", / kok (kemarin|tadi|cuma|malah|dapat|sekarang) (N|X|R)( |$)/),
  sign("told", / yang( \S+){1,2} (cuma|hanya|tinggal) (N|X)( |$)/, WISH),
  sign(
    "told",
    / N (kemarin|tadi) (?!tidak (usah|jadi)|batal|jangan|ganti|ya |aja |itu |kosong|habis|saya |lagi |juga )\S/,
    WISH,
  ),
  sign(
    "told",
    / (yang|itu) (kemarin|tadi) (?!N |M |ya |aja |itu |kak |di |lagi |(saya |kita )?(tanya|nanya|lihat|chat|bilang|info|posting|foto|sebut)|yang |[,.?])\S/,
    WISH,
  ),
  sign("told", / (bulan|minggu|tahun|pekan) lalu (\S+ ){0,5}[PONX] /, WISH),
  sign("told", / [PON] (\S+ ){0,3}(bulan|minggu|tahun|pekan) lalu /, WISH),
  // What goods are made of, told in a review
  sign("told", / bahan P /, / [NX] | (mau|minta|pesan|ambil|beli|tambah|kirim|keep|bungkus)( |$)/),
  // What somebody has, had, sold or got
  sign("told", / (laku|koleksi|dikasih|diberi|ngasih|memberi|nyicip|menang|nemu|punya) (saya )?[PN] /, WISH),
  sign("told", / (dikasih|diberi|ngasih|dibeliin) (\S+ ){0,2}[PN] /, WISH),
  sign("told", / dapat (kiriman|hadiah|kado|bonus|oleh2|warisan) (\S+ )?[PN] | sudah (dapat|punya) [PN] /, WISH),
  sign("told", /^(?! .* tambah ).* (bon|utang|hutang|kasbon)( \S+){0,2} (kemarin|tadi) (\S+ )?[PN] /),
  sign("told", / (tinggal|sisa) (N|X) /, WISH),
  sign(
    "told",
    / (tiap|setiap|sehari|seminggu|sebulan)( \S+){0,4} (habis|minum|makan|pakai|butuh)( \S+){0,1} [PN] /,
    / kirim /,
  ),
  sign("told", / (kirain|kukira|dikira|taunya|ternyata|(saya|tak) kira) /, WISH),
  sign("told", / saat itu | waktu (sd|smp|sma|kecil|kuliah|itu|covid) | jaman /, WISH),
  // Other people
  sign("told", / pada (mau|pesan|beli)( \S+){0,5} (katanya|cenah|jarene|jare)( |$)/),
  sign("told", /^ [a-z]{3,}ku (bilang|katanya) (mau|pesan|beli) /, / (titip|nitip) /),
  sign("told", /^ [a-z]{3,}ku (mau|pesan|beli) (\S+ ){1,6}katanya( |$)/, / (titip|nitip) /),
  sign("told", / kalau (jadi|nanti jadi|kapan2|suatu saat) (\S+ ){0,3}(pesan|beli|ambil) /, / (ready|stok) /),
  sign("told", / (yang|siapa) (pesan|beli)( \S+){0,1} P( \S+){0,2} (itu|saya bukan|siapa|kan)( |$)/),
  sign("told", / (rt|rw|tetangga|mereka|orang2|sebelah) (pesan|beli|mau) /, / (titip|nitip|buat) /),
  sign("told", / P N sama siapa /),
  // What came in the place of what was ordered
  sign("told", / yang (datang|sampai|dapat|kirim) (malah|kok|cuma|hanya|justru|ternyata|salah) /),
  sign("told", / P( O)? (bocor|pecah|rusak|busuk|basi|penyok|remuk|hancur|cacat|sobek|retak|patah) (N|X) /, REASON),
  sign("told", / [PON] (kemarin|tadi) yang (N|X) (\S+ ){0,2}(sudah|malah|kok|pada|masih) /, WISH),
  sign("told", / pesanan (saya |kami )?(\S+ )?(kemarin|tadi|(minggu|bulan) lalu) (\S+ )?[PN] /, WISH),
  // Words about asking, and no wish
  sign(
    "asked",
    / (cek|info|tanya|hitung|itung|berapa) (ongkir|ongkos kirim|ongkirnya) /,
    / (pesan|beli|minta|ambil|tambah) /,
  ),
  sign(
    "asked",
    / (mau|numpang|izin|ijin|cuma) (tanya|nanya|tanya2|nanya2) (\S+ ){0,2}[PN] /,
    / (pesan|beli|minta|ambil|tambah) /,
  ),
  sign("asked", / (lihat|liat|lihat2|liat2) dulu /, WISH),
  sign("asked", / N (itu )?sama dengan N /, WISH),
  sign("paid", / lunas /, / (kalau|nanti|belum|mau|pesan|minta|ambil|beli|tambah|kirim) /),
  // Other shops
  sign(
    "told",
    / di (ig |pasar |olshop |toko |tempat )?(sebelah|lain)( (\S+ ){0,3}(R|cuma|hanya|lebih|malah|dapat|aja|segitu|N|X|M)| [?.]? ?$)/,
    WISH,
  ),
  // Contents, measures, fitness
  sign("asked", / N( N)? (ya |itu |tuh )?isi(nya)?( (N|X|berapa|\?))?( \S+){0,2} (\?|kan|berapa|atau|apa)( |$)/),
  sign("asked", / N N (ya )?isi(nya)?( |$)/),
  sign("asked", / N( ya| itu| \S+)? (cukup|muat|kebanyakan|kedikitan|aman|sehat|kuat) (tidak|buat|kah|\?)( |$)/, WISH),
  sign("asked", / (N|O) itu (isi|sehat|kuat|tahan|aman|berapa|kok|kapan|gimana|sudah|belum|dari W?)( |$)/, WISH),
  sign("asked", / itu (buat )?(N|X)( \S+){0,3} \? ?$/, WISH),
  sign("asked", / N( \S+){0,1} buat (N|X)( \S+){0,1} (\?|kan|tidak) ?$/, WISH),
  sign("asked", / (N|X) atau (N|X)( |$)/, WISH),
  // What goes well with goods, and what they are good for
  sign(
    "asked",
    / [PON] (di)?campur (\S+ ){1,5}(bisa|boleh|bagus|enak|aman|ampuh|manjur|sehat)( |$)/,
    / (mau|minta|pesan|ambil|beli|kirim) /,
  ),
  sign(
    "asked",
    / N( (?!yang )\S+){0,3} (bagus|ampuh|manjur|baik|aman|berkhasiat|sehat) buat (\S+ ){1,4}(ya|kan|\?)( |$)/,
    WISH,
  ),
  sign("asked", / (perlu|butuh|harus|wajib) P (tidak|kah|\?)( |$)/),
  sign("asked", / P( \S+){0,1} buat (umur|usia|bb|tb|anak umur|bayi umur) (O|X) (ya|kan|\?)( |$)/),
  sign("asked", / = (N|X|O)( \S+){0,2} \?/),
  sign(
    "asked",
    / (mending|mendingan|bagusan|enakan|bagus mana|enak mana)( \S+){0,8} (atau|apa) /,
    / (mau|pesan|ambil|beli) /,
  ),
  sign("asked", / (butuh|perlu) berapa /),
  sign("asked", / N bayar (boleh |bisa )?(dibagi|dicicil|nyicil|cicil|kredit|tempo)( |$)/),
  sign("asked", /^ (terus )?(kalau )?yang N \? $/),
  sign("asked", / (dada|lingkar|pinggang|ld|lp|bb|tb) X (\S+ ){0,4}\?/, WISH),
  sign("asked", / (N|R) dapat (N|X|berapa)( |$)/, WISH),
  sign("asked", / N( \S+){0,5} (kebanyakan|kedikitan|cukup|kurang) tidak( |$)/, WISH),
  sign("asked", / N x N (\S+ ){0,2}\?/, WISH),
  sign("told", / (panjang|lebar|tinggi|lingkar) P (N|X) /, WISH),
  // Goods and their number in a question that nothing makes a request
  sign(
    "asked",
    / (P (\S+ ){0,4}N|N (\S+ ){0,2}P) (\S+ ){1,8}\? $/,
    / (bisa|boleh|mau|minta|pesan|ambil|beli|kirim|tambah|keep|titip|ya|dong|lagi|tolong|cod|transfer|bungkus|siapin|bikinin) /,
  ),
  // What little there is for the price
  sign(
    "told",
    / [PO] N (tapi|kok|padahal) (\S+ )?(isi|isinya|porsi|porsinya|ukurannya|kualitasnya) (\S+ ){0,2}(dikit|sedikit|kecil|biasa|jelek|kurang)( \S)? ?$/,
    / (aja|ya|dong) | banyak/,
  ),
  // Prices said back
  sign("asked", / R N (ya )?\?/, WISH),
  sign("asked", / R (ya |kan )?\?/, / (mau|minta|pesan|ambil|beli|kirim) /),
  sign("asked", / [PONR] (ya )?kan \?/, / (mau|minta|pesan|ambil|beli|kirim) /),
  sign("asked", / R (sudah|belum) (sama|dengan|pakai|termasuk)( |$)| R (\S+ ){0,1}(mahal|kemahalan|murah) /, WISH),
  sign("asked", / (wah|waduh|busyet|buset|kok) (\S+ ){0,3}R( |$)/, WISH),
  // Changes of what was ordered before
  sign("edited", / N( ya)? (kemarin|tadi) (tidak usah|tidak jadi|batal|hapus)( |$)/),
  sign(
    "edited",
    / jangan (N|X|proses|diproses|dibuat|dibikin)( |$)| (N|X) (\S+ ){0,1}jangan (proses|diproses|kirim|dibuat|dibikin)( |$)/,
    // "kastengel 2 jangan 3" tells how many.
    / P (\S+ ){0,3}N (aja |ya |cukup )?(, )?jangan (sampai )?N( |$)/,
  ),
  sign("edited", / (tadi|kemarin) (tambah|kurang) jadi (N|X) /),
];

/** Signs of the whole message, where words of an address or a name stand as they are. */
export const MESSAGE_SIGNS: readonly NoOrderSign[] = [
  // Texts that are no talk with a shop
  sign("told", /^( \S+){0,2} resep( |$)/, / (minta|kirim|ada) resep /),
  sign(
    "told",
    / (pr|soal|matematika) (anak|saya|adik|sekolah|\S+ soal)| bantu(in)? pr | pr( \S+)? P | teka teki | teka2 | tebak2an /,
  ),
  sign("told", / (kembalian|kembaliannya|kembali) (\S+ ){0,2}berapa /, / (mau|minta|pesan|ambil|kirim) /),
  sign("told", / (seandainya|seumpama|andai|andaikan|andainya) | coba saya (sugih|kaya|banyak) /),
  sign(
    "told",
    / kalau (\S+ ){0,4}(sugih|rame|ramai|menang|nikah|lulus|kaya raya)( |$)|^ kalau saya kaya( |$)| (lagi|jadi) (kaya|orang kaya|presiden) (\S+ ){0,4}[PN] /,
    / kirim /,
  ),
  sign(
    "told",
    / salah (kirim|chat|sambung|kamar|grup|group|jalur|orang) /,
    / (maksud\w*|datang|sampai|tukar|pesanan|barang\w*|kok|P) salah | salah kirim (P|barang|warna|ukuran|N)| maksud/,
  ),
  // Those who sell to the shop
  sign(
    "told",
    / (distributor|supplier|suplier|sales|konveksi|pabrik) (saya|nih|oli|\S+ (N|X|R|min))| (dari|saya) (distributor|supplier|suplier|konveksi|pabrik) /,
  ),
  sign("told", / titip jual | (nawarin|menawarkan|tawarkan) | (mitra|komisi|kerjasama) (\S+ ){0,5}(N|X|minat|per)/),
  sign(
    "told",
    / (N|R|X) (\S+ ){0,2}(min|minimal) (pesan |beli )?(N|X) | per (pcs|botol|toples|pack|kg|N) (\S+ ){0,2}(min|minimal) /,
  ),
  sign("told", / (R|M) (\S+ ){0,4}minat (wa|hubungi|chat|telepon|call|kontak|pm|inbox|japri|H)( |$)/),
  sign("told", / utang (saya|ku|yang) (\S+ ){0,1}R /),
  // Errands, notes, the doings of others
  sign("told", / jangan lupa (\S+ ){0,5}beli( |$)/),
  sign(
    "told",
    / (catatan|rekap|laporan) (\S+ ){0,2}(belanja|pengeluaran|penjualan)| sumbangan warga | daftar sumbangan /,
  ),
  sign("told", / (survey|survei|riset|bandingin|bandingkan) (\S+ ){0,2}(harga|dulu|toko) /),
  sign("told", / bintang /, WISH),
  sign("told", /^( \S+){0,2} bintang (N|X) /),
  sign("told", / mau cerita /),
  sign("told", / dia (mau |akan |bakal )?(chat|pesan|wa|hubungi) sendiri /),
  sign(
    "told",
    / (pesan|beli|minta) (\S+ ){1,5}kok (di ?)?(kasih|kasihnya|dikasih|dikasihnya|datangnya|kirimnya|dikirimnya|malah)( |$)/,
  ),
  sign(
    "asked",
    / (harga|diskon|grosir|grosiran) (\S+ ){0,6}(min|minimal|minimum) (\. )?(N|X) /,
    / (mau|minta|ambil|kirim) /,
  ),
  sign(
    "told",
    / (di|ke|sama) ((toko|kedai|warung|bengkel|apotek) (sebelah|lain)|shopee|sopi|tokped|tokopedia|lazada|tiktok|indomaret|indomart|alfamart|alfa) /,
    / (mau|minta|pesan|ambil|keep) (\S+ ){0,3}[PN] | cod | lihat /,
  ),
  sign(
    "told",
    / (shopee|tokped|tokopedia|lazada|tiktok) (\S+ ){0,3}[PN] /,
    / (mau|minta|pesan|ambil|keep) (\S+ ){0,3}[PN] | lihat /,
  ),
  sign(
    "told",
    / (rumah|kos|dapur|kulkas) (saya )?(\S+ )?(sudah|masih) (ada |punya )?(N|X)( |$)|(sudah|masih) (ada|punya) (N|X)( |$)/,
    / (minta|pesan|tambah|kirim|ambil) /,
  ),
  sign("told", / (mimpi|ngimpi|impian) /, WISH),
  sign("told", / (rebus|kukus|kukusan|goreng|panggang|oven|aduk|kocok|diamkan|tumis) (selama )?X( |$)/, WISH),
  sign("asked", / R , (kalau )?yang (\S+ ){1,2}berapa /, WISH),
  sign(
    "told",
    / (pesan|psan|beli|minta) (\S+ ){1,6}(yang|malah|kok) (di )?(kirim|datang|dateng|sampai|dapat|dikasih)( |$)/,
    / (lagi|tambah|sekarang) /,
  ),
  sign(
    "told",
    / [PON] (\S+ ){0,3}di (?!sini|situ|sana|toko|katalog|ig|live|menu|rumah)[a-z]+ (cuma |hanya |malah |dapat |kena )?(R|N aja)( |$)/,
    WISH,
  ),
  sign("told", / itu pesanan (\S+ )?(kemarin|lalu|tadi)( |$)/),
  sign(
    "asked",
    / mau (masak|bikin|goreng|panggang|rebus) (\S+ ){1,6}[,.?] (\S+ ){0,4}(berapa|idealnya|cukup|pas)( |$)/,
    / (pesan|beli|minta|kirim|ambil) /,
  ),
  // What became of goods that somebody has
  sign(
    "told",
    / (habis|barusan|kemarin|baru|sudah) (\S+ ){1,4}[NP] .* (mati|layu|busuk|hilang|pecah|basi|gagal) (N|X|semua|cuma)/,
    WISH,
  ),
  // "60, kalau ambil 5 jadi 250 ya"
  sign(
    "offered",
    / kalau (saya |langsung )?(ambil|beli|borong|pesan) (\S+ )?N (jadi|bisa|boleh|dapat|kasih) (\S+ )?(N|R|X|M)( |$)/,
    / (mau|tambah) P /,
  ),
  // Papers of a purchase
  sign(
    "asked",
    / (minta|ada) (\S+ ){0,1}(nota|notanya|bon|bonnya|struk|struknya|kwitansi|kuitansi|invoice|faktur) (yang|P|buat P|N)/,
  ),
  sign(
    "asked",
    /^( \S+){0,3} (itung|itungin|hitung|hitungin|itungkan|hitungkan) /,
    / (mau|minta|pesan|ambil|beli|kirim) /,
  ),
  sign(
    "edited",
    /^ (maaf |eh |aduh )?(tadi|kemarin|wau)( saya)? salah (tulis|ketik|sebut|pesan|jumlah|hitung|itung|bilang)( |$)/,
  ),
  // "salah kak, bukan 3 lubang tapi 4": of goods that this message does not name
  sign("edited", / bukan O (, )?tapi (yang )?N /, / P /),
  sign("edited", /^(?! .* N .*bihan) .* (kelebihan|kebanyakan) , N (aja|cukup) /),
  sign("asked", / berapa (\S+ ){0,2}semua (\S+ ){1,9}(sama|dan) \S/, WISH),
  sign(
    "paid",
    / (transfer|qris|dana|gopay|ovo) ((ya|masuk|belum|sukses|sudah|tadi|barusan) ){0,3}R /,
    / (nanti|mau|bisa|boleh|langsung|kalau) /,
  ),
  sign("paid", / R (ya )?(sukses|berhasil|terkirim) /),
  sign("paid", / (bukti|buktinya) (\S+ ){0,2}(bayar|transfer)/, / nanti /),
];

/** Words of a sum asked for over goods that are only supposed ("berapa kalau nastar 2, kastengel 1"). */
export const SUM_ASKED = / (berapa|itung|hitung|hitungin|itungin|total|totalnya|harga|diskon|gratis|ongkir) /;
/** A plain wish outside what is supposed. */
export const WISHED = / (mau|minta|pesan|ambil|beli|kirim|bungkus|keep|tambah) /;
