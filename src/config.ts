import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";

const ZONES = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/** Each variable with its check. A message says what is wrong and how to mend it. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("a port from 0 to 65535, for example 3000"),
  PUBLIC_URL: z
    .url({ protocol: /^https$/ })
    .regex(/^[^?#]+$/)
    .optional()
    .describe("the https:// address at which customers reach this shop, for example https://toko.example"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/)
    .optional()
    .describe("file:./data/kopdar.db for SQLite, or postgresql://user:password@host:5432/name"),
  DATA_DIR: z.string().min(1).default("data").describe("a folder to keep the shop's data in, for example ./data"),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{10,}$/)
    .optional()
    .describe("the token as BotFather gives it: 123456:ABC…"),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/ })
    .default("https://api.telegram.org")
    .describe("an address that begins with https://"),
  TELEGRAM_DRIVER: z.enum(["grammy", "telegraf"]).default("grammy").describe("grammy or telegraf"),
  TELEGRAM_WEBHOOK_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("the public https:// address of this shop; leave it out to poll"),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/)
    .optional()
    .describe("1 to 256 of A-Z a-z 0-9 _ -; leave it out and one is derived from the token"),
  WHATSAPP_CLOUD_TOKEN: z
    .string()
    .regex(/^\S{20,}$/)
    .optional()
    .describe("the access token of a system user, as Meta Business Settings shows it"),
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional()
    .describe("the phone number id (digits, not the number itself), as WhatsApp > API Setup shows it"),
  WHATSAPP_CLOUD_APP_SECRET: z
    .string()
    .regex(/^\S{8,}$/)
    .optional()
    .describe("the app secret, as App settings > Basic shows it"),
  WHATSAPP_CLOUD_VERIFY_TOKEN: z
    .string()
    .regex(/^\S{8,200}$/)
    .optional()
    .describe("a password of your own making, 8 letters or more, entered at Meta beside the callback address"),
  WHATSAPP_CLOUD_API_ROOT: z
    .url({ protocol: /^https?$/ })
    .regex(/\/v\d+\.\d+\/?$/)
    .default("https://graph.facebook.com/v24.0")
    .describe("an address that begins with https:// and ends with a version: https://graph.facebook.com/v24.0"),
  WHATSAPP_CLOUD_TEMPLATE: z
    .string()
    .regex(/^[a-z0-9_]{1,512}$/)
    .optional()
    .describe("the name of an approved template: small letters, digits and _"),
  WHATSAPP_CLOUD_TEMPLATE_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/)
    .default("id")
    .describe("a language as WhatsApp names it, for example id or en_US"),
  WHATSAPP_WEB: z
    .enum(["0", "1"])
    .default("1")
    .describe("1 to offer connecting the shop's own WhatsApp number in the console, 0 not to"),
  CHROMIUM_PATH: z.string().min(1).optional().describe("the path of a Chromium or Chrome program"),
  TURN_QUIET_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(60_000)
    .default(1000)
    .describe("milliseconds from 0 to 60000, for example 1000"),
  SHOP_TIME_ZONE: z
    .string()
    .refine((zone) => ZONES.has(zone))
    .optional()
    .describe("an IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT)"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("one of fatal, error, warn, info, debug, trace, silent"),
  DEMO: z.enum(["0", "1"]).default("1").describe("1 for the demo shop, 0 for an empty one"),
});

/** What the process was told, checked. */
export interface Config {
  readonly port: number;
  readonly databaseUrl: string;
  /** Where customers reach the web chat, without a slash at its end; undefined where nobody said */
  readonly publicUrl: string | undefined;
  /** Absolute */
  readonly dataDir: string;
  readonly telegram:
    | {
        readonly token: string;
        readonly apiRoot: string;
        readonly driver: "grammy" | "telegraf";
        readonly webhookUrl?: string;
        readonly webhookSecret?: string;
      }
    | undefined;
  readonly whatsAppCloud:
    | {
        readonly token: string;
        readonly phoneNumberId: string;
        readonly appSecret: string;
        readonly verifyToken: string;
        /** With the version at its end */
        readonly apiRoot: string;
        readonly template?: string;
        readonly templateLanguage: string;
      }
    | undefined;
  /** Undefined where it is not offered; the browser is looked for where no path is set */
  readonly whatsAppWeb: { readonly executablePath: string | undefined } | undefined;
  readonly turnQuietMs: number;
  /** Overrides the shop's own zone where set */
  readonly timeZone: string | undefined;
  readonly logLevel: z.output<typeof Environment>["LOG_LEVEL"];
  readonly demo: boolean;
}

