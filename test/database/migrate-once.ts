// A process that starts on a database: prints which migrations it applied.
import { migrate } from "../../src/database/migrate.ts";

const { applied } = await migrate(process.argv[2] ?? "");
console.log(JSON.stringify(applied));
