import { channelContract } from "./channel-contract.ts";
import { excusedOnWhatsAppWeb, whatsAppWebUnderTest } from "./whatsapp-web-under-test.ts";

channelContract("WhatsApp Web, page before July 2026", whatsAppWebUnderTest("before July 2026"), excusedOnWhatsAppWeb);
