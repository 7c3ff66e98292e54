import { channelContract } from "./channel-contract.ts";
import { excusedOnWhatsAppWeb, whatsAppWebUnderTest } from "./whatsapp-web-under-test.ts";

channelContract(
  "WhatsApp Web, page after September 2026",
  whatsAppWebUnderTest("after September 2026"),
  excusedOnWhatsAppWeb,
);
