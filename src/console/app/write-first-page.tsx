import { useState } from "react";
import type { WriteFirstView } from "../write-first-view.ts";
import { Field } from "./form.tsx";
import { BackIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";
import { Page } from "./page.tsx";
import { addressOf, follow } from "./route.ts";
import { useRead } from "./use-read.ts";
import { WriteFirst } from "./write-first.tsx";

/** In the address, where nobody is known yet: a customer's id otherwise */
export const SOMEBODY = "nomor";

interface WriteFirstPageProps {
  /** A customer's id, or `SOMEBODY` */
  readonly whom: string | undefined;
  readonly phone: string | undefined;
}

/** A seller writes to somebody first: a customer, or whoever has a number. */
export function WriteFirstPage({ whom, phone }: WriteFirstPageProps) {
  const words = useWords();
  const { writeFirst } = words;
  const [typed, setTyped] = useState<string>();
  const customer = whom === SOMEBODY ? undefined : whom;
  const number = typed ?? phone;
  const asked = new URLSearchParams({
    ...(customer === undefined ? {} : { customer }),
    ...(number === undefined ? {} : { phone: number }),
  });
  const isAsked = customer !== undefined || number !== undefined;
  const { data, problem } = useRead<WriteFirstView>(isAsked ? `/write-first?${asked}` : undefined);
  return (
    <Page title={words.pages.writeFirst}>
      <div className="flex max-w-prose flex-col gap-4">
        <a
          href={addressOf("customers", customer)}
          onClick={follow}
          className="link-quiet flex min-h-11 w-fit items-center gap-1 md:hidden"
        >
          <BackIcon /> {words.pages.customers}
        </a>
        <p className="text-soft">{writeFirst.hint}</p>
        {isAsked && data === undefined && problem === undefined && <p className="text-soft">{words.loading}</p>}
        {problem !== undefined && (
          <p role="alert" className="rounded-xl bg-alarm-soft px-3 py-2 text-alarm">
            {problem.status === 404
              ? writeFirst.unknown
              : problem.status === 400
                ? writeFirst.wrongNumber
                : words.offline}
          </p>
        )}
        {data?.way.type === "noNumber" && <p className="card p-4">{writeFirst.noNumber}</p>}
        {(!isAsked || problem?.status === 400 || data?.way.type === "noNumber") && <NumberForm onNumber={setTyped} />}
        {data !== undefined && <WriteFirst view={data} customer={customer} />}
      </div>
    </Page>
  );
}

function NumberForm({ onNumber }: { readonly onNumber: (phone: string) => void }) {
  const { writeFirst } = useWords();
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onNumber(`${new FormData(event.currentTarget).get("phone") ?? ""}`.trim());
      }}
    >
      <Field name="phone" type="tel" label={writeFirst.phone} hint={writeFirst.phoneHint} autoComplete="off" />
      <button type="submit" className="button-brand w-fit px-6">
        {writeFirst.look}
      </button>
    </form>
  );
}
