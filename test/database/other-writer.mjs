// Another program on the same SQLite file: writes and holds the file for some milliseconds, again and again.
import Sqlite from "libsql";

const db = new Sqlite(process.argv[2], { timeout: 10_000 });
const add = db.prepare(
  `INSERT INTO "Staff" ("id", "name", "username", "role", "passwordHash", "createdAt") VALUES (?, '', ?, '', '', 0)`,
);
let round = 0;

setInterval(() => {
  db.exec("BEGIN IMMEDIATE");
  add.run([`other ${round}`, `other ${round}`]);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 + (round % 4) * 10);
  db.exec("COMMIT");
  if (round === 0) console.log("writing");
  round += 1;
}, 2);
