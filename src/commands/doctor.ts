import { access, constants, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { openDatabase } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { prepareFolder } from "../prepare-folder.ts";
import { CommandError } from "./with-database.ts";

/** One thing looked at: fine, or what is wrong and how to mend it. */
interface Finding {
  readonly what: string;
  readonly wrong?: string;
}

const ENOUGH_BYTES = 500 * 1024 * 1024;
const OLDEST_NODE = [20, 19] as const;

/** Looks at all that a shop needs to run, and says of each whether it is fine or how to mend it. Fails when something is wrong. */
export async function doctor(environment: Readonly<Record<string, string | undefined>>, cwd: string): Promise<void> {
  const findings: Finding[] = [nodeVersion(process.versions.node)];
  const config = configuration(environment, cwd, findings);
  if (config)
    findings.push(
      await dataFolder(config),
      await diskSpace(config),
      await database(config),
      await port(config),
      publicUrl(config),
      await telegram(config),
    );
  for (const { what, wrong } of findings) console.log(wrong ? `✗ ${what}: ${wrong}` : `✓ ${what}`);
  if (findings.some(({ wrong }) => wrong)) throw new CommandError("Something needs mending; see the lines marked ✗.");
}

function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const fine = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return {
    what: `Node.js ${version}`,
    ...(fine ? {} : { wrong: `install Node.js ${OLDEST_NODE.join(".")} or newer` }),
  };
}

function configuration(
  environment: Readonly<Record<string, string | undefined>>,
  cwd: string,
  findings: Finding[],
): Config | undefined {
  try {
    const config = readConfig(environment, cwd);
    findings.push({ what: "Configuration" });
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    findings.push({ what: "Configuration", wrong: error.message });
    return undefined;
  }
}

async function dataFolder(config: Config): Promise<Finding> {
  const what = `Data folder ${config.dataDir}`;
  try {
    await prepareFolder(config);
    await access(config.dataDir, constants.W_OK);
    return { what };
  } catch {
    return { what, wrong: "cannot be written; give this user the right to, or set DATA_DIR to a folder that can be" };
  }
}

async function diskSpace(config: Config): Promise<Finding> {
  const what = "Free disk space";
  const free = await statfs(config.dataDir).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
  if (free === undefined || free >= ENOUGH_BYTES) return { what };
  return {
    what,
    wrong: `only ${Math.round(free / 1024 / 1024)} MB are left; free some, or set DATA_DIR to a larger disk`,
  };
}

async function database(config: Config): Promise<Finding> {
  const what = config.databaseUrl.startsWith("file:") ? "Database (SQLite)" : "Database (PostgreSQL)";
  try {
    await migrate(config.databaseUrl);
    const opened = await openDatabase(config.databaseUrl);
    await opened.prisma.shop.count();
    await opened.close();
    return { what };
  } catch (error) {
    return {
      what,
      wrong: `${error instanceof Error ? error.message.split("\n").at(-1) : "does not answer"}; check DATABASE_URL`,
    };
  }
}

async function port(config: Config): Promise<Finding> {
  const what = `Port ${config.port}`;
  const server = createServer();
  const taken = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(true));
    server.listen(config.port, () => server.close(() => resolve(false)));
  });
  return taken
    ? { what, wrong: "is in use (is the shop running already?); stop the other program or set PORT" }
    : { what };
}

/** Whether it can be reached is seen from outside alone. */
function publicUrl({ publicUrl: url }: Config): Finding {
  return url
    ? { what: `Links to the web chat begin with ${url}` }
    : { what: "Links to the web chat work where the console's own address does (no PUBLIC_URL)" };
}

async function telegram({ telegram: settings }: Config): Promise<Finding> {
  if (!settings) return { what: "Telegram is off (no TELEGRAM_BOT_TOKEN)" };
  const what = "Telegram";
  try {
    const answer = await fetch(`${settings.apiRoot.replace(/\/+$/, "")}/bot${settings.token}/getMe`, {
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.ok) return { what };
    return {
      what,
      wrong:
        answer.status === 401 || answer.status === 404
          ? "refuses TELEGRAM_BOT_TOKEN; copy it again from @BotFather"
          : `answers ${answer.status}; try again later`,
    };
  } catch {
    return { what, wrong: "cannot be reached; check the network and TELEGRAM_API_ROOT" };
  }
}
