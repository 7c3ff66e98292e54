import Fuse from "fuse.js";
import { NlpManager } from "node-nlp";
import type { Product } from "../../src/shop/catalogue/catalogue.ts";

const TAUGHT: Readonly<Record<string, readonly string[]>> = {
  place_order: ["mau pesan 2 ya", "order dong kak", "minta 3 sama 1", "beli satu lusin"],
  change_order: ["ganti yang keju aja", "yang tadi gajadi", "tambah 1 lagi"],
  ask_price: ["berapa harganya", "brp kak", "harga berapa ya"],
  ask_stock: ["ada ga kak", "masih ready?", "stoknya masih ada"],
  ask_hours: ["buka jam berapa", "tutup jam brp", "hari minggu buka?"],
  complain: ["kok rusak", "barangnya basi", "pesanan saya salah"],
  postpone_purchase: ["nunggu gajian dulu", "nanti aja ya kak"],
  provide_info: ["nama saya sari", "alamat di jl mawar 3", "kirim ke sini"],
  affirm: ["iya", "oke", "betul"],
};

/** The usual combination: node-nlp says what is wanted, fuse.js finds the goods among all names, piece by piece. */
export async function measurePeer(products: readonly Product[]): Promise<(text: string) => Promise<void>> {
  const manager = new NlpManager({ languages: ["id"], forceNER: false, autoSave: false, nlu: { log: false } });
  for (const [intent, sentences] of Object.entries(TAUGHT))
    for (const sentence of sentences) manager.addDocument("id", sentence, intent);
  await manager.train();
  const fuse = new Fuse(products, { keys: ["name"], threshold: 0.4, includeScore: true, ignoreLocation: true });
  return async (text) => {
    await manager.process("id", text);
    for (const piece of text.split(/,| sama | dan |\n/)) fuse.search(piece.trim().slice(0, 32), { limit: 3 });
  };
}
