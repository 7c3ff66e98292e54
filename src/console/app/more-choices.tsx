import { type ReactNode, useRef, useState } from "react";

interface MoreChoicesProps {
  /** What the button that opens them is called */
  readonly label: string;
  /** To which side of the bar it opens on a phone */
  readonly opens: "up" | "down";
  readonly children: ReactNode;
}

/** Buttons that a wide screen has room for; on a phone they open from a bar. What is chosen, and Escape, closes them. */
export function MoreChoices({ label, opens, children }: MoreChoicesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const side = opens === "up" ? "max-md:bottom-full max-md:mb-1" : "max-md:top-full max-md:mt-1";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its buttons let through
    <div
      className="contents"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setIsOpen(false)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        setIsOpen(false);
        opener.current?.focus();
      }}
    >
      <button
        ref={opener}
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        className="button-quiet size-11 shrink-0 px-0 md:hidden"
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons in it are what is pressed */}
      <div
        className={`${isOpen ? "flex" : "hidden"} max-md:card gap-2 max-md:absolute max-md:right-3 max-md:z-20 max-md:w-56 max-md:flex-col max-md:p-2 md:flex ${side}`}
        onClick={() => setIsOpen(false)}
      >
        {children}
      </div>
    </div>
  );
}
