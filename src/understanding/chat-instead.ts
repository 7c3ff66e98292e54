import type { Script } from "./script.ts";

const BY_CHAT =
  / ((lewat|via|by|pakai|di|dari) chat( sini)?( aja|$)|chat( sini| disini| di sini)? aja|(tulis|ketik) (disini|di sini|sini) aja|(jawab|bahas|ngobrol) (disini|di sini|di chat)) ?/;
const NO_CALL = / (tidak usah|jangan|batal|tidak jadi|tidak perlu)( di)? telepon /;
/** Who asks why nobody called wants the call. */
const ASKS_FOR_IT = / (kok|kenapa|knp|belum|mana|kapan) /;

/** "ga usah telpon, chat aja": they would rather write than be called. */
export function wantsChatInstead({ all }: Script): boolean {
  return NO_CALL.test(all) ? !ASKS_FOR_IT.test(all) : BY_CHAT.test(all) && !ASKS_FOR_IT.test(all);
}
