import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/config.ts";

describe("configuration", () => {
  test("an empty environment is a working demo shop in one folder", () => {
    const config = readConfig({}, "/shop");
    expect(config).toMatchObject({
      port: 3000,
      dataDir: "/shop/data",
      databaseUrl: "file:/shop/data/kopdar.db",
      demo: true,
      telegram: undefined,
      turnQuietMs: 1000,
    });
  });

  test("a variable that is set to nothing counts as not set", () => {
    expect(readConfig({ PORT: "", TELEGRAM_BOT_TOKEN: " " }, "/shop")).toMatchObject({
      port: 3000,
      telegram: undefined,
    });
  });

  test.each([
    ["PORT", "seratus"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://x"],
    ["TELEGRAM_BOT_TOKEN", "rahasia"],
    ["TELEGRAM_API_ROOT", "telegram"],
    ["TELEGRAM_DRIVER", "bot"],
    ["TELEGRAM_WEBHOOK_SECRET", "a b"],
    ["WHATSAPP_CLOUD_PHONE_NUMBER_ID", "+62 812"],
    ["WHATSAPP_CLOUD_API_ROOT", "https://graph.facebook.com"],
    ["WHATSAPP_CLOUD_TEMPLATE", "Kabar Pesanan"],
    ["TURN_QUIET_MS", "-1"],
    ["SHOP_TIME_ZONE", "Depok"],
    ["PUBLIC_URL", "http://toko.example"],
    ["PUBLIC_URL", "toko.example"],
    ["LOG_LEVEL", "loud"],
    ["DEMO", "yes"],
  ])("%s=%s is refused with the variable's name, a fix, and not its value", (name, value) => {
    const refused = () => readConfig({ [name]: value }, "/shop");
    expect(refused).toThrow(ConfigError);
    expect(refused).toThrow(new RegExp(`${name}: must be `));
    if (name === "TELEGRAM_BOT_TOKEN") expect(refused).not.toThrow(/rahasia/);
  });

  const cloud = {
    WHATSAPP_CLOUD_TOKEN: "EAAG0123456789abcdefghij",
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: "106540352242922",
    WHATSAPP_CLOUD_APP_SECRET: "0123456789abcdef",
    WHATSAPP_CLOUD_VERIFY_TOKEN: "kue-lapis-legit",
  };

  test("a WhatsApp number needs all four of its values, and says which are missing", () => {
    expect(readConfig({}, "/shop").whatsAppCloud).toBeUndefined();
    expect(readConfig(cloud, "/shop").whatsAppCloud).toEqual({
      token: cloud.WHATSAPP_CLOUD_TOKEN,
      phoneNumberId: cloud.WHATSAPP_CLOUD_PHONE_NUMBER_ID,
      appSecret: cloud.WHATSAPP_CLOUD_APP_SECRET,
      verifyToken: cloud.WHATSAPP_CLOUD_VERIFY_TOKEN,
      apiRoot: "https://graph.facebook.com/v24.0",
      templateLanguage: "id",
    });
    for (const name of Object.keys(cloud)) {
      const refused = () => readConfig({ ...cloud, [name]: "" }, "/shop");
      expect(refused).toThrow(ConfigError);
      expect(refused).toThrow(new RegExp(`  ${name}: must be `));
      expect(refused).not.toThrow(/EAAG0123/);
    }
    expect(() => readConfig({ WHATSAPP_CLOUD_TEMPLATE: "kabar_pesanan" }, "/shop")).toThrow(/WHATSAPP_CLOUD_TOKEN/);
  });

  test("every variable of the example file is known, and every known one is in it", async () => {
    const { readFile } = await import("node:fs/promises");
    const example = await readFile(new URL("../../.env.example", import.meta.url), "utf8");
    const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const source = await readFile(new URL("../../src/config.ts", import.meta.url), "utf8");
    const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map(([, name]) => name);
    expect(names).toEqual(known);
    expect(known.length).toBeGreaterThan(10);
  });
});
