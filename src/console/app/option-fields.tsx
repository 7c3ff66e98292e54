import type { ProductForm } from "../shop-views.ts";
import { NumberField, TextField } from "./edit-fields.tsx";
import { CloseIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";

type Options = ProductForm["options"];
type Option = Options[number];

interface OptionFieldsProps {
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

/** What a customer has to choose, with prices where they differ. */
export function OptionFields({ options, onChange }: OptionFieldsProps) {
  const { product: words } = useWords().edit;
  const fresh: Option = { name: "", values: [{ v: "", aliases: [] }] };
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">{words.options}</legend>
      <p className="text-soft text-sm">{words.optionsHint}</p>
      {options.map((option, index) => (
        <OptionBox
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice being typed has no name yet
          key={`${index} of ${options.length}`}
          option={option}
          onChange={(next) => onChange(options.with(index, next))}
          onRemove={() => onChange(options.toSpliced(index, 1))}
        />
      ))}
      <button
        type="button"
        onClick={() => onChange([...options, fresh])}
        className="button-quiet self-start px-4 text-sm"
      >
        {words.addOption}
      </button>
    </fieldset>
  );
}

interface OptionBoxProps {
  readonly option: Option;
  readonly onChange: (option: Option) => void;
  readonly onRemove: () => void;
}

function OptionBox({ option, onChange, onRemove }: OptionBoxProps) {
  const { product: words, remove } = useWords().edit;
  const { name, values } = option;
  const change = (index: number, part: Partial<Option["values"][number]>) =>
    onChange({ name, values: values.map((value, at) => (at === index ? { ...value, ...part } : value)) });
  return (
    <div className="flex flex-col gap-2 rounded-xl bg-sunk p-3">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={words.optionName}
            value={name}
            required
            onChange={(next) => onChange({ name: next, values })}
          />
        </div>
        <Remove label={`${remove} ${name}`} onRemove={onRemove} />
      </div>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value being typed has no name yet
        <div key={`${index} of ${values.length}`} className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              label={words.value}
              value={value.v}
              required
              isLabelHidden={index > 0}
              onChange={(v) => change(index, { v })}
            />
          </div>
          <div className="w-28">
            <NumberField
              label={words.valuePrice}
              isLabelHidden={index > 0}
              value={value.price ?? null}
              onChange={(price) => onChange({ name, values: values.with(index, priced(value, price)) })}
            />
          </div>
          {values.length > 1 && (
            <Remove
              label={`${remove} ${value.v}`}
              onRemove={() => onChange({ name, values: values.toSpliced(index, 1) })}
            />
          )}
        </div>
      ))}
      <button
        type="button"
        onClick={() => onChange({ name, values: [...values, { v: "", aliases: [] }] })}
        className="link-quiet min-h-11 self-start text-sm"
      >
        {words.addValue}
      </button>
    </div>
  );
}

function priced({ price: _, ...value }: Option["values"][number], price: number | null): Option["values"][number] {
  return price === null ? value : { ...value, price };
}

function Remove({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <button type="button" aria-label={label} onClick={onRemove} className="button-quiet px-3">
      <CloseIcon />
    </button>
  );
}
