import { expect, it } from "vitest";
import type { ConnectionState } from "../../../src/channels/connection.ts";
import { printScans } from "../../../src/channels/whatsapp-web/terminal-qr.ts";

it("prints a QR to scan in the terminal, under the plain warning that is said once", () => {
  const printed: string[] = [];
  let tell: (state: ConnectionState) => void = () => undefined;
  const watch = (listener: typeof tell) => {
    tell = listener;
    return () => undefined;
  };
  printScans({ state: () => ({ type: "off", why: "notConnected" }), watch }, (text) => printed.push(text));
  expect(printed).toEqual([]);
  tell({ type: "scan", qr: "REF-1,a,b,c,1" });
  tell({ type: "scan", qr: "REF-2,a,b,c,1" });
  tell({ type: "code", pairingCode: "ABCD1234" });
  tell({ type: "live", phone: "+6281200000001", name: "Warung Uji" });
  expect(printed).toHaveLength(4);
  expect(printed[0]).toContain("diblokir");
  expect(printed[1]).toContain("█");
  expect(printed[2]).not.toBe(printed[1]);
  expect(printed[3]).toContain("ABCD1234");
});
