/** Words that say yes to a summary, beside those of everyday chat; regional ones too. Written for this project. */
export const YES_WORDS: ReadonlySet<string> = new Set(
  `ya iya iye iyak iyap iyo iyoh iyee aye yo yoh yoo yoi yoih yup yap yes yess yoman he heeh heueuh heuh hooh ho oh oyi oyee nggih
  ngih ngge inggih injih enggih enggeh enggi sumuhun muhun leres bener benar betul btl sae sampun uwis wis wes geus udah udh sudah dah cukup
  cekap sakitu niku ngono ngonten kitu gitu begitu itu segitu segini mangga monggo sumangga tiasa boleh bisa jadi dados sido jadih ayo yuk hayu
  hayuk oke okeh oce okedeh ok okay sip siip siap siyap gas gaskeun gaskan gaspol cus cuss lanjut lanjutkan lajeng proses acc deal fix fixed cocok
  pas mantap mantul jos joss setuju sah konfirmasi confirm sesuai sepakat yakin tentu pasti aman iyeh iyek ie io iyolah lah alah awak pun
  bungkus sekian dilanjut dilanjutkan diproses`.split(/\s+/),
);

/** Words that may stand around a yes and change nothing about it. Written for this project. */
export const BESIDE_YES: ReadonlySet<string> = new Set(
  `nah ya yah aja ae we wae weh mawon ngono kuwi iku itu ini niku kak dong deh lah kok atuh euy mah teh kang mas mbak bang bu pak min admin om
  tante sis gan bro dulu dl semua semuanya sama persis pesanan pesanannya order ordernya alamat alamatnya data datanya makasih terima kasih nuhun suwun
  matur hatur tolong segera ditunggu banget sekali saya aku kula abdi pokoknya memang emang begitu gitu sekian nya mi pi ji to toh tuh
  sudah udah bener betul benar pas baik bagus langsung mau pesan lanjut lanjutin kirim proses di oke ok jadi deal done hehe hihi haha wkwk`.split(
    /\s+/,
  ),
);

/** Words beside which a yes is none. Written for this project. */
export const NO_YES: ReadonlySet<string> = new Set(
  `tidak bukan jangan belum tapi tp ganti ubah rubah tambah kurang salah batal kalau eh bentar sebentar berapa kapan mana gimana kenapa apa
  nanti ntar pikir mikir tanya nanya mahal cek hapus coret kecuali cuma hanya ? ternyata tunggu`.split(/\s+/),
);
