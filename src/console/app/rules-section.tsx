import type { ReactNode } from "react";

interface RulesSectionProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** Rules that belong together, with what they are for. */
export function RulesSection({ title, hint, children }: RulesSectionProps) {
  return (
    <section aria-label={title} className="card flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{title}</h2>
      <p className="text-soft">{hint}</p>
      {children}
    </section>
  );
}
