import pino from "pino";
import { startApp } from "./app.ts";
import type { Config } from "./config.ts";
import { logError } from "./log-error.ts";
import { openLog } from "./open-log.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { setUpFault } from "./set-up-fault.ts";

/** Starts the shop, says where it is, and stops it cleanly on SIGTERM or SIGINT. */
export async function start(config: Config): Promise<void> {
  await prepareFolder(config).catch((error: unknown) => {
    throw setUpFault(error, config);
  });
  const log = openLog(config.logLevel, pino.destination({ dest: 2, sync: false }));
  const app = await startApp(config, log).catch((error: unknown) => {
    throw setUpFault(error, config);
  });
  console.log(`\nKopdar siap.\n\n  Chat pembeli : ${app.url}/\n  Konsol toko  : ${app.url}/console`);
  if (app.ownerLink) console.log(`\n  Buka sekali untuk membuat akun pemilik:\n  ${app.ownerLink}`);
  console.log(
    `\n  Data         : ${config.dataDir}\n  Kanal        : ${app.channels.map(({ name, accountName }) => `${name} (${accountName})`).join(", ")}\n`,
  );
  app.printScans(console.log);
  stopOnSignal(app.stop);
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
