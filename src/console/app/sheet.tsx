import { type ReactNode, useEffect, useId, useRef } from "react";
import { CloseIcon } from "./icons.tsx";

interface SheetProps {
  readonly title: string;
  /** Says what its button closes */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something beside the page: a sheet from below on a phone, a panel at the side on a wide screen. */
export function Sheet({ title, closeLabel, onClose, children }: SheetProps) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Makes the page behind it unreachable, and closes on Escape.
    dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      className="sheet"
    >
      <div className="flex max-h-[inherit] flex-col md:h-full">
        <header className="flex items-center justify-between gap-2 border-line border-b py-1 pr-1.5 pl-4">
          <h2 id={heading} className="truncate font-bold text-lg leading-tight">
            {title}
          </h2>
          <button
            type="button"
            aria-label={closeLabel}
            className="grid size-11 shrink-0 place-items-center rounded-full"
            onClick={() => dialog.current?.close()}
          >
            <CloseIcon />
          </button>
        </header>
        <div className="overflow-y-auto p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{children}</div>
      </div>
    </dialog>
  );
}
