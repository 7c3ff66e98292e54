import { renderUnicodeCompact } from "uqr";
import type { ConnectionState, WhatsAppWebConnection } from "../connection.ts";
import { banWarning, terminalWords } from "./whatsapp-web.words.ts";

/** Prints what the phone is to scan or to be told, each time it is asked for anew; the warning only the first time. */
export function printScans(
  connection: Pick<WhatsAppWebConnection, "state" | "watch">,
  print: (text: string) => void,
): void {
  let warned = false;
  const warn = () => {
    if (!warned) print(`\n${banWarning.id.map((line) => `! ${line}`).join("\n")}`);
    warned = true;
  };
  const show = (state: ConnectionState) => {
    if (state.type !== "scan" && state.type !== "code") return;
    warn();
    if (state.type === "scan") print(`\n${terminalWords.scan}\n\n${renderUnicodeCompact(state.qr)}\n`);
    else print(`\n${terminalWords.code(state.pairingCode)}\n`);
  };
  show(connection.state());
  connection.watch(show);
}
