import type { ReactNode } from "react";

/** A page that scrolls as a whole, with its title. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex-1 overflow-y-auto"
    >
      <div className="mx-auto max-w-5xl p-4">
        <h1 className="mb-3 font-bold text-2xl">{title}</h1>
        {children}
      </div>
    </section>
  );
}
