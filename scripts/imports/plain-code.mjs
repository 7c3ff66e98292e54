// What imports alone do not show: globals in pure code, and Prisma used through a Database that was only to be handed on.
import ts from "typescript";

const PURE = /^(flows|src\/(conversation|understanding|shop))\//;
const MAY_QUERY =
  /^src\/(database|inbox|outbox|timers|turn|staff|desk|commands)\/|-store\.tsx?$|^src\/(app|start|live-updates|turn|worker)\.ts$/;

export const PLAIN_CODE_RULES = [
  {
    rule: "time-and-chance-are-arguments",
    applies: (file) => PURE.test(file) && !file.endsWith("-store.ts"),
    words:
      /^(Date\.now|new Date\(\)|Math\.random|performance|process|globalThis|console|fetch|set(Timeout|Interval|Immediate)|crypto)$/,
    comment: "Pure code takes the moment, ids and chance as arguments, and returns an effect for whatever acts.",
  },
  {
    rule: "prisma-in-stores",
    applies: (file) => file.startsWith("src/") && !MAY_QUERY.test(file),
    words:
      /^(\.?prisma|\.\$(query|execute)Raw(Unsafe)?|\.\$transaction|\.rawTransaction|\.find(Many|First|Unique)(OrThrow)?|\.(create|update|delete)Many|\.upsert)$/,
    comment: "Put the query into a *-store.ts beside this file and call that.",
  },
];

/** The violations in one file. Comments and strings don't count, nor do types. */
export function plainCode(file, text) {
  const rules = PLAIN_CODE_RULES.filter(({ applies }) => applies(file));
  if (rules.length === 0) return [];
  const said = [...new Set(wordsOf(text))];
  return rules.flatMap(({ rule, words, comment }) =>
    said.filter((word) => words.test(word)).map((word) => ({ rule, from: file, to: [word], comment })),
  );
}

/** Names that are used (`prisma`), properties (`.findMany`, `Date.now`) and `new Date()`. */
function wordsOf(text) {
  const words = [];
  const visit = (node) => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) words.push(...wordsAt(node));
    if (ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0)
      words.push(`new ${node.expression.getText()}()`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("file.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return words;
}

function wordsAt(node) {
  const { parent, text } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return [`.${text}`, `${parent.expression.getText()}.${text}`];
  const isMember = ts.isPropertyAssignment(parent) || ts.isTypeElement(parent) || ts.isClassElement(parent);
  return isMember && parent.name === node ? [] : [text];
}
