/** Tagged raw SQL for `$queryRaw` and `$executeRaw`, the same on both engines. */
export { empty, join, raw, Sql, sqltag as sql } from "@prisma/client/runtime/client";
