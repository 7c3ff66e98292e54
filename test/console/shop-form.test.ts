import { beforeAll, expect, it } from "vitest";
import { eachEngine } from "../fixtures/database.ts";
import type { HttpBrowser } from "../fixtures/web-server.ts";
import { API, editingShop, refusal } from "./editing-shop.ts";

eachEngine((engine) => {
  let owner: HttpBrowser;
  const { opened, form, writes } = editingShop(engine);
  beforeAll(() => {
    ({ owner } = opened());
  });
  const edit = (kind: string, seen: unknown, wanted: unknown) => owner.put(`${API}/shop/${kind}`, { seen, wanted });
  const branch = async (code = "toko") => (await form()).branches.find((each) => each.code === code);

  it("hours are what the bot says from the next message on: past midnight, two spans a day, holidays", async () => {
    const seen = await branch();
    const hours = "Senin-Kamis 08.00-12.00 & 13.00-17.00, Jumat-Sabtu 17.00-02.00, Minggu tutup";
    const holidays = [{ day: "2026-12-25", name: "Natal", hours: "tutup" }];
    expect((await edit("branch", seen, { ...seen, hours, holidays, dailyCapacity: 12.5 })).status).toBe(200);
    const told = await writes("jono", "buka jam berapa?");
    expect(told).toContain("Toko Margonda: Senin–Kamis 08.00–12.00 & 13.00–17.00, Jumat–Sabtu 17.00–02.00");
    expect(await branch()).toMatchObject({ hours, holidays, dailyCapacity: 12.5 });
  });

  it("hours that cannot be are refused in words", async () => {
    const seen = await branch();
    const wrong: readonly (readonly [object, RegExp])[] = [
      [{ hours: "pagi sampai sore" }, /Jam buka: .*tidak terbaca/],
      [{ hours: "Setiap hari 25.00-26.00" }, /Jam buka/],
      [{ hours: "Setiap hari 08.00-12.00 & 11.00-17.00" }, /bertumpuk/],
      [{ holidays: [{ day: "2026-12-25", name: "Natal", hours: "09.00-12.00 & 10.00-13.00" }] }, /bertumpuk/],
      [{ holidays: [{ day: "25 Desember", name: "Natal" }] }, /Hari khusus/],
      [{ holidays: Array(2).fill({ day: "2026-12-25", name: "Natal" }) }, /sudah dipakai/],
      [{ latitude: 91 }, /Titik peta/],
      [{ timeZone: "Mars/Olympus" }, /Zona waktu/],
      [{ dailyCapacity: -1 }, /Kapasitas/],
    ];
    for (const [change, why] of wrong) {
      const [status, message] = await refusal(await edit("branch", seen, { ...Object(seen), ...change }));
      expect([status, message]).toEqual([400, expect.stringMatching(why)]);
    }
    expect(await branch()).toEqual(seen);
  });

  it("a delivery zone is added, changed and withdrawn; one of an unknown branch is not", async () => {
    const wanted = { name: "Cinere", branch: "toko", areas: ["Gandul"], fee: 15_000, codLimit: 0, freeFrom: 200_000 };
    expect((await edit("zone", null, wanted)).status).toBe(200);
    expect(await writes("jono", "ongkir ke cinere berapa?")).toContain("Rp15.000");
    const zone = (await form()).zones.find(({ code }) => code === "cinere");
    expect((await edit("zone", zone, { ...zone, fee: 18_000 })).status).toBe(200);
    expect(await writes("jono", "ongkir ke gandul?")).toContain("Rp18.000");
    const [status, message] = await refusal(await edit("zone", null, { ...wanted, name: "Y", branch: "none" }));
    expect([status, message]).toEqual([400, expect.stringContaining('tidak ada cabang "none"')]);
    expect((await edit("zone", null, { ...wanted, fee: -1 })).status).toBe(400);
    const now = (await form()).zones.find(({ code }) => code === "cinere");
    expect((await edit("zone", now, null)).status).toBe(200);
    expect((await edit("zone", now, { ...now, fee: 1 })).status).toBe(409);
    expect(await writes("jono", "ongkir ke cinere berapa?")).not.toContain("Rp18.000");
  });

  it("a branch is added and closed; one that delivers somewhere, and the last, stay", async () => {
    expect((await edit("branch", null, { name: "Lapak Pasar", hours: "24 jam" })).status).toBe(200);
    expect(await writes("jono", "lokasinya di mana?")).toContain("Lapak Pasar");
    expect((await edit("branch", await branch("lapak-pasar"), null)).status).toBe(200);
    expect((await edit("branch", await branch("toko"), null)).status).toBe(400);
    expect((await form()).branches.map(({ code }) => code).sort()).toEqual(["gudang", "toko"]);
  });

  it("name, privacy and payment words, ways to sell and questions; what is emptied is gone", async () => {
    const { details: seen } = await form();
    const wanted = {
      ...seen,
      about: "Kue rumahan sejak 1998.",
      phone: null,
      paymentNote: "BCA 123 a.n. Ratna",
      privacy: "Data hanya untuk pesanan.",
      fulfilment: ["pickup"],
      asks: ["when", "name"],
    };
    expect((await edit("details", seen, wanted)).status).toBe(200);
    expect(await writes("jono", "bayarnya gimana?")).toContain("BCA 123 a.n. Ratna");
    const { details } = await form();
    expect(details).toMatchObject({ ...wanted, phone: null });
    await edit("details", details, { ...details, ...seen, paymentNote: "", privacy: "" });
    expect((await form()).details).toEqual(seen);
    expect((await edit("details", details, { ...details, fulfilment: ["teleport"] })).status).toBe(400);
  });

  it("the bot's own words take the owner's from the next message on; unknown places are refused", async () => {
    const words = { youAreWelcome: "Nuhun pisan {kak}, ti {toko}!" };
    expect((await edit("words", {}, words)).status).toBe(200);
    expect(await writes("jono", "makasih ya")).toContain("Nuhun pisan Kak, ti Dapur Bu Ratna!");
    const [status, message] = await refusal(await edit("words", words, { ...words, accepted: "Halo {nama}" }));
    expect([status, message]).toEqual([400, expect.stringContaining("{nama} tidak dikenal")]);
    expect((await edit("words", {}, { youAreWelcome: "Yang lain" })).status).toBe(409);
    expect((await edit("words", words, { youAreWelcome: "" })).status).toBe(200);
    expect((await form()).words).toEqual({});
  });
});
