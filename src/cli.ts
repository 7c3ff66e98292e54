#!/usr/bin/env node
import { existsSync } from "node:fs";
import { Command } from "commander";
import { ConfigError, readConfig } from "./config.ts";
import { logError } from "./log-error.ts";

/** `kopdar <command>`: everything a shop does besides talking. Each command loads only what it needs. */
const program = new Command("kopdar").description(
  "Bot pemesanan lewat chat untuk toko yang pembelinya menelepon, chat, dan bayar tunai",
);

const config = () => readConfig(process.env, process.cwd());

program
  .command("start")
  .description("Run the shop: web chat, console and channels")
  .action(async () => (await import("./start.ts")).start(config()));

program
  .command("import <file>")
  .description("Import a catalogue (.json or .csv). Nothing is imported when anything is wrong")
  .option("--shop <id>", "which shop of a file with several")
  .option("--dry-run", "say what would change, and change nothing")
  .action(async (file: string, options: { shop?: string; dryRun?: boolean }) =>
    (await import("./commands/import.ts")).importFile(config(), file, options),
  );

program
  .command("export")
  .description("Write the catalogue as JSON to standard output")
  .action(async () => (await import("./commands/export.ts")).exportShop(config()));

program
  .command("orders")
  .description("List orders, newest first")
  .option("--json", "as JSON, whole")
  .action(async (options: { json?: boolean }) => (await import("./commands/orders.ts")).listOrders(config(), options));

program
  .command("understand")
  .description("Read message lines (JSON) from standard input, or one message as it stands, and write what they mean")
  .argument("[text]", "one message, as a customer writes it")
  .requiredOption("--catalog <file>", "catalogue file, see docs/catalogue-format.md")
  .option("--shop <id>", "the shop of the catalogue file that lines without one are for")
  .option("--explain", "write for people how each meaning came about")
  .action(async (text: string | undefined, options: { catalog: string; shop?: string; explain?: boolean }) =>
    (await import("./commands/understand.ts")).understandLines(text, options),
  );

program
  .command("misread")
  .description("Messages that staff marked as understood wrongly")
  .command("export")
  .description("Write them as labelled rows (JSON lines) to standard output, without real phone numbers")
  .action(async () => (await import("./commands/export-misreads.ts")).exportMisreads(config()));

program
  .command("play")
  .description(
    "Play dialogues (JSON lines from standard input) through the whole road on a throwaway database, write the end states",
  )
  .requiredOption("--catalog <file>", "catalogue file, see docs/catalogue-format.md")
  .action(async (options: { catalog: string }) => (await import("./commands/play.ts")).playDialogues(options.catalog));

program
  .command("doctor")
  .description("Check the set-up and say what to mend")
  .action(async () => (await import("./commands/doctor.ts")).doctor(process.env, process.cwd()));

program
  .command("backup <file>")
  .description("Write all data to a file, also while the shop is running")
  .action(async (file: string) => (await import("./commands/backup.ts")).backUp(config(), file));

program
  .command("restore <file>")
  .description("Read a backup into an empty database, all or nothing")
  .action(async (file: string) => (await import("./commands/backup.ts")).restoreFrom(config(), file));

program
  .command("migrate")
  .description("Bring the database to this release; `start` does it too")
  .action(async () => (await import("./commands/migrate.ts")).migrateDatabase(config()));

if (existsSync(".env")) process.loadEnvFile(".env");

program.parseAsync().catch((error: unknown) => {
  const isTold = error instanceof ConfigError || (error instanceof Error && error.name === "CommandError");
  console.error(isTold ? (error as Error).message : logError(error));
  process.exit(1);
});