/** The environment does not say what it must; the message names each variable and its fix. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads the configuration. Empty variables count as not set. Relative paths start at `cwd`. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(explain([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]));
  const env = parsed.data;
  const dataDir = isAbsolute(env.DATA_DIR) ? env.DATA_DIR : resolve(cwd, env.DATA_DIR);
  return {
    port: env.PORT,
    databaseUrl: absoluteFile(env.DATABASE_URL ?? `file:${join(dataDir, "kopdar.db")}`, cwd),
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ""),
    dataDir,
    telegram: env.TELEGRAM_BOT_TOKEN
      ? {
          token: env.TELEGRAM_BOT_TOKEN,
          apiRoot: env.TELEGRAM_API_ROOT,
          driver: env.TELEGRAM_DRIVER,
          ...(env.TELEGRAM_WEBHOOK_URL ? { webhookUrl: env.TELEGRAM_WEBHOOK_URL } : {}),
          ...(env.TELEGRAM_WEBHOOK_SECRET ? { webhookSecret: env.TELEGRAM_WEBHOOK_SECRET } : {}),
        }
      : undefined,
    whatsAppCloud: whatsAppCloudOf(env),
    whatsAppWeb: env.WHATSAPP_WEB === "1" ? { executablePath: env.CHROMIUM_PATH } : undefined,
    turnQuietMs: env.TURN_QUIET_MS,
    timeZone: env.SHOP_TIME_ZONE,
    logLevel: env.LOG_LEVEL,
    demo: env.DEMO === "1",
  };
}

/** A number needs all four of its values, so one alone is a mistake and not a wish. */
function whatsAppCloudOf(env: z.output<typeof Environment>): Config["whatsAppCloud"] {
  const {
    WHATSAPP_CLOUD_TOKEN: token,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: phoneNumberId,
    WHATSAPP_CLOUD_APP_SECRET: appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
    WHATSAPP_CLOUD_TEMPLATE: template,
  } = env;
  const needed = {
    WHATSAPP_CLOUD_TOKEN: token,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: phoneNumberId,
    WHATSAPP_CLOUD_APP_SECRET: appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
  };
  if (token && phoneNumberId && appSecret && verifyToken) {
    const { WHATSAPP_CLOUD_API_ROOT: apiRoot, WHATSAPP_CLOUD_TEMPLATE_LANGUAGE: templateLanguage } = env;
    return {
      token,
      phoneNumberId,
      appSecret,
      verifyToken,
      apiRoot,
      templateLanguage,
      ...(template ? { template } : {}),
    };
  }
  if (Object.values({ ...needed, template }).every((value) => value === undefined)) return undefined;
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  throw new ConfigError(explain(missing.map(([name]) => name)));
}

/** One line for each variable that is wrong, or missing beside its fellows. */
function explain(names: readonly string[]): string {
  const shape: Record<string, { description?: string | undefined }> = Environment.shape;
  const lines = names.map((name) => `  ${name}: must be ${shape[name]?.description}`);
  return [
    "The configuration cannot be used:",
    ...lines,
    "Mend it in the environment or in .env; .env.example explains each variable.",
  ].join("\n");
}

function absoluteFile(url: string, cwd: string): string {
  if (!url.startsWith("file:")) return url;
  const path = url.slice("file:".length);
  return isAbsolute(path) ? url : `file:${resolve(cwd, path)}`;
}
