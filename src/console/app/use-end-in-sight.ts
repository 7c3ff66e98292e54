import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** So near its end a reader counts as being there, in px. */
const NEAR_PX = 48;

export interface EndInSight {
  /** The region that scrolls */
  readonly list: RefObject<HTMLDivElement | null>;
  /** All that stands in it */
  readonly content: RefObject<HTMLDivElement | null>;
  /** Something came below what the reader looks at */
  readonly hasNew: boolean;
  toEnd(): void;
}

interface Ends {
  /** What stands first and last */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** The last is the reader's own: whoever writes wants to see it */
  readonly isOwn: boolean;
  /** The reader came for a place further up */
  readonly startsAbove: boolean;
}

/**
 * Keeps the end of a talk in sight while it grows, and while the keyboard or what stands below it takes room. Whoever has
 * scrolled up stays there, and is told that something came.
 */
export function useEndInSight({ first, last, isOwn, startsAbove }: Ends): EndInSight {
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(!startsAbove);
  const shown = useRef<{ readonly first: string | undefined; readonly last: string | undefined; height: number }>(
    undefined,
  );
  const [seen, setSeen] = useState(last);
  const toEnd = () => {
    isAtEnd.current = true;
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
    setSeen(last);
  };
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    const before = shown.current;
    shown.current = { first, last, height: current.scrollHeight };
    const isNew = before !== undefined && before.last !== last;
    if (isAtEnd.current || (isNew && isOwn)) {
      if (before === undefined || isNew || before.first !== first) toEnd();
    } else if (before !== undefined && before.first !== first) {
      // Earlier words came in above: what the reader looks at stays where it is.
      current.scrollTop += current.scrollHeight - before.height;
    }
  });
  useEffect(() => {
    const { current } = list;
    if (!current) return;
    const look = () => {
      isAtEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_PX;
      if (isAtEnd.current) setSeen(shown.current?.last);
    };
    const keep = new ResizeObserver(() => {
      if (isAtEnd.current) current.scrollTop = current.scrollHeight;
      if (shown.current) shown.current.height = current.scrollHeight;
    });
    keep.observe(current);
    if (content.current) keep.observe(content.current);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      keep.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, []);
  return { list, content, hasNew: last !== seen, toEnd };
}
