/**
 * Words that addresses begin with, go on with and end at.
 * Source: written for this project from how Indonesian addresses are said in chat.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Begins an address when a name or number follows. */
export const STREETS = set(
  `jl jln jalan jlan gg gang perum perumahan perumnas komplek kompleks komp kompl apartemen apartement apart apartmen apt kost kosan kostan kontrakan cluster klaster griya graha villa vila ruko rukan
  blok dusun dsn desa ds dukuh kampung kp kmp kpg kelurahan kel kecamatan kec asrama rusun rusunawa residence pondok pesantren ponpes gedung pasar stasiun terminal masjid mushola musholla
  sd smp sma smk rs rsud puskesmas kantor balai hotel wisma taman puri bukit banjar jorong nagari lorong lrg simpang perempatan pertigaan puskesmas kampus`,
);

/** Of those, words that are an address only after "ke", "di" or an address already begun. */
export const ONLY_AFTER_TOWARDS = set(
  "kantor balai pasar stasiun terminal masjid mushola musholla sd smp sma smk rs rsud puskesmas hotel gedung taman puri bukit pondok kost kosan kostan kampus kampung desa simpang perempatan pertigaan residence ruko graha blok kel kec asrama wisma kontrakan",
);

/** Goes on an address after a comma or a line. */
export const CONTINUES = set(
  `rt rw no nomor nomer nmr blok blk lt lantai lantainya tower km kel kelurahan kec kecamatan kab kabupaten kota kodepos pos provinsi prov gg gang jl jln jalan unit kamar kmr depan dpn samping sebelah sblh belakang blkg dekat deket dkt seberang sebrang
  sebelum setelah pagar pager cat warung masjid mushola indomaret alfamart perum perumahan komplek dusun dsn desa ds lor kidul wetan kulon utara selatan timur barat jakarta bandung surabaya semarang yogyakarta jogja jogjakarta sleman bantul
  bekasi depok tangerang bogor malang solo surakarta medan palembang makassar denpasar bali padang bukittinggi sidoarjo gresik cimahi sukabumi cirebon tegal pekalongan kudus magelang klaten boyolali salatiga kediri madiun jember banyuwangi
  balikpapan samarinda pontianak banjarmasin manado mataram kupang pekanbaru jambi lampung bengkulu serang cilegon karawang purwokerto ungaran`,
);

/** Landmarks: with one of these an address may also start after "ke", "di" or "rumah". */
export const LANDMARKS = set("depan dpn samping sebelah belakang dekat deket dkt seberang sebrang pinggir pojok ujung");

/** An address stops before these. */
export const STOPS = set(
  `cod bayar transfer pesan beli minta mau kirim ambil berapa bisa boleh gimana ongkir nanti besok lusa hari jam tanggal a.n atas nama namanya penerima penerimanya pemesan hp wa telp no.hp telepon ya oke makasih tolong mohon kak kalau terus trus
  dan sama tapi tp soalnya karena buat untuk total jadi dong harga ada aja yang pakai pesanan tambah note catatan ditunggu tunggu estimasi sekarang masuk termasuk bukan senin selasa rabu kamis jumat sabtu pagi siang sore malam`,
);

/** Places that are no address by themselves. */
export const VAGUE_PLACES = set(
  "rumah sini situ sana toko kantor alamat tempat lokasi kost kosan luar kota biasa kemarin tadi saya aku kami sekolah kampus rmh atas bawah yang ini itu mana kak pulau jawa luarkota kurir depan",
);
