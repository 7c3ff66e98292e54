import { useWords } from "./language.tsx";
import { useIsAway } from "./signal.ts";
import { useUnsent } from "./unsent-replies.tsx";

/** Says, quietly, that the shop cannot be reached, and how many replies wait for that. */
export function SignalBanner() {
  const { live } = useWords();
  const isAway = useIsAway();
  const waiting = useUnsent().filter(({ refused }) => refused === undefined).length;
  return (
    <div role="status">
      {(isAway || waiting > 0) && (
        <p className="bg-notice px-4 py-1.5 text-on-notice text-sm">
          {isAway ? live.away : live.back}
          {waiting > 0 && ` ${live.kept(waiting)}`}
        </p>
      )}
    </div>
  );
}
