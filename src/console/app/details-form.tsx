import type { ShopForm } from "../shop-views.ts";
import { Choices, SelectField, TextField } from "./edit-fields.tsx";
import { EditForm } from "./edit-form.tsx";
import { useWords } from "./language.tsx";
import { zoneChoices } from "./time-zones.ts";

interface DetailsFormProps {
  readonly details: ShopForm["details"];
  readonly latest: () => Promise<ShopForm["details"] | undefined>;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** The shop itself being edited: what it is called, how it sells, what its bot asks. */
export function DetailsForm({ details, latest, onSaved, onCancel }: DetailsFormProps) {
  const { shop: words, optional } = useWords().edit;
  const orNull = (text: string) => (text.trim() === "" ? null : text);
  return (
    <EditForm
      path="/shop/details"
      seen={details}
      initial={details}
      label={words.details}
      latest={latest}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      {(draft, change) => (
        <>
          <TextField label={words.name} value={draft.name} required onChange={(name) => change({ name })} />
          <SelectField
            label={words.kind}
            value={draft.kind}
            choices={kindChoices(words.kinds, details.kind)}
            onChange={(kind) => change({ kind })}
          />
          <TextField label={words.city} value={draft.city} onChange={(city) => change({ city })} />
          <TextField
            label={words.phone}
            value={draft.phone ?? ""}
            hint={optional}
            onChange={(phone) => change({ phone: orNull(phone) })}
          />
          <TextField
            label={words.address}
            value={draft.address ?? ""}
            hint={optional}
            lines={2}
            onChange={(address) => change({ address: orNull(address) })}
          />
          <TextField
            label={words.about}
            value={draft.about ?? ""}
            lines={3}
            onChange={(about) => change({ about: orNull(about) })}
          />
          <SelectField
            label={words.timeZone}
            value={draft.timeZone ?? ""}
            choices={zoneChoices(details.timeZone)}
            onChange={(timeZone) => change({ timeZone })}
          />
          <Choices
            label={words.fulfilment}
            value={draft.fulfilment}
            names={words.fulfilments}
            onChange={(fulfilment) => change({ fulfilment: [...fulfilment] })}
          />
          <Choices
            label={words.asks}
            hint={words.asksHint}
            value={draft.asks ?? []}
            names={words.asked}
            onChange={(asks) => change({ asks: [...asks] })}
          />
          <TextField
            label={words.paymentNote}
            value={draft.paymentNote ?? ""}
            hint={words.paymentHint}
            lines={2}
            onChange={(paymentNote) => change({ paymentNote })}
          />
          <TextField
            label={words.privacy}
            value={draft.privacy ?? ""}
            hint={words.privacyHint}
            lines={3}
            onChange={(privacy) => change({ privacy })}
          />
        </>
      )}
    </EditForm>
  );
}

/** A kind that has no word yet stays as the shop wrote it. */
function kindChoices(kinds: Readonly<Record<string, string>>, own: string): (readonly [string, string])[] {
  const named = new Map(Object.entries(kinds).map(([kind, name]) => [name, kind]));
  const choices = [...named].map(([name, kind]) => [kinds[own] === name ? own : kind, name] as const);
  return own in kinds ? choices : [[own, own], ...choices];
}
