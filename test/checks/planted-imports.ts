/** A violation of one rule, planted in a tree that keeps all rules. */
export interface Plant {
  readonly rule: string;
  /** What the planted file does, in words */
  readonly crime: string;
  readonly from: string;
  /** What it must not import or use */
  readonly to: string;
  readonly files: Readonly<Record<string, string>>;
}

const VALUE = "export const value = 1;\n";
const uses = (path: string) => `export { value } from "${path}";\n`;
const knows = (path: string) => `export type { Kind } from "${path}";\n`;

/** The folders of the program in small, with the imports that are meant to be. */
export const CLEAN_TREE: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    type: "module",
    imports: { "#flow": { source: "./src/flow.ts", default: "./dist/src/flow.js" } },
    dependencies: { zod: "4", fastify: "5", "@prisma/client": "7" },
    devDependencies: { vitest: "4", react: "19" },
  }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: { module: "NodeNext", customConditions: ["source"], allowImportingTsExtensions: true },
  }),
  ...npmPackages("zod", "fastify", "@prisma/client", "vitest", "react"),
  "flows/order/order.ts": `export { value } from "#flow";\n${uses("../../src/shop/order/order.ts").replace("value", "value as rule")}import "zod";\n`,
  "src/flow.ts": uses("./conversation/advance.ts"),
  "src/conversation/advance.ts": uses("../understanding/understand.ts"),
  "src/understanding/understand.ts": `${uses("../shop/order/order.ts")}export const day = new Date(0); // Date.now() is a comment\n`,
  "src/shop/order/order.ts": `${VALUE}export type Kind = { readonly process: string };\n`,
  "src/shop/order/order-store.ts": `${uses("../../database/sql.ts")}export const all = (db: { prisma: { findMany(): void } }) => db.prisma.findMany();\n`,
  "src/shop/stock/stock-store.ts": uses("../order/order.ts"),
  "src/channels/channel.ts": `${VALUE}export type Kind = 1;\n`,
  "src/channels/telegram/telegram-channel.ts": uses("../channel.ts"),
  "src/channels/web-chat/web-chat-channel.ts": uses("../../web/secret.ts"),
  "src/channels/web-chat/web-chat-store.ts": `${uses("../../database/database.ts")}export type Kind = 1;\n`,
  "src/channels/web-chat/page/main.tsx": `import "react";\n${knows("../web-chat-store.ts")}`,
  "src/inbox/inbox.ts": `${uses("../database/sql.ts")}${knows("../channels/channel.ts")}`,
  "src/outbox/sender.ts": uses("../channels/channel.ts"),
  "src/timers/timer-store.ts": uses("../database/sql.ts"),
  "src/turn.ts": uses("./turn/claim-due.ts"),
  "src/turn/claim-due.ts": `${uses("../database/sql.ts")}export { value as engine } from "../conversation/advance.ts";\nexport { value as row } from "../outbox/sender.ts";\n`,
  "src/staff/reply.ts": uses("../inbox/inbox.ts"),
  "src/web/secret.ts": `${uses("../shop/order/order.ts")}import "node:crypto";\n`,
  "src/database/database.ts": `${VALUE}export type Kind = 1;\nimport "@prisma/client";\n`,
  "src/database/sql.ts": VALUE,
  "src/console/console-routes.ts": `${uses("./console-store.ts")}${knows("../database/database.ts")}import "fastify";\n`,
  "src/console/console-store.ts": uses("../database/database.ts"),
  "src/commands/play.ts": uses("../turn.ts"),
  "src/app.ts": `${uses("./channels/telegram/telegram-channel.ts")}export { value as routes } from "./console/console-routes.ts";\n`,
  "src/start.ts": uses("./app.ts"),
  "src/main.ts": uses("./start.ts"),
  "src/cli.ts": uses("./commands/play.ts"),
};

