import { useState } from "react";
import type { CatalogueView, ProductForm } from "../shop-views.ts";
import { get, put } from "./console-api.ts";
import { NamesField, NumberField, TextField, Toggle } from "./edit-fields.tsx";
import { EditForm, SureButton } from "./edit-form.tsx";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { Offline } from "./offline.tsx";
import { OptionFields } from "./option-fields.tsx";
import { Page } from "./page.tsx";
import { PhotoField } from "./photo-field.tsx";
import { addressOf, follow, goTo } from "./route.ts";
import { UnitFields } from "./unit-fields.tsx";
import { useRead } from "./use-read.ts";

/** Stands in the address where a new product is made; no SKU has a slash. */
export const NEW_PRODUCT = "baru/";

const EMPTY: ProductForm = {
  sku: "",
  name: "",
  aliases: [],
  description: "",
  category: null,
  unit: "pcs",
  units: {},
  price: 0,
  price_by: {},
  options: [],
  minimum: 0,
  leadDays: 0,
  madeToOrder: false,
};

const back = () => goTo(addressOf("catalogue"));

/** One product being edited, or a new one. */
export function ProductPage({ sku }: { readonly sku: string }) {
  const words = useWords();
  const isNew = sku === NEW_PRODUCT;
  const path = `/catalogue/products/${encodeURIComponent(sku)}`;
  const { data: product, problem } = useRead<ProductForm>(isNew ? undefined : path);
  const { data: catalogue, reload } = useRead<CatalogueView>(isNew ? undefined : "/catalogue");
  const photoId = catalogue?.products.find((each) => each.sku === sku)?.photoId;
  const latest = async () => {
    const answer = await get<ProductForm>(path);
    return answer.ok ? answer.data : undefined;
  };
  return (
    <Page title={isNew ? words.edit.product.title : (product?.name ?? words.pages.catalogue)}>
      <p className="mb-3">
        <a href={addressOf("catalogue")} onClick={follow} className="link-quiet inline-flex min-h-11 items-center">
          ← {words.pages.catalogue}
        </a>
      </p>
      <Offline problem={problem} />
      {problem !== undefined && problem.status === 404 && <p className="text-soft">{problem.message}</p>}
      {!isNew && product === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      <div className="flex max-w-2xl flex-col gap-4">
        {product && <PhotoField key={photoId} sku={sku} name={product.name} photoId={photoId} onChanged={reload} />}
        {(isNew || product) && (
          <section className="card p-4">
            <EditForm
              path="/catalogue/products"
              seen={product ?? null}
              initial={product ?? EMPTY}
              label={product?.name ?? words.edit.product.title}
              latest={latest}
              onSaved={back}
              onCancel={back}
            >
              {(draft, change) => <Fields draft={draft} change={change} isNew={isNew} />}
            </EditForm>
          </section>
        )}
        {product && <Withdraw sku={sku} />}
      </div>
    </Page>
  );
}

/** It can be sold again from the list. */
function Withdraw({ sku }: { readonly sku: string }) {
  const { edit, failed } = useWords();
  const [problem, setProblem] = useState("");
  const withdraw = async () => {
    const answer = await put(`/catalogue/products/${encodeURIComponent(sku)}/active`, { active: false });
    if (answer.ok) back();
    else setProblem(answer.message || failed);
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <SureButton label={edit.product.withdraw} onSure={() => void withdraw()} />
      {problem !== "" && <Problem text={problem} />}
    </div>
  );
}

interface FieldsProps {
  readonly draft: ProductForm;
  readonly change: (part: Partial<ProductForm>) => void;
  readonly isNew: boolean;
}

function Fields({ draft, change, isNew }: FieldsProps) {
  const { product: words } = useWords().edit;
  const [hasRules] = useState(draft.minimum > 0 || draft.leadDays > 0 || draft.madeToOrder);
  return (
    <>
      <TextField label={words.name} value={draft.name} required onChange={(name) => change({ name })} />
      <div className="grid grid-cols-2 items-start gap-3">
        <NumberField
          label={words.price}
          value={isNew && draft.price === 0 ? null : draft.price}
          required
          onChange={(price) => change({ price: price ?? 0 })}
        />
        <TextField label={words.unit} value={draft.unit} required onChange={(unit) => change({ unit })} />
      </div>
      <p className="-mt-3 text-soft text-sm">{words.unitHint}</p>
      <NamesField
        label={words.aliases}
        value={draft.aliases}
        hint={words.aliasesHint}
        onChange={(aliases) => change({ aliases: [...aliases] })}
      />
      <TextField
        label={words.description}
        value={draft.description}
        lines={3}
        onChange={(description) => change({ description })}
      />
      <TextField
        label={words.category}
        value={draft.category ?? ""}
        onChange={(category) => change({ category: category.trim() === "" ? null : category })}
      />
      {isNew && (
        <TextField label={words.code} value={draft.sku} hint={words.codeHint} onChange={(sku) => change({ sku })} />
      )}
      <OptionFields options={draft.options} onChange={(options) => change({ options })} />
      <UnitFields unit={draft.unit} units={draft.units} onChange={(units) => change({ units })} />
      <details open={hasRules}>
        <summary className="min-h-11 py-2.5 font-semibold text-brand">{words.rules}</summary>
        <div className="flex flex-col gap-3">
          <div className="grid grid-cols-2 items-start gap-3">
            <NumberField
              label={`${words.minimum} (${draft.unit})`}
              value={draft.minimum}
              step="any"
              onChange={(minimum) => change({ minimum: minimum ?? 0 })}
            />
            <NumberField
              label={words.leadDays}
              value={draft.leadDays}
              onChange={(leadDays) => change({ leadDays: leadDays ?? 0 })}
            />
          </div>
          <Toggle
            label={words.madeToOrder}
            hint={words.madeToOrderHint}
            value={draft.madeToOrder}
            onChange={(madeToOrder) => change({ madeToOrder })}
          />
        </div>
      </details>
    </>
  );
}
