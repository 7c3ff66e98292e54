import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Dictionary } from "./dictionary.ts";
import { en } from "./dictionary-en.ts";
import { id } from "./dictionary-id.ts";

const KEY = "kopdar-language";
const DICTIONARIES = { id, en } as const;
type Language = keyof typeof DICTIONARIES;

interface Spoken {
  readonly language: Language;
  readonly words: Dictionary;
  readonly speak: (language: Language) => void;
}

const Context = createContext<Spoken>({ language: "id", words: DICTIONARIES.id, speak: () => undefined });

/** Speaks Indonesian unless this browser chose another language. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEY) === "en" ? "en" : "id"));
  const words = DICTIONARIES[language];
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speak = (next: Language) => {
    localStorage.setItem(KEY, next);
    setLanguage(next);
  };
  return <Context value={{ language, words, speak }}>{children}</Context>;
}

export function useWords(): Dictionary {
  return useContext(Context).words;
}

export function useLanguage(): Language {
  return useContext(Context).language;
}

/** Two buttons, one a language. */
export function LanguageSwitch() {
  const { language, words, speak } = useContext(Context);
  return (
    <fieldset className="flex w-fit rounded-full border border-line p-0.5 text-sm" aria-label={words.language}>
      {(["id", "en"] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={language === each}
          onClick={() => speak(each)}
          className="min-h-9 rounded-full px-3 font-semibold text-soft aria-pressed:bg-brand aria-pressed:text-on-brand"
        >
          {each === "id" ? "Indonesia" : "English"}
        </button>
      ))}
    </fieldset>
  );
}
