import type { Meaning } from "./meaning.ts";
import type { Script } from "./script.ts";

const BY_CHAT =
  / ((lewat|via|by|pakai|di|dari) chat( sini)?( aja|$)|chat( sini| disini| di sini)? aja|(tulis|ketik) (disini|di sini|sini) aja|(jawab|bahas|ngobrol) (disini|di sini|di chat)) ?/;
const NO_CALL = / (tidak usah|jangan|batal|tidak jadi|tidak perlu)( di)? telepon /;
const CALLED_OFF = / (batal|tidak jadi)( |$)/;
/** Who asks why nobody called wants the call. */
const ASKS_FOR_IT = / (kok|kenapa|knp|belum|mana|kapan) /;

/** "ga usah telpon, chat aja": they would rather write than be called. To call off a call is to call off no goods. */
export function chatInstead({ intents }: Meaning, { all }: Script): Partial<Meaning> {
  if (!wantsChat(all)) return {};
  return { byChat: true, intents: callsOff(all) ? intents : intents.filter((intent) => intent !== "cancel_order") };
}

function wantsChat(all: string): boolean {
  return NO_CALL.test(all) ? !ASKS_FOR_IT.test(all) : BY_CHAT.test(all) && !ASKS_FOR_IT.test(all);
}

/** Whether something else than a call is called off: "batal aja pesanannya, ga usah telpon". */
function callsOff(all: string): boolean {
  return CALLED_OFF.test(all.replace(NO_CALL, " "));
}
