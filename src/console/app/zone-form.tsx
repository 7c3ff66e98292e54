import type { ShopForm } from "../shop-views.ts";
import { NamesField, NumberField, SelectField, TextField } from "./edit-fields.tsx";
import { EditForm } from "./edit-form.tsx";
import { useWords } from "./language.tsx";

type ZoneEntry = ShopForm["zones"][number];

interface ZoneFormProps {
  /** Null for a new one */
  readonly zone: ZoneEntry | null;
  /** Codes and names */
  readonly branches: readonly { readonly code: string; readonly name: string }[];
  /** The branch that a new one is delivered from */
  readonly from: string;
  readonly latest: (code: string) => Promise<ZoneEntry | undefined>;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Where the shop delivers, being edited: what it costs, and up to what sum in cash. */
export function ZoneForm({ zone, branches, from, latest, onSaved, onCancel }: ZoneFormProps) {
  const { edit } = useWords();
  const { zone: words } = edit;
  const fresh: ZoneEntry = {
    code: "",
    name: "",
    branch: from,
    areas: [],
    fee: 0,
    codLimit: null,
    minimumTotal: 0,
    freeFrom: null,
    minutes: 60,
  };
  return (
    <EditForm
      path="/shop/zone"
      seen={zone}
      initial={zone ?? fresh}
      label={zone?.name ?? words.add}
      latest={() => latest(zone?.code ?? "")}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(zone ? { removal: edit.remove } : {})}
    >
      {(draft, change) => (
        <>
          <TextField label={words.name} value={draft.name} required onChange={(name) => change({ name })} />
          <NamesField
            label={words.areas}
            value={draft.areas}
            hint={words.areasHint}
            onChange={(areas) => change({ areas: [...areas] })}
          />
          {branches.length > 1 && (
            <SelectField
              label={words.branch}
              value={draft.branch ?? ""}
              choices={branches.map(({ code, name }) => [code, name] as const)}
              onChange={(branch) => change({ branch })}
            />
          )}
          <div className="grid grid-cols-2 items-start gap-3">
            <NumberField label={words.fee} value={draft.fee} required onChange={(fee) => change({ fee: fee ?? 0 })} />
            <NumberField
              label={words.minutes}
              value={draft.minutes}
              required
              least={1}
              onChange={(minutes) => change({ minutes: minutes ?? 60 })}
            />
            <NumberField
              label={words.codLimit}
              value={draft.codLimit ?? null}
              hint={words.codHint}
              onChange={(codLimit) => change({ codLimit })}
            />
            <NumberField
              label={words.freeFrom}
              value={draft.freeFrom ?? null}
              hint={words.freeHint}
              onChange={(freeFrom) => change({ freeFrom })}
            />
            <NumberField
              label={words.minimumTotal}
              value={draft.minimumTotal}
              onChange={(minimumTotal) => change({ minimumTotal: minimumTotal ?? 0 })}
            />
          </div>
        </>
      )}
    </EditForm>
  );
}
