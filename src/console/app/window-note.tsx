import type { ConversationView } from "../views.ts";
import { useWords } from "./language.tsx";
import { useNow } from "./use-now.ts";

/** Above the place to write: where the platform no longer takes free words, what becomes of a reply. */
export function WindowNote({ conversation }: { readonly conversation: ConversationView }) {
  const { thread } = useWords();
  const now = useNow();
  const { openUntil, templateLetters } = conversation;
  if (openUntil === undefined || openUntil > now) return null;
  return (
    <p className="bg-notice px-4 py-2 text-on-notice text-sm">
      {templateLetters === undefined ? thread.notNow : thread.inTemplate(templateLetters)}
    </p>
  );
}
