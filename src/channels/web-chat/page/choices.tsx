import { useState } from "react";
import { words } from "./page.words.ts";

interface ChoicesProps {
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly wantsLocation: boolean;
  /** Things one may do, not answers that are asked for */
  readonly isQuiet: boolean;
  readonly isDisabled: boolean;
  readonly onChoice: (choice: { readonly id: string; readonly label: string }) => void;
  readonly onLocation: (latitude: number, longitude: number) => void;
}

/** Answers to tap; typing them works as well. */
export function Choices({ choices, wantsLocation, isQuiet, isDisabled, onChoice, onLocation }: ChoicesProps) {
  const [hasFailed, setHasFailed] = useState(false);
  if (choices.length === 0 && !wantsLocation) return null;
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onLocation(coords.latitude, coords.longitude),
      () => setHasFailed(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  return (
    <fieldset
      className={`mt-2 mb-3 flex flex-wrap gap-2 ${isQuiet ? "mx-auto max-w-sm" : ""}`}
      aria-label={words.choices}
    >
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          disabled={isDisabled}
          className={
            isQuiet
              ? "button-quiet px-4 text-sm"
              : "button border-2 border-brand bg-surface px-4 text-brand hover:bg-brand hover:text-on-brand"
          }
          onClick={() => onChoice(choice)}
        >
          {choice.label}
        </button>
      ))}
      {wantsLocation && (
        <button type="button" className="button-quiet px-4" disabled={isDisabled} onClick={locate}>
          📍 {words.location}
        </button>
      )}
      {hasFailed && (
        <p role="alert" className="w-full text-alarm text-sm">
          {words.locationFailed}
        </p>
      )}
    </fieldset>
  );
}