/** At least one violation of every rule. */
export const PLANTS: readonly Plant[] = [
  plant(
    "flows-import-flow-and-shop-rules",
    "a flow reads stock itself",
    "flows/a.ts",
    "../src/shop/stock/stock-store.ts",
  ),
  plant(
    "flows-import-flow-and-shop-rules",
    "a flow reaches into the engine",
    "flows/b.ts",
    "../src/conversation/advance.ts",
  ),
  plant("flows-import-flow-and-shop-rules", "a flow uses Node", "flows/c.ts", "node:fs"),
  plant(
    "conversation-imports-types-and-rules",
    "the engine opens the database",
    "src/conversation/a.ts",
    "../database/database.ts",
  ),
  plant(
    "conversation-imports-types-and-rules",
    "the engine knows a driver",
    "src/conversation/b.ts",
    "../channels/telegram/telegram-channel.ts",
  ),
  plant("conversation-imports-types-and-rules", "the engine uses Node", "src/conversation/c.ts", "node:crypto"),
  plant(
    "understanding-imports-types-and-rules",
    "understanding asks the conversation",
    "src/understanding/a.ts",
    "../conversation/advance.ts",
  ),
  plant("understanding-imports-types-and-rules", "understanding uses Node", "src/understanding/b.ts", "node:fs"),
  {
    rule: "pure-code-reaches-nothing-impure",
    crime: "a shop rule that a flow uses reads a file",
    from: "flows/d.ts",
    to: "fs",
    files: {
      "flows/d.ts": uses("../src/shop/order/impure.ts"),
      "src/shop/order/impure.ts": `${VALUE}import "node:fs";\n`,
    },
  },
  plant(
    "shop-touches-the-database-in-stores",
    "a shop rule queries",
    "src/shop/order/a.ts",
    "../../database/database.ts",
  ),
  plant("shop-nouns-share-rules", "orders write stock's rows", "src/shop/order/b-store.ts", "../stock/stock-store.ts"),
  plant("shop-stands-alone", "a shop rule starts a talk", "src/shop/order/c.ts", "../../conversation/advance.ts"),
  plant("shop-stands-alone", "a shop action appends events", "src/shop/order/d.ts", "../../inbox/inbox.ts"),
  plant(
    "drivers-import-no-driver",
    "the web chat borrows from Telegram",
    "src/channels/web-chat/a.ts",
    "../telegram/telegram-channel.ts",
  ),
  plant("channels-import-channels", "a driver takes a turn", "src/channels/telegram/a.ts", "../../turn.ts"),
  plant(
    "channel-stores-import-the-database",
    "a driver's store writes orders",
    "src/channels/telegram/b-store.ts",
    "../../shop/order/order-store.ts",
  ),
  plant(
    "the-road-is-handed-turn-and-drivers",
    "the outbox names a driver",
    "src/outbox/a.ts",
    "../channels/telegram/telegram-channel.ts",
  ),
  plant("the-road-is-handed-turn-and-drivers", "the inbox takes a turn", "src/inbox/a.ts", "../turn.ts"),
  plant("raw-sql-on-the-road", "the console writes SQL", "src/console/a-store.ts", "../database/sql.ts"),
  plant("database-in-stores", "a route opens the database", "src/console/b.ts", "../database/database.ts"),
  plant("database-knows-no-shop", "the database knows orders", "src/database/a.ts", "../shop/order/order.ts"),
  plant("turn-imports-the-core", "a turn sends by itself", "src/turn/a.ts", "../channels/telegram/telegram-channel.ts"),
  plant("turn-imports-the-core", "a turn knows the console", "src/turn/b.ts", "../console/console-routes.ts"),
  plant("desk-works-through-staff-acts", "the desk takes a turn", "src/desk/a.ts", "../turn.ts"),
  plant("staff-imports-shop-and-road", "a takeover takes a turn", "src/staff/a.ts", "../turn.ts"),
  plant("console-is-imported-by-app", "web pieces know the console", "src/web/a.ts", "../console/console-routes.ts"),
  plant("console-is-handed-its-acts", "the console sends by itself", "src/console/c.ts", "../outbox/sender.ts"),
  plant("app-is-imported-by-main-and-cli", "the worker knows the app", "src/worker.ts", "./app.ts"),
  plant("app-is-imported-by-main-and-cli", "a command starts the shop", "src/commands/b.ts", "../start.ts"),
  plant(
    "drivers-are-named-by-app",
    "a command names a driver",
    "src/commands/a.ts",
    "../channels/telegram/telegram-channel.ts",
  ),
  plant("commands-are-imported-by-cli", "the app runs a command", "src/metrics.ts", "./commands/play.ts"),
  plant("web-serves-shop-facts", "web pieces know a channel", "src/web/b.ts", "../channels/channel.ts"),
  plant(
    "pages-carry-no-server-code",
    "a page carries a store to the browser",
    "src/channels/web-chat/page/a.tsx",
    "../web-chat-store.ts",
  ),
  {
    rule: "no-circles",
    crime: "two files need each other",
    from: "src/staff/b.ts",
    to: "src/staff/c.ts",
    files: {
      "src/staff/b.ts": `${uses("./c.ts")}export const b = 1;\n`,
      "src/staff/c.ts": `${VALUE}export { b } from "./b.ts";\n`,
    },
  },
  {
    ...plant("no-tests-in-the-program", "the program uses a fixture", "src/loop.ts", "../test/fixture.ts"),
    files: { "src/loop.ts": uses("../test/fixture.ts"), "test/fixture.ts": VALUE },
  },
  plant("no-development-packages-in-the-program", "the program needs the test runner", "src/group-by.ts", "vitest"),
  plant("everything-is-found", "a file that is not there", "src/staff/d.ts", "./gone.ts"),
  {
    rule: "time-and-chance-are-arguments",
    crime: "understanding looks at the clock",
    from: "src/understanding/c.ts",
    to: "Date.now",
    files: { "src/understanding/c.ts": "export const now = () => Date.now();\n" },
  },
  {
    rule: "time-and-chance-are-arguments",
    crime: "a flow throws dice",
    from: "flows/e.ts",
    to: "Math.random",
    files: { "flows/e.ts": "export const pick = (all: string[]) => all[Math.floor(Math.random() * all.length)];\n" },
  },
  {
    rule: "prisma-in-stores",
    crime: "a route queries the database it was to hand on",
    from: "src/console/d.ts",
    to: "prisma",
    files: {
      "src/console/d.ts": `import type { Kind } from "../database/database.ts";\nexport const all = ({ prisma }: { prisma: { order: { list(): Kind } } }) => prisma.order.list();\n`,
    },
  },
];

/** A file that imports `what`, a path relative to it or a package. */
function plant(rule: string, crime: string, from: string, what: string): Plant {
  return { rule, crime, from, to: what.replace(/^(\.\.?\/|node:)+/, ""), files: { [from]: uses(what) } };
}

function npmPackages(...names: readonly string[]): Record<string, string> {
  const files = names.map((name): [string, string][] => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" })],
    [`node_modules/${name}/index.js`, "export const value = 1;\n"],
  ]);
  return Object.fromEntries(files.flat());
}
