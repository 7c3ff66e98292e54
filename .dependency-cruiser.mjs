// Who may import whom. `npm run imports` holds src/ and flows/ to it; test/checks/imports.test.ts plants a violation of
// every rule. A rule's comment says what to do instead.

const STORE = "-store\\.ts$";
const PAGES = "^src/(console/app|channels/web-chat/page)/";
/** Plain pieces that anybody may use */
const PLAIN = "^src/(group-by|hold-rules|live-updates|loop|metrics|package-root|without-nul)\\.ts$";
const CONTRACTS = "^src/channels/(channel|connection|message)\\.ts$";
const SHOP_RULES = "^src/shop/(?!.*-store\\.ts$)";

/** A module may import these of our own modules and no other. */
function only(name, from, allowed, comment) {
  return { name, severity: "error", comment, from, to: { path: "^(src|flows)/", pathNot: allowed } };
}

function never(name, from, to, comment) {
  return { name, severity: "error", comment, from, to };
}

const forbidden = [
  // 1. Flows
  never(
    "flows-import-flow-and-shop-rules",
    { path: "^flows/" },
    { pathNot: ["^flows/", "^src/flow\\.ts$", SHOP_RULES, "^node_modules/zod/"] },
    "A flow gets facts from the picture and asks for effects: import #flow, rules in src/shop or zod, and let the turn do the rest.",
  ),

  // 2. Conversation and understanding
  never(
    "conversation-imports-types-and-rules",
    { path: "^src/conversation/" },
    {
      pathNot: [
        "^src/conversation/",
        "^src/understanding/",
        SHOP_RULES,
        CONTRACTS,
        "^src/group-by\\.ts$",
        "^node_modules/zod/",
      ],
    },
    "The engine is pure: take what you need from the picture, or return an effect that the turn carries out.",
  ),
  never(
    "understanding-imports-types-and-rules",
    { path: "^src/understanding/" },
    {
      pathNot: [
        "^src/understanding/",
        SHOP_RULES,
        "^src/group-by\\.ts$",
        "^node_modules/(zod|temporal-polyfill|libphonenumber-js)/",
      ],
    },
    "Understanding is pure and knows no conversation: words, open question, catalogue and clock come as arguments.",
  ),
  never(
    "pure-code-reaches-nothing-impure",
    { path: "^(flows|src/conversation|src/understanding)/" },
    // A module of Node has no ending.
    { path: ["^src/database/", STORE, "^[^.]+$"], reachable: true },
    "Something on the way imports Node, a store or the database. Move the pure part to a file of its own and import that.",
  ),

  // 3. Shop
  never(
    "shop-touches-the-database-in-stores",
    { path: "^src/shop/", pathNot: STORE },
    { path: "^(src/database/|node_modules/@prisma/)", dependencyTypesNot: ["type-only"] },
    "Put the query into the noun's *-store.ts and call that; a rule works on what was read.",
  ),
  never(
    "shop-nouns-share-rules",
    { path: "^src/shop/([^/]+)/" },
    { path: `^src/shop/(?!$1/)[^/]+/.*${STORE}` },
    "Another noun's store is its own affair: import that noun's rules, and let the caller call both stores.",
  ),
  only(
    "shop-stands-alone",
    { path: "^src/shop/" },
    ["^src/shop/", "^src/database/", PLAIN],
    "The shop knows no conversation, channel or queue: return what happened and let the turn or the console tell it.",
  ),

  // 4. Channels
  never(
    "drivers-import-no-driver",
    { path: "^src/channels/([^/]+)/" },
    { path: "^src/channels/(?!$1/)[^/]+/" },
    "What two drivers need lies in src/channels itself.",
  ),
  only(
    "channels-import-channels",
    { path: "^src/channels/", pathNot: STORE },
    ["^src/channels/", "^src/web/", PLAIN, "^src/database/database\\.ts$"],
    "A driver translates and transports: hand events to the intake, and let the turn decide.",
  ),
  only(
    "channel-stores-import-the-database",
    { path: `^src/channels/.*${STORE}` },
    ["^src/channels/", "^src/web/", PLAIN, "^src/database/"],
    "A channel's store reads its own thread; everything else is the turn's.",
  ),

  // 5. The road, and raw SQL
  only(
    "the-road-is-handed-turn-and-drivers",
    { path: "^src/(inbox|outbox|timers)/" },
    ["^src/(inbox|outbox|timers|database)/", CONTRACTS, PLAIN],
    "Inbox, outbox and timers know message types and the database. Take the turn or the channel as an argument.",
  ),
  never(
    "raw-sql-on-the-road",
    {
      path: "^src/",
      pathNot: [
        "^src/(database|inbox|outbox|timers|turn)/",
        `^src/(shop/[^/]+|staff|desk)/.*${STORE}`,
        "^src/console/search-store\\.ts$",
        "^src/console/message-search-store\\.ts$",
      ],
    },
    { path: "^src/database/(sql|values|raw-[a-z-]+|savepoint)\\.ts$" },
    "Raw SQL is for inbox, outbox, timers, the turn, the stores that lock with them, and the search, which finds alike on both engines. Use Prisma's models in a *-store.ts.",
  ),
  never(
    "database-in-stores",
    {
      path: "^src/",
      pathNot: [
        "^src/(database|inbox|outbox|timers|turn|staff|desk|shop|commands)/",
        "^src/(app|start|cli|main|worker|live-updates)\\.ts$",
        STORE,
      ],
    },
    { path: "^(src/database/|node_modules/@prisma/)", dependencyTypesNot: ["type-only"] },
    "Put the query into a *-store.ts beside this file. The type Database may be imported to hand it on.",
  ),
  only(
    "database-knows-no-shop",
    { path: "^src/database/" },
    ["^src/database/", PLAIN],
    "The database opens, migrates and runs transactions; queries lie in the stores.",
  ),

  // 6. Turn and staff
  only(
    "turn-imports-the-core",
    { path: "^src/turn(/|\\.ts$)" },
    [
      "^src/turn(/|\\.ts$)",
      "^src/(conversation|understanding|shop|staff|inbox|outbox|timers|database)/",
      CONTRACTS,
      PLAIN,
    ],
    "A turn calls nothing outside: take what you need in TurnParts, and let app.ts hand it over.",
  ),
  only(
    "staff-imports-shop-and-road",
    { path: "^src/staff/" },
    ["^src/(staff|shop|inbox|outbox|timers|database)/", CONTRACTS, PLAIN],
    "What staff do is stored like any event; the turn answers it.",
  ),

  only(
    "desk-works-through-staff-acts",
    { path: "^src/desk/" },
    ["^src/(desk|staff|shop|conversation|inbox|outbox|database)/", CONTRACTS, PLAIN],
    "What a colleague does from a chat is an act of src/staff: add it there, and let the desk only read, call and answer.",
  ),

  // 7. Console, app, drivers, commands
  never(
    "console-is-imported-by-app",
    { path: "^(src|flows)/", pathNot: ["^src/console/", "^src/app\\.ts$"] },
    { path: "^src/console/" },
    "What the console shows and others need too belongs into src/shop, src/staff or src/web.",
  ),
  only(
    "console-is-handed-its-acts",
    { path: "^src/console/" },
    ["^src/(console|web|shop|conversation|understanding|database|staff)/", CONTRACTS, PLAIN],
    "The console reads through its stores and acts through ConsoleDeps: add the act there.",
  ),
  never(
    "app-is-imported-by-main-and-cli",
    { path: "^(src|flows)/", pathNot: "^src/(main|cli|start)\\.ts$" },
    { path: "^src/(app|start|main|cli)\\.ts$" },
    "The composition root knows everybody and nobody knows it: take what you need as an argument.",
  ),
  never(
    "drivers-are-named-by-app",
    { path: "^(src|flows)/", pathNot: ["^src/channels/", "^src/app\\.ts$"] },
    { path: "^src/channels/[^/]+/" },
    "Take a Channel as an argument; src/app.ts alone makes drivers.",
  ),
  never(
    "commands-are-imported-by-cli",
    { path: "^(src|flows)/", pathNot: ["^src/commands/", "^src/cli\\.ts$"] },
    { path: "^src/commands/" },
    "A command is the outermost layer: move what others need to where it belongs.",
  ),
  only(
    "web-serves-shop-facts",
    { path: "^src/web/" },
    ["^src/(web|shop|database)/", PLAIN],
    "Shared web pieces know neither console nor channel: take what differs as an argument.",
  ),
  never(
    "pages-carry-no-server-code",
    { path: PAGES },
    {
      path: ["^src/database/", STORE, "^[^.]+$", "^node_modules/(fastify|@fastify|@prisma|pino)/"],
      dependencyTypesNot: ["type-only"],
    },
    "This would end up in the browser: import only its types, or ask a route.",
  ),

  // Whatever the folder
  never(
    "no-circles",
    {},
    // A type may point back: nothing of it is left when the program runs.
    { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    "Move what both need to a third file, or hand one to the other as an argument.",
  ),
  never(
    "no-tests-in-the-program",
    { path: "^(src|flows)/" },
    { path: "^(test|scripts)/" },
    "The program runs where tests and scripts are not installed.",
  ),
  never(
    "no-development-packages-in-the-program",
    { path: "^(src|flows)/", pathNot: PAGES },
    { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    "A shop installs only `dependencies`: move the package there.",
  ),
  never("everything-is-found", {}, { couldNotResolve: true }, "Mend the path or install the package."),
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: ["^node_modules/", "^src/database/generated/"] },
    // Types count: a type of another layer is knowledge of it too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
