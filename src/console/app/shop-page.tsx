import { useState } from "react";
import type { BranchView, ShopForm, ShopView } from "../shop-views.ts";
import { BranchForm } from "./branch-form.tsx";
import { BranchSummary } from "./branch-summary.tsx";
import { get } from "./console-api.ts";
import { DetailsForm } from "./details-form.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow } from "./route.ts";
import { useRead } from "./use-read.ts";
import { ZoneForm } from "./zone-form.tsx";
import { ZoneTerms } from "./zone-terms.tsx";

/** What is being edited: the shop, a branch or a zone by its code, or a new one (of a branch). */
type Open =
  | { readonly kind: "details" }
  | { readonly kind: "branch"; readonly code: string | null }
  | { readonly kind: "zone"; readonly code: string | null; readonly from: string };

/** The shop with its branches, hours and delivery zones; the owner edits each where it stands. */
export function ShopPage() {
  const words = useWords();
  const me = useMe();
  const isOwner = me.role === "owner";
  const { data: shop, problem, reload } = useRead<ShopView>("/shop", ["shop"]);
  const { data: form, reload: reloadForm } = useRead<ShopForm>(isOwner ? "/shop/form" : undefined, ["shop"]);
  const [open, setOpen] = useState<Open>();
  const [isSaved, setSaved] = useState(false);
  const begin = (what: Open) => {
    setSaved(false);
    setOpen(what);
  };
  const saved = async () => {
    await Promise.all([reload(), reloadForm()]);
    setOpen(undefined);
    setSaved(true);
  };
  const editing: Editing | undefined = form && { form, open, begin, saved, cancel: () => setOpen(undefined) };
  return (
    <Page title={shop?.name ?? words.pages.shop}>
      <Offline problem={problem} />
      {shop === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
      {shop && (
        <>
          <Head shop={shop} editing={editing} />
          <p role="status" className="mt-2 text-leaf">
            {isSaved && words.edit.saved}
          </p>
          <ul className="mt-4 grid items-start gap-4 lg:grid-cols-2">
            {shop.branches.map((branch) => (
              <li key={branch.id} className="card min-w-0 p-4">
                <Branch branch={branch} editing={editing} />
              </li>
            ))}
            {editing && (
              <li className="min-w-0">
                <NewBranch editing={editing} />
              </li>
            )}
          </ul>
        </>
      )}
    </Page>
  );
}

interface Editing {
  readonly form: ShopForm;
  readonly open: Open | undefined;
  readonly begin: (what: Open) => void;
  readonly saved: () => Promise<void>;
  readonly cancel: () => void;
}

const latest = async () => {
  const answer = await get<ShopForm>("/shop/form");
  return answer.ok ? answer.data : undefined;
};

function Head({ shop, editing }: { readonly shop: ShopView; readonly editing: Editing | undefined }) {
  const words = useWords();
  const { kinds } = words.edit.shop;
  if (editing?.open?.kind === "details")
    return (
      <section className="card p-4">
        <DetailsForm
          details={editing.form.details}
          latest={async () => (await latest())?.details}
          onSaved={editing.saved}
          onCancel={editing.cancel}
        />
      </section>
    );
  return (
    <>
      <p className="text-soft">{[kinds[shop.kind] ?? shop.kind, shop.city, shop.phone].filter(Boolean).join(" · ")}</p>
      {shop.about !== undefined && <p className="mt-1">{shop.about}</p>}
      {editing && (
        <p className="mt-3 flex flex-wrap gap-2">
          <button type="button" onClick={() => editing.begin({ kind: "details" })} className="button-quiet px-4">
            {words.edit.edit}
          </button>
          {(["botWords", "rules", "ownNumber"] as const).map((page) => (
            <a key={page} href={addressOf(page)} onClick={follow} className="button-quiet px-4">
              {words.pages[page]}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

function Branch({ branch, editing }: { readonly branch: BranchView; readonly editing: Editing | undefined }) {
  const words = useWords();
  const entry = editing?.form.branches.find(({ code }) => code === branch.code);
  if (editing && entry && editing.open?.kind === "branch" && editing.open.code === branch.code)
    return (
      <BranchForm
        branch={entry}
        latest={async (code) => (await latest())?.branches.find((each) => each.code === code)}
        onSaved={editing.saved}
        onCancel={editing.cancel}
      />
    );
  return (
    <>
      <BranchSummary branch={branch} />
      {editing && (
        <button
          type="button"
          aria-label={`${words.edit.edit} ${branch.name}`}
          onClick={() => editing.begin({ kind: "branch", code: branch.code })}
          className="button-quiet mt-3 px-4 text-sm"
        >
          {words.edit.edit}
        </button>
      )}
      {(branch.zones.length > 0 || editing) && <h3 className="mt-4 font-semibold">{words.shop.zones}</h3>}
      <ul className="text-sm">
        {branch.zones.map((zone) => (
          <li key={zone.id} className="border-line border-b py-1.5 last:border-0">
            <Zone zone={zone} branch={branch} editing={editing} />
          </li>
        ))}
      </ul>
      {editing && <NewZone branch={branch} editing={editing} />}
    </>
  );
}

interface ZoneProps {
  readonly zone: BranchView["zones"][number];
  readonly branch: BranchView;
  readonly editing: Editing | undefined;
}

function Zone({ zone, branch, editing }: ZoneProps) {
  const { edit } = useWords();
  const isOpen = editing?.open?.kind === "zone" && editing.open.code === zone.code;
  if (editing && isOpen) return <ZoneEditor code={zone.code} from={branch.code} editing={editing} />;
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <ZoneTerms zone={zone} />
      </div>
      {editing && (
        <button
          type="button"
          aria-label={`${edit.edit} ${zone.name}`}
          onClick={() => editing.begin({ kind: "zone", code: zone.code, from: branch.code })}
          className="link-quiet min-h-11 px-2"
        >
          {edit.edit}
        </button>
      )}
    </div>
  );
}

interface ZoneEditorProps {
  readonly code: string | null;
  readonly from: string;
  readonly editing: Editing;
}

function ZoneEditor({ code, from, editing: { form, saved, cancel } }: ZoneEditorProps) {
  return (
    <ZoneForm
      zone={form.zones.find((each) => each.code === code) ?? null}
      branches={form.branches}
      from={from}
      latest={async (known) => (await latest())?.zones.find((each) => each.code === known)}
      onSaved={saved}
      onCancel={cancel}
    />
  );
}

function NewZone({ branch, editing }: { readonly branch: BranchView; readonly editing: Editing }) {
  const { edit } = useWords();
  const { open } = editing;
  if (open?.kind === "zone" && open.code === null && open.from === branch.code)
    return <ZoneEditor code={null} from={branch.code} editing={editing} />;
  return (
    <button
      type="button"
      onClick={() => editing.begin({ kind: "zone", code: null, from: branch.code })}
      className="button-quiet mt-2 px-4 text-sm"
    >
      {edit.zone.add}
    </button>
  );
}

function NewBranch({ editing }: { readonly editing: Editing }) {
  const { edit } = useWords();
  if (editing.open?.kind !== "branch" || editing.open.code !== null)
    return (
      <button
        type="button"
        onClick={() => editing.begin({ kind: "branch", code: null })}
        className="button-quiet w-full"
      >
        {edit.branch.add}
      </button>
    );
  return (
    <div className="card p-4">
      <BranchForm branch={null} latest={async () => undefined} onSaved={editing.saved} onCancel={editing.cancel} />
    </div>
  );
}
