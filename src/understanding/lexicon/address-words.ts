/**
 * Words that addresses begin with, go on with and end at.
 * Source: written for this project from how Indonesian addresses are said in chat.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Begins an address when a name or number follows. */
export const STREETS = set(
  `jl jln jalan jlan jalanan gang gg perum perumahan perumnas komplek kompleks komp kompl apartemen apartement apart apartmen apartment apt kos kost kosan kostan kontrakan cluster klaster griya graha villa vila ruko rukan
  blok blk dusun dsn desa ds dukuh kampung kp kmp kpg kampuang kelurahan kel kecamatan kec asrama rusun rusunawa residence pondok pesantren ponpes gedung pasar stasiun terminal masjid mesjid mushola musholla musola langgar gereja
  tk paud ra mi mts sd sdn sdit smp smpn sma sman smk smkn man rs rsud rsia puskesmas posyandu klinik apotek kantor balai hotel wisma mess taman puri bukit banjar jorong nagari lorong lrg simpang perempatan pertigaan kampus universitas univ
  pt cv kav kavling lingkungan pabrik gudang proyek toko warung bengkel salon resto restoran cafe kafe mall plaza mal bank indekos paviliun pavilion street polsek polres polresta koramil kodim kua samsat pegadaian`,
);

/** Of those, words that begin an address only after "ke", "di", or with a street, house number or the like behind them. */
export const ONLY_AFTER_TOWARDS = set(
  `kantor balai pasar stasiun terminal masjid mesjid mushola musholla musola langgar gereja tk paud ra mi mts sd sdn sdit smp smpn sma sman smk smkn man rs rsud rsia puskesmas posyandu klinik apotek hotel mess gedung taman puri bukit
  pondok kos kost kosan kostan kampus universitas univ kampung desa simpang perempatan pertigaan residence ruko rukan graha griya villa vila blok blk kel kec asrama wisma kontrakan pt cv kav kavling lingkungan pabrik gudang proyek toko warung bengkel
  salon resto restoran cafe kafe mall plaza mal bank indekos paviliun pavilion street kp banjar polsek polres polresta koramil kodim kua samsat pegadaian`,
);

/** A number or letter follows these in an address. */
export const NUMBERED = set(
  "rt rw no nomor nomer nmr blok blk lt lantai unit kamar kmr tower km kav kavling gang gg kodepos",
);

/** Goes on an address after a comma or a line. */
export const CONTINUES = set(
  `rt rw no nomor nomer nmr blok blk lt lantai lantainya tower km kav kavling kel kelurahan kec kecamatan kab kabupaten kota kodepos pos provinsi prov gg gang jl jln jalan unit kamar kmr depan dpn samping sebelah sblh belakang blkg dekat deket dkt seberang sebrang
  ngarep mburi caket cerak cedak cedhak gigir tukangeun hareupeun sabrang peuntaseun payuneun palih wetane kulone lore kidule pinggir pojok ujung masuk patokan patokannya patokane patokanana patokanna ancer2 persis pas selatannya utaranya
  rumah rumahnya rmh omah omahe imah pagar pager pagarnya pagere cat gerbang pintu tingkat portal warung masjid mesjid mushola musholla musola langgar gereja indomaret alfamart alfamidi pertamina spbu pom perum perumahan komplek kompleks cluster dusun dsn desa ds tengah lor kidul wetan kulon utara selatan timur barat jakarta bandung surabaya semarang yogyakarta jogja jogjakarta sleman bantul
  bekasi depok tangerang bogor malang solo surakarta medan palembang makassar denpasar bali padang bukittinggi sidoarjo gresik cimahi sukabumi cirebon tegal pekalongan kudus magelang klaten boyolali salatiga kediri madiun jember banyuwangi
  balikpapan samarinda pontianak banjarmasin manado mataram kupang pekanbaru jambi lampung bengkulu serang cilegon karawang purwokerto ungaran garut tasikmalaya tasik cianjur purwakarta subang sumedang majalengka kuningan indramayu brebes pemalang
  batang kendal demak jepara pati rembang blora grobogan sragen karanganyar sukoharjo wonogiri purworejo kebumen cilacap banyumas wonosobo temanggung gunungkidul kulonprogo ngawi magetan ponorogo pacitan trenggalek tulungagung blitar nganjuk jombang
  mojokerto lamongan tuban bojonegoro pasuruan probolinggo lumajang bondowoso situbondo bangkalan sampang pamekasan sumenep batu binjai pematangsiantar payakumbuh pariaman dumai batam tanjungpinang palangkaraya banjarbaru kendari palu gorontalo ambon ternate jayapura sorong
  jakpus jaksel jakbar jaktim jakut tangsel ciputat bsd cibubur`,
);

