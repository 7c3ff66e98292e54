/**
 * Words around people's names: titles, roles, what announces a name and what is never one.
 * Source: written for this project; Javanese, Sundanese, Betawi and English included.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Before a name, and part of it. */
export const TITLES = set(
  `bu ibu buk pak bapak mbak mba mbk mas bang bg kak kakak om tante teh teteh kang akang aa uda uni koh ko ci cik ce cece mbah bunda bun ustadz ustad ustadzah haji hj hajjah h dr drg drs ir prof neng bude pakde paklik bulik eyang nek kek
  ny nyonya tn tuan nona sdr sdri sdri. ning cak gus mpok po encing babe cing aki nini abah umi ummi ambu mamah mama mami papa opa oma mang bibi bi engkong nyak mak emak lek lik yu mr mrs ms miss sir madam pendeta romo suster bidan`,
);

/** What somebody does, before a name ("mandor Darto"). */
export const ROLES = set("mandor satpam ketua sekretaris bendahara guru");

/** A name follows these. */
export const MARKERS = set(
  `nama namanya namaku nm name penerima penerimanya pemesan pemesannya jenenge jenengku jeneng asmane ngaran ngaranna nami namina pic cp attn kontak contact receiver recipient`,
);

/** Names of others, or of things, beside the word "nama". */
export const OTHERS_NAMES = set(
  `anak anaknya bordir dibordir bordirin tulis tulisan tulisin ditulis cetak sablon kartu kue toko tokonya produk barang barangnya rekening akun apa siapa menu bayi bayinya custom grafir ukir pasangan pengantin mempelai nempelin tanpa rek`,
);

/** Beside these a name is that of an account. */
export const DEPOSIT = set(
  "transfer rekening bca bri bni mandiri bsi qris dana gopay ovo bayar dp seabank jago lunas bukti buktinya",
);

/** Introduces the speaker. */
export const OPENERS = set(
  "saya sy aku ak ini dengan dgn dg sm sama aye gue gua gw ane kula kulo abdi urang ambo awak",
);

/** No names, whatever announces them. */
export const NOT_NAMES = set(
  `rumah toko kantor saya aku nya baru admin owner kak kakak depan cod dari ya hp wa nohp no nomor nmr telp telepon telpon tlp alamat ga gak kok minat hub hubungi patokan patokannya patokane patokanana pengelola katering siapa apa
  jg juga aja deh dong mau pesan pesen order beli kirim ambil yang yg sama dan untuk buat bisa tidak sudah belum tadi nanti atas panggilan rekening pt cv selembar biasa besok kelas bagian divisi dept lantai dan cp pic up attn penerima pemesan nama orang person thanks makasih tukang satpam langganan sih tuh nih loh lho nope nohp nowa domisili`,
);

/** "nmrku", "hpnya": a label of a phone number, and no name. */
export const PHONE_LABEL =
  /^(?:no?|nomor|nomer|nmr|nope|hp|wa|te?lp|tlpn?|telf|telepon|kontak)(?:hp|wa)?(?:nya|ny|ku|q|mu)?$/;

/** Kin before a name and no part of it ("suami saya, Pak Budi"). */
export const KIN = set(
  `suami suamiku istri istriku bojo bojoku anak anakku adik adikku adek adekku kakak kakakku teman temanku temen temenku sopir supir cucu cucuku ponakan keponakan keponakanku pacar pacarku satpam pembantu karyawan tetangga
  ibuku bapakku mamaku papaku mertua mertuaku sepupu asisten mbakku masku`,
);
