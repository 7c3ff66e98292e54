import { type Config, ConfigError } from "./config.ts";

/** What an owner can mend is said in a line with its fix; anything else is a fault of ours, and stays as it is. */
export function setUpFault(error: unknown, { port, databaseUrl, dataDir }: Config): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE")
    return new ConfigError(`Port ${port} is in use. Stop the other program, or set PORT to another one.`);
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28P01|28000|3D000)$/.test(code) && !databaseUrl.startsWith("file:"))
    return new ConfigError(`The database does not let us in (${code}). Start it, or mend DATABASE_URL.`);
  if (/^(EACCES|EROFS|EEXIST|ENOTDIR|SQLITE_(READONLY|CANTOPEN).*)$/.test(code))
    return new ConfigError(`${dataDir} cannot be written (${code}). Give this user the right to, or set DATA_DIR.`);
  return error;
}
