import type { Intent } from "./meaning.ts";
import type { Reading } from "./reading.ts";

/** What a message is when it is nothing but politeness, a yes or a no. `words` are its plain words without vocatives. */
export function smallTalk(words: readonly string[]): Intent | undefined {
  const said = words.filter((word) => /^[a-z]/.test(word) && word !== "dong" && word !== "kak");
  if (said.length === 0 || said.length > 12) return undefined;
  const text = ` ${said.join(" ")} `;
  if (MAY_ORDER.test(text)) return "place_order";
  if (GREETING.test(text) && said.every((word) => GREETS.has(word))) return "greet";
  if (DENY.test(text)) return "deny";
  if (THANKS.test(text) && said.every((word) => THANKFUL.has(word))) return "thank";
  if (AFFIRM.test(text)) return "affirm";
  return undefined;
}

const MAY_ORDER =
  /^ ((halo|pagi|siang|sore|malam|permisi|saya|apa|masih) ){0,3}(bisa|boleh) (masih )?(pesan|beli)( (ya|tidak|sekarang|di sini|lewat sini))* $/;
const GREETS = new Set([
  "good",
  "halo",
  "pagi",
  "siang",
  "sore",
  "malam",
  "warahmatullahi",
  "wabarakatuh",
  "waalaikumsalam",
  "ada",
  "orang",
  "tes",
  "test",
  "dengan",
  "di",
  "sini",
  "ya",
  "numpang",
  "tanya",
  "nanya",
  "mau",
  "admin",
  "wa",
  "kabar",
  "gimana",
  "apa",
  "toko",
  "cek",
  "masih",
  "sudah",
  "buka",
  "selamat",
]);
const GREETING =
  /^ (good )?(halo|pagi|siang|sore|malam|tes|test|cek|selamat)( |$)(?!.*(buka|gimana|mau tanya|mau nanya|nanya))/;
const THANKS = / (makasih|terima)( |$)|^ (sama2|barakallah|jazakallah\w*|alhamdulillah)/;
const THANKFUL = new Set([
  "makasih",
  "terima",
  "kasih",
  "banyak",
  "ya",
  "oke",
  "sudah",
  "banget",
  "sekali",
  "sama2",
  "infonya",
  "info",
  "bantuannya",
  "atas",
  "dulu",
  "nanti",
  "semoga",
  "sukses",
  "laris",
  "lancar",
  "berkah",
  "sehat",
  "selalu",
  "saya",
  "responnya",
  "baik",
  "siap",
  "dan",
  "sangat",
  "barakallah",
  "jazakallah",
  "alhamdulillah",
  "pesanannya",
  "sampai",
  "enak",
  "mantap",
  "besar",
  "informasinya",
  "betul",
  "aja",
  "penjelasannya",
  "pelayanannya",
  "jazakillah",
  "khair",
  "kiriman",
  "kirimannya",
]);
const YES =
  "(ya|oke|betul|benar|jadi|lanjut|lanjutkan|lanjutin|setuju|bungkus|mantap|boleh|bisa|sudah|cukup|itu|gitu|begitu|fix|proses|diproses|confirm|konfirmasi|pas|cocok|siap|gpp|gapapa|sesuai|baik|yaudah|yakin|amin|udah|tentu|pasti|sah|acc|yuk|yok|ayo|jadikan|monggo|mangga|kerjakan)";
const AFFIRM = new RegExp(
  `^ (iya|${YES.slice(1)}( (aja|itu|ya|sudah|dulu|oke|betul|benar|semua|saya|mau|semuanya|deh|lah|tidak apa2|makasih|proses|lanjut|pesan|pesanannya|jadi|gitu|segitu|segini|sama|sekian|begitu|ini|mantap|cukup|setuju|diproses|banget|data|datanya|baik|sesuai|kalau|memang|kok|bungkus|gpp|pas)){0,5} $`,
);
const DENY =
  /^ (tidak|bukan|jangan|ubah|ganti|salah|belum|no|nope|engga|gausah|gajadi|emoh|batal dulu)( (usah|jadi|mau|perlu|dulu|ya|itu|ini|deh|aja|makasih|betul|benar|sesuai|sekarang|oke|saya|salah|gitu|begitu|kok|cukup|pas|lagi|yang)){0,4} $/;

/** Words that are no entity; a part of the day may be a greeting. */
export function wordsLeft(reading: Reading): string[] {
  return reading.tokens
    .filter((_, at) => reading.marks[at] === undefined || reading.marks[at] === "when")
    .map((token) => token.word);
}
