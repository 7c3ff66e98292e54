import pino from "pino";
import { startApp } from "./app.ts";
import { type Config, ConfigError } from "./config.ts";
import { logError } from "./log-error.ts";
import { openLog } from "./open-log.ts";
import { prepareFolder } from "./prepare-folder.ts";

/** Starts the shop, says where it is, and stops it cleanly on SIGTERM or SIGINT. */
export async function start(config: Config): Promise<void> {
  await prepareFolder(config).catch((error: unknown) => {
    throw startFault(error, config);
  });
  const log = openLog(config.logLevel, pino.destination({ dest: 2, sync: false }));
  const app = await startApp(config, log).catch((error: unknown) => {
    throw startFault(error, config);
  });
  console.log(`\nKopdar siap.\n\n  Chat pembeli : ${app.url}/\n  Konsol toko  : ${app.url}/console`);
  if (app.ownerLink) console.log(`\n  Buka sekali untuk membuat akun pemilik:\n  ${app.ownerLink}`);
  console.log(
    `\n  Data         : ${config.dataDir}\n  Kanal        : ${app.channels.map(({ name, accountName }) => `${name} (${accountName})`).join(", ")}\n`,
  );
  app.printScans(console.log);
  stopOnSignal(app.stop);
}

/** What an owner can mend is said in a line with its fix; anything else is a fault of ours, and stays as it is. */
function startFault(error: unknown, { port, databaseUrl, dataDir }: Config): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE")
    return new ConfigError(`Port ${port} is in use. Stop the other program, or set PORT to another one.`);
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28P01|28000|3D000)$/.test(code) && !databaseUrl.startsWith("file:"))
    return new ConfigError(`The database does not let us in (${code}). Start it, or mend DATABASE_URL.`);
  if (/^(EACCES|EROFS|EEXIST|ENOTDIR|SQLITE_(READONLY|CANTOPEN).*)$/.test(code))
    return new ConfigError(`${dataDir} cannot be written (${code}). Give this user the right to, or set DATA_DIR.`);
  return error;
}

/** What is in flight is given this long; whatever is not finished then is found by the next start. */
const GRACE_MS = 25_000;

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(logError(error));
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}
