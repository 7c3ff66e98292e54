import type { Ask, Meaning, Picture, TalkWords } from "#flow";
import { answeredBy } from "../src/shop/branch/answered-by.words.ts";
import { localTime } from "../src/shop/calendar/calendar.ts";
import { sayPast } from "../src/shop/calendar/calendar.words.ts";
import { sayList, sayQuantity, sayVariant } from "../src/shop/catalogue/catalogue.words.ts";
import { adjustOrderWords } from "./adjust-order/adjust-order.words.ts";
import { personWords } from "./person/person.words.ts";
import { placedOrderWords } from "./placed-orders/placed-orders.words.ts";
import { kak, oneOf } from "./words.ts";

/** The sentences that belong to talking itself, whatever the errand. */
export const talkWords: TalkWords & { readonly privacy: (picture: Picture) => string } = {
  misunderstood: (times, picture) =>
    times === 1
      ? oneOf(picture, [
          `Maaf ${kak(picture)}, saya belum paham maksudnya.`,
          `Maaf ${kak(picture)}, boleh ditulis dengan kata lain?`,
        ])
      : `Maaf ${kak(picture)}, saya masih belum paham. Pilih saja di bawah ini, atau tulis pelan-pelan ya.`,
  lost: (picture): Ask => ({
    text: `${kak(picture)} mau apa?`,
    question: { type: "basket" },
    choices: [
      { label: "Pesan", means: { intents: ["place_order"] } },
      { label: "Lihat menu", means: { intents: ["ask_menu"] } },
      { label: "Cek pesanan", means: { intents: ["order_status"] } },
      { label: "Bicara dengan penjual", means: { intents: ["talk_to_human"] } },
    ],
  }),
  handOverLost: (picture) => personWords.callingLost(picture),
  answeredBy: (picture) => personWords.answeredBy(picture),
  personAnswers: (picture) => personWords.personAnswers(picture),
  meanwhile: (picture) => personWords.meanwhile(picture),
  resume: (gist, since, picture) => {
    const then = localTime(since, picture.timeZone).day;
    return `Halo lagi ${kak(picture)}! ${capital(sayPast(then, localTime(picture.now, picture.timeZone).day))} sempat mau pesan ${gist}; masih saya simpan.`;
  },
  handedBack: (gist, picture) =>
    gist
      ? `Saya lanjut bantu lagi ya ${kak(picture)}. Tadi pesanannya: ${gist}.`
      : `Saya lanjut bantu lagi ya ${kak(picture)}. Kalau ada yang lain, tinggal tulis.`,
  answeredLate: (picture) => `Maaf ya ${kak(picture)}, tadi belum sempat dibalas 🙏`,
  leftUnanswered: (picture) => personWords.callingAgain(picture),
  notThatSummary: (picture) => `Sebentar ${kak(picture)}, pastikan dulu yang ini ya.`,
  proposed: (picture) => `${kak(picture)}, ini catatan dari telepon kita tadi. Dicek dulu ya, baru saya pesankan.`,
  proposalGone: (picture) =>
    `${kak(picture)}, tautan pesanan itu sudah dipakai atau sudah lewat waktunya. Tulis saja pesanannya di sini, atau telepon kami lagi, ya.`,
  staffLinkOver: (picture) =>
    `Maaf ${kak(picture)}, tautan itu sudah dipakai atau sudah lewat waktunya. Kalau ${kak(picture)} orang toko, buat yang baru di konsol ya.`,
  sameMessage: (picture) => `Iya ${kak(picture)}, yang itu sudah dicatat.`,
  edited: (picture) =>
    `${kak(picture)}, saya lihat ada pesan yang diedit. Supaya tidak keliru, tulis lagi bagian yang berubah ya.`,
  media: (picture) => `Terima kasih ${kak(picture)}, ini saya teruskan ke penjual ya. ${answeredBy(picture)}`,
  sticker: (picture) =>
    oneOf(picture, [`😊 Ada yang bisa dibantu, ${kak(picture)}?`, `Hehe. Mau pesan apa, ${kak(picture)}?`]),
  orderStepped: (order, step, picture) => placedOrderWords.stepped(order, step, picture),
  offerShown: (offer, picture) => adjustOrderWords.said(offer, picture),
  offerSettled: (offer, state, picture) => adjustOrderWords.settled(offer, state, picture),
  unsure: (meaning, picture): Ask => {
    const goods = sayList(meaning.items.map((item) => sayItem(item, picture)));
    return {
      text: `Maksudnya mau pesan ${goods}, ${kak(picture)}?`,
      question: { type: "yesNo" },
      choices: [
        { label: "Ya, pesan itu", means: { intents: ["place_order"], items: meaning.items } },
        { label: "Bukan", means: { intents: ["deny"] } },
      ],
      yes: { intents: ["place_order"], items: meaning.items },
    };
  },
  privacy: (picture) =>
    picture.shop.privacy ??
    `${picture.shop.name} menyimpan nama, nomor HP, alamat, dan isi chat ini hanya untuk mengurus pesanan. Data tidak dijual atau dibagikan, kecuali ke kurir yang mengantar. Mau dihapus atau berhenti menerima promo? Tulis saja di sini.`,
};

function sayItem({ sku, options, quantity }: Meaning["items"][number], picture: Picture): string {
  const product = picture.products.get(sku);
  return product ? `${sayVariant(product, options)} ${sayQuantity(quantity, product.unit)}` : sku;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
