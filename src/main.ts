import { existsSync } from "node:fs";
import { ConfigError, readConfig } from "./config.ts";
import { logError } from "./log-error.ts";
import { start } from "./start.ts";

if (existsSync(".env")) process.loadEnvFile(".env");

try {
  await start(readConfig(process.env, process.cwd()));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : logError(error));
  process.exit(1);
}
