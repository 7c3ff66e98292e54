import { createContext, type ReactNode, useContext } from "react";
import type { SignedIn } from "../role.ts";

const Context = createContext<SignedIn | undefined>(undefined);

/** Who is signed in, for everything inside. */
export function MeProvider({ me, children }: { readonly me: SignedIn; readonly children: ReactNode }) {
  return <Context value={me}>{children}</Context>;
}

export function useMe(): SignedIn {
  const me = useContext(Context);
  if (me === undefined) throw new Error("Nobody is signed in here.");
  return me;
}
