import { sayHours } from "../../shop/branch/branch.words.ts";
import { parseHours } from "../../shop/branch/parse-hours.ts";
import type { ShopForm } from "../shop-views.ts";
import { NamesField, NumberField, SelectField, TextField, Toggle } from "./edit-fields.tsx";
import { EditForm } from "./edit-form.tsx";
import { HolidayFields } from "./holiday-fields.tsx";
import { HoursFields } from "./hours-fields.tsx";
import { useWords } from "./language.tsx";
import { zoneChoices } from "./time-zones.ts";

type BranchEntry = ShopForm["branches"][number];

const NEW: BranchEntry = {
  code: "",
  name: "",
  address: "",
  aliases: [],
  hours: "Setiap hari 08.00-17.00",
  holidays: [],
  pickup: true,
  phone: null,
  latitude: null,
  longitude: null,
  dailyCapacity: null,
  timeZone: "Asia/Jakarta",
};
const ALWAYS_CLOSED = Array.from({ length: 7 }, () => []);

interface BranchFormProps {
  /** Null for a new one */
  readonly branch: BranchEntry | null;
  readonly latest: (code: string) => Promise<BranchEntry | undefined>;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** A place of the shop being edited: where it is, when it is open, who may come. */
export function BranchForm({ branch, latest, onSaved, onCancel }: BranchFormProps) {
  const { edit } = useWords();
  const { branch: words, shop } = edit;
  return (
    <EditForm
      path="/shop/branch"
      seen={branch}
      initial={branch ?? NEW}
      label={branch?.name ?? words.add}
      latest={() => latest(branch?.code ?? "")}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(branch ? { removal: words.close } : {})}
    >
      {(draft, change) => (
        <>
          <TextField label={words.name} value={draft.name} required onChange={(name) => change({ name })} />
          <TextField label={shop.address} value={draft.address} lines={2} onChange={(address) => change({ address })} />
          <TextField
            label={shop.phone}
            value={draft.phone ?? ""}
            hint={edit.optional}
            onChange={(phone) => change({ phone: phone.trim() === "" ? null : phone })}
          />
          <NamesField
            label={words.aliases}
            value={draft.aliases}
            hint={edit.namesHint}
            onChange={(aliases) => change({ aliases: [...aliases] })}
          />
          <HoursFields
            hours={parseHours(draft.hours) ?? ALWAYS_CLOSED}
            onChange={(hours) => change({ hours: sayHours({ hours }).replaceAll("–", "-") })}
          />
          <HolidayFields holidays={draft.holidays} onChange={(holidays) => change({ holidays })} />
          <Toggle label={words.pickup} value={draft.pickup} onChange={(pickup) => change({ pickup })} />
          <NumberField
            label={words.capacity}
            value={draft.dailyCapacity ?? null}
            hint={words.capacityHint}
            step="any"
            onChange={(dailyCapacity) => change({ dailyCapacity })}
          />
          <SelectField
            label={shop.timeZone}
            value={draft.timeZone ?? ""}
            choices={zoneChoices(branch?.timeZone)}
            onChange={(timeZone) => change({ timeZone })}
          />
          <Position draft={draft} change={change} />
        </>
      )}
    </EditForm>
  );
}

interface PositionProps {
  readonly draft: BranchEntry;
  readonly change: (part: Partial<BranchEntry>) => void;
}

/** Where it lies on the map; typed in, or where the editor stands. */
function Position({ draft, change }: PositionProps) {
  const { branch: words } = useWords().edit;
  const { latitude = null, longitude = null } = draft;
  const here = () =>
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
      change({ latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) });
    });
  return (
    <div className="flex flex-wrap items-end gap-2" key={`${latitude === null}`}>
      <div className="w-36">
        <NumberField
          label={words.latitude}
          value={latitude}
          step="any"
          least={-90}
          onChange={(value) => change({ latitude: value })}
        />
      </div>
      <div className="w-36">
        <NumberField
          label={words.longitude}
          value={longitude}
          step="any"
          least={-180}
          onChange={(value) => change({ longitude: value })}
        />
      </div>
      <button type="button" onClick={here} className="button-quiet px-4 text-sm">
        {words.here}
      </button>
    </div>
  );
}
