import { type ChoiceGroup, choiceGroups } from "./choice-groups.ts";
import { AGAIN } from "./edit-quantities.ts";
import { edited, fits, has, inLine, type Scene } from "./edit-scene.ts";
import { countOf } from "./left-open.ts";
import { choiceFor } from "./line-options.ts";
import type { Edit, Meaning, MeantItem } from "./meaning.ts";
import type { OptionHit } from "./option-hits.ts";
import { quantityOf } from "./quantities.ts";

/** "putih M 1, abu L 2" after "kaos polos hitam L 2": more lines of the product just ordered. */
export function furtherLines(scene: Scene): Partial<Meaning> | undefined {
  const { reading, hearing } = scene;
  const last = hearing.basket.findLast((line) => fits(scene, line)) ?? scene.last;
  const product = hearing.catalogue.product(last.sku);
  if (!product || scene.named.length > 0 || reading.options.length === 0) return undefined;
  if (!reading.options.every((hit) => choiceFor(product, hit))) return undefined;
  const place = (hit: OptionHit) => choiceFor(product, hit)?.option ?? -1;
  const groups = choiceGroups(reading, place);
  const again = saidAgain(scene, groups);
  if (again) return edited(again);
  const items = groups.flatMap(({ hits, amount }): MeantItem[] => {
    const options = product.options.map((_, at) => {
      const hit = hits.find((each) => place(each) === at);
      return (hit && choiceFor(product, hit)?.value) ?? last.options[at] ?? null;
    });
    const quantity = amount && quantityOf(product, amount, options);
    return quantity === undefined ? [] : [{ sku: product.sku, options, quantity, quantityStated: true }];
  });
  if (items.length === 0) return undefined;
  const clarify = items.some(({ options }) => options.includes(null));
  return { intents: ["place_order"], items, doubts: [], edits: [], clarify };
}

/** "ikannya 10 aja, ayamnya 30": lines of the basket, each called by its choice, in other numbers. */
function saidAgain(scene: Scene, groups: readonly ChoiceGroup[]): Edit[] | undefined {
  const { reading, hearing, script } = scene;
  const spoken = reading.options.some(({ to }) => {
    const [last, next] = [reading.tokens[to - 1], reading.tokens[to]];
    return /^(nya|na)$/.test(next?.raw ?? "") || /.{3}(nya|ne)$/.test(last?.raw ?? "");
  });
  if (!spoken && !AGAIN.test(script)) return undefined;
  const edits = groups.map(({ hits, amount }): Edit | undefined => {
    const lines = hearing.basket.filter((line) => hits.every((hit) => has(scene, line, hit)));
    const [line] = lines;
    return line && lines.length === 1 && amount
      ? countOf(line, amount, reading, (each) => inLine(scene, line, each))
      : undefined;
  });
  const known = edits.filter((edit) => edit !== undefined);
  return known.length > 0 && known.length === groups.length ? known : undefined;
}
