import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

it.each([
  ["lemper 12, eh bentar tantenya ikut, 15 deh", ["LMP=15"]],
  ["lemper 20.. eh kurang ding, 30", ["LMP=30"]],
  ["sus 6 ga jadi 6, 10 aja", ["KST=10"]],
  ["sus 2 box, eh salah, 3", ["KST=60"]],
  ["lapis legit 3 loyang jangan 3, 2 aja", ["LPS=2"]],
  ["puding 5. eh bukan. 6.", ["PUD=6"]],
  ["lemper 5 biji, tujuh deng", ["LMP=7"]],
  ["nastar yang 500 kebanyakan, yang 250 aja 2", ["NST/250gr=2"]],
  ["lemper 5, eh tambah puding 2", ["LMP=5", "PUD=2"]],
])("a number alone takes the place of the one before: %s", (text, wanted) => {
  expect(basketOf(hear("kue", text))).toEqual(wanted);
});

it.each([
  ["pashmina ceruty 2, item jangan, sage aja", ["PSM/sage=2"]],
  ["pashmina ceruty 3, moccanya ga usah, hitam aja", ["PSM/hitam=3"]],
])("a choice turned down leaves its number to the other: %s", (text, wanted) => {
  expect(basketOf(hear("hijab", text))).toEqual(wanted);
});

it.each([
  ["nastar yg 500 setengah lusin", ["NST/500gr=6"]],
  ["sus 2 box tambah 5 biji", ["KST=45"]],
  ["lemper 1 box plus 3 pcs", ["LMP=15"]],
  ["brownies semua jenis tiap 2", ["BRW/keju=2", "BRW/cokelat=2", "BRW/almond=2"]],
  ["semua rasa brownies masing2 1 loyang", ["BRW/keju=1", "BRW/cokelat=1", "BRW/almond=1"]],
  ["<b>lemper 10</b> ya kak", ["LMP=10"]],
  ["(puding 3)", ["PUD=3"]],
  ["kue 10 biji sus", ["KST=10"]],
])("numbers find their goods: %s", (text, wanted) => {
  expect(basketOf(hear("kue", text))).toEqual(wanted);
});

it.each([
  ["minyak goreng 2 liter 6 buat stok warung", ["MNK/2 liter=6"]],
  ["restock mie soto 2 dus ya", ["MIE/soto=80"]],
  ["gula pasir masih ada? kalo ada simpan 2 kilo", ["GLP=2"]],
  ["do you have sugar? if so I'll take 2 kg", ["GLP=2"]],
])("a word like stock asks nothing in an order: %s", (text, wanted) => {
  expect(basketOf(hear("warung", text))).toEqual(wanted);
});

it.each(["stok gula pasir ada 5 kilo?", "mie soto ready stok?", "kalo gula ambil 10 kilo dapet diskon?"])(
  "and is a question where one is asked: %s",
  (text) => {
    expect(hear("warung", text).items).toEqual([]);
  },
);
