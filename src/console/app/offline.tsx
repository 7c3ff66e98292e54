import { useWords } from "./language.tsx";

/** Says that what is on the screen may be old, while the shop cannot be reached. */
export function Offline({
  problem,
}: {
  readonly problem: { readonly status: number; readonly message: string } | undefined;
}) {
  const words = useWords();
  return (
    <div role="status">
      {problem && (
        <p className="bg-notice px-4 py-2 text-on-notice text-sm">
          {problem.status === 0 ? words.offline : problem.message}
        </p>
      )}
    </div>
  );
}
