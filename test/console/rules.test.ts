import { expect, it } from "vitest";
import { loadShop } from "../../src/shop/catalogue/catalogue-store.ts";
import type { StoredRules } from "../../src/shop/settings/rules-store.ts";
import { consoleUnderTest } from "../fixtures/console.ts";
import { eachEngine } from "../fixtures/database.ts";
import { bodyOf } from "../fixtures/web-server.ts";

const PATH = "/console/api/rules";

eachEngine((engine) => {
  const shop = consoleUnderTest(engine);
  const keep = async (settings: object) =>
    shop.database.prisma.shop.update({
      where: { id: 1 },
      data: { settings: JSON.stringify(settings), catalogueVersion: { increment: 1 } },
    });

  it("the owner says which orders a call confirms; the next turn knows, and it is written down who changed what", async () => {
    await keep({});
    const owner = await shop.signedIn("owner");
    const { version, rules } = await owner.read<StoredRules>(PATH);
    expect(rules.confirmCall).toEqual({});
    const confirmCall = { firstOrderAbove: 250_000, afterFailedDeliveries: 2 };
    const changed = await bodyOf<StoredRules>(await owner.put(PATH, { version, rules: { confirmCall } }));
    expect(changed.rules.confirmCall).toEqual(confirmCall);
    const { settings, catalogueVersion } = await loadShop(shop.database.prisma);
    expect(settings.confirmCall).toEqual(confirmCall);
    expect(catalogueVersion).toBe(version + 1);
    const [entry] = await shop.database.prisma.audit.findMany({ where: { what: "changedRules" } });
    expect(JSON.parse(entry?.data ?? "")).toMatchObject({ before: { confirmCall: {} }, after: { confirmCall } });
    const off = await owner.put(PATH, { version: version + 1, rules: { confirmCall: {} } });
    expect((await bodyOf<StoredRules>(off)).rules.confirmCall).toEqual({});
  });

  it("what the form does not speak of stays: other settings, and those of a newer release", async () => {
    const confirmCall = { firstOrderAbove: 1 };
    const settings = { id: "dapur", fulfilment: ["pickup"], paymentNote: "BCA 1", confirmCall, tomorrow: { a: [1] } };
    await keep(settings);
    const owner = await shop.signedIn("owner");
    const { version } = await owner.read<StoredRules>(PATH);
    await owner.put(PATH, { version, rules: {} });
    await owner.put(PATH, { version: version + 1, rules: { confirmCall: { afterFailedDeliveries: 3 } } });
    const stored = await shop.database.prisma.shop.findUniqueOrThrow({ where: { id: 1 } });
    expect(JSON.parse(stored.settings)).toEqual({ ...settings, confirmCall: { afterFailedDeliveries: 3 } });
  });

  it("two owners who save at once: the second is told and sees what the first saved", async () => {
    await keep({});
    const owner = await shop.signedIn("owner");
    const { version } = await owner.read<StoredRules>(PATH);
    const save = (firstOrderAbove: number) => owner.put(PATH, { version, rules: { confirmCall: { firstOrderAbove } } });
    const answers = await Promise.all([save(100_000), save(200_000)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await owner.read<StoredRules>(PATH)).version).toBe(version + 1);
  });

  it("what is no rule is refused, and changes nothing", async () => {
    const owner = await shop.signedIn("owner");
    const before = await owner.read<StoredRules>(PATH);
    const wrong = [
      { confirmCall: { firstOrderAbove: -1 } },
      { confirmCall: { firstOrderAbove: 0.5 } },
      { confirmCall: { firstOrderAbove: 1e12 } },
      { confirmCall: { afterFailedDeliveries: 0 } },
      { confirmCall: null },
      { unheardOf: 1 },
    ];
    for (const rules of wrong) expect((await owner.put(PATH, { version: before.version, rules })).status).toBe(400);
    expect(await owner.read<StoredRules>(PATH)).toEqual(before);
  });
});
