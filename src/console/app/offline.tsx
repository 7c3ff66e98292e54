/** Says what is wrong with what is on the screen. That the shop cannot be reached stands above every page already. */
export function Offline({
  problem,
}: {
  readonly problem: { readonly status: number; readonly message: string } | undefined;
}) {
  return (
    <div role="status">
      {problem && problem.status !== 0 && (
        <p className="bg-notice px-4 py-2 text-on-notice text-sm">{problem.message}</p>
      )}
    </div>
  );
}
