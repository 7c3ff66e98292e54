import type { Explanation } from "../understanding/explain.ts";

/** An explanation as lines for a terminal: what was read, what was weighed, which rules fired, what is meant. */
export function printedExplanation(id: string, explanation: Explanation): string {
  const { text, normalised, words, entities, products, clauses, likelihoods, settledBy, meaning } = explanation;
  return [
    `── ${id} ──`,
    row("message", JSON.stringify(text)),
    ...(normalised === text ? [] : [row("normalised", JSON.stringify(normalised))]),
    ...rows(
      "read as",
      words.map(({ said, read }) => `${said} → ${read}`),
    ),
    ...rows(
      "entities",
      entities.map(({ kind, text: said }) => `${kind} "${said}"`),
    ),
    ...products.flatMap(({ text: said, likeness, weighed }) =>
      rows(
        "products",
        weighed.map(({ sku, name, score }, at) =>
          at === 0 ? `"${said}" (likeness ${likeness}): ${sku} ${name} ${score}` : `  ${sku} ${name} ${score}`,
        ),
      ),
    ),
    ...clauses.flatMap(({ script, mood, rules }) => [
      row("clause", `${mood.padEnd(8)} ${script}`),
      ...rules.map(({ intent, words: fitted, pattern }) => row("rule", `${intent}: "${fitted}" by /${pattern}/`)),
    ]),
    ...rows(
      "likely",
      likelihoods.map(
        ({ intent, likelihood, telling }) =>
          `${intent} ${likelihood}: ${telling.map(({ feature, value }) => `${feature} ${value > 0 ? "+" : ""}${value}`).join(", ")}`,
      ),
    ),
    row("settled by", settledBy),
    row("meaning", JSON.stringify(meaning)),
    "",
  ].join("\n");
}

function rows(label: string, values: readonly string[]): string[] {
  return values.map((value, at) => row(at === 0 ? label : "", value));
}

function row(label: string, value: string): string {
  return `${label.padEnd(11)} ${value}`;
}
