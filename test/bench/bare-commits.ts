import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "libsql";
import pg from "pg";
import type { Engine } from "../../src/database/database-url.ts";

const ROW = "x".repeat(200);
const WARM_UP = 300;

/** Bare prepared one-row commits per second: what the disk and the driver give at best (SQLite: WAL, FULL). */
export async function bareCommits(engine: Engine, where: string, count: number): Promise<number> {
  return engine === "sqlite" ? bareSqlite(where, count) : barePostgresql(where, count);
}

/** Median µs of making one small write durable in a folder. */
export function fsyncMicroseconds(folder: string): number {
  const file = openSync(join(folder, "fsync"), "w");
  const times = Array.from({ length: 300 }, () => {
    writeSync(file, Buffer.alloc(4096));
    const start = performance.now();
    fdatasyncSync(file);
    return (performance.now() - start) * 1000;
  });
  closeSync(file);
  return times.toSorted((a, b) => a - b)[150] ?? 0;
}

function bareSqlite(folder: string, count: number): number {
  const db = new Sqlite(join(folder, "bare.db"));
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare (id INTEGER PRIMARY KEY, v TEXT)");
  const insert = db.prepare("INSERT INTO bare (v) VALUES (?)");
  for (let i = 0; i < WARM_UP; i++) insert.run(ROW);
  const start = performance.now();
  for (let i = 0; i < count; i++) insert.run(ROW);
  const seconds = (performance.now() - start) / 1000;
  db.close();
  return count / seconds;
}

async function barePostgresql(url: string, count: number): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("CREATE TABLE bare (id SERIAL PRIMARY KEY, v TEXT)");
  const insert = () => client.query({ name: "bare", text: "INSERT INTO bare (v) VALUES ($1)", values: [ROW] });
  for (let i = 0; i < WARM_UP; i++) await insert();
  const start = performance.now();
  for (let i = 0; i < count; i++) await insert();
  const seconds = (performance.now() - start) / 1000;
  await client.query("DROP TABLE bare");
  await client.end();
  return count / seconds;
}
