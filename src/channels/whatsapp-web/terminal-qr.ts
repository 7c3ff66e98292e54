import { renderUnicodeCompact } from "uqr";
import type { ConnectionState, WhatsAppWebConnection } from "./connection.ts";
import { terminalWords } from "./whatsapp-web.words.ts";

/** Prints what the phone is to scan or to be told, each time it is asked for anew. */
export function printScans(
  connection: Pick<WhatsAppWebConnection, "state" | "watch">,
  print: (text: string) => void,
): void {
  const show = (state: ConnectionState) => {
    if (state.type === "scan") print(`\n${terminalWords.scan}\n\n${renderUnicodeCompact(state.qr)}\n`);
    if (state.type === "code") print(`\n${terminalWords.code(state.pairingCode)}\n`);
  };
  show(connection.state());
  connection.watch(show);
}