/** Landmarks: with one of these an address may also start after "ke", "di" or "rumah". */
export const LANDMARKS = set(
  `depan dpn samping sebelah sblh belakang blkg dekat deket dkt seberang sebrang pinggir pojok ujung ngarep mburi caket cerak cedak cedhak gigir tukangeun hareupeun sabrang peuntaseun`,
);

/** What a house is told by. */
export const LOOKS = set("pagar pager pagarnya pagere cat gerbang pintu tingkat warna bercat berpagar dicat");

/** An address stops before these. */
export const STOPS = set(
  `cod bayar transfer pesan beli minta mau kirim ambil berapa bisa boleh gimana ongkir nanti besok lusa hari jam tanggal a.n nama namanya penerima penerimanya pemesan hp wa telp no.hp nohp telepon ya oke makasih tolong mohon kak kalau terus trus
  dan sama tapi tp soalnya karena buat untuk total jadi dong harga ada aja yang pakai pesanan tambah note catatan ditunggu tunggu estimasi sekarang termasuk bukan senin selasa rabu kamis jumat sabtu pagi siang sore malam
  cp pic up attn kontak contact terima diterima titip nitip titipin dengan tunai cash lunas qris dp saya kapan tidak belum sudah jangan lagi mana apa siapa order bungkus siapin catat paling maks maksimal maksudnya sampai dari
  kalo salah tadi itu ini oh eh maaf mf dateng datang habis sedia stok ready biar harap hormat salam on tonight today please for around bro guys sis weekend minggu acara via lewat keburu cepat cepet urgent jemput
  dulu baru2 lu loe elu elo kalian jauh inget ingat butuh juga punya info coba cek tau tahu lihat dekat2 bareng`,
);

/** Places that are no address by themselves. */
export const VAGUE_PLACES = set(
  `rumah sini situ sana toko kantor alamat tempat lokasi kos kost kosan kontrakan luar kota biasa kemarin tadi saya aku kami sekolah kampus rmh omah imah bumi griya atas bawah yang ini itu mana kak pulau jawa luarkota kurir depan
  gudang proyek kebun outlet warung lapak gerai kampung desa pasar mess asrama apartemen apart apt daerah area wilayah`,
);

/** What goods or money are sent to that is no place. */
export const NOT_PLACES = set(
  `bca bri bni mandiri dana ovo gopay shopeepay seabank bsi jago rekening wa whatsapp email ig shopee tokped tokopedia tiktok anak anakku adik suami istri ortu teman temen orang pembeli customer pelanggan grup group daftar semua bank
  tetap tetep ttp masih sama bener benar nomor no nomer nmr biaso biasane pimpinan atasan bos kasir tukang kurir driver admin seller pengirim penjual satu dua tiga seluruh indonesia`,
);

/** Whose house it may be ("rumah mertua di …"). */
export const WHOSE = set(
  "mertua ortu orangtua nenek kakek mamah mama ibu bapak adik kakak tante om simbah mbah saudara teman",
);

/** How one gets there, said behind an address ("…, masuk dari simpang kampus"). */
export const WAYS = set("masuk belok lurus mentok nyebrang nyeberang lewat lewati naik turun mundur maju gapura");
