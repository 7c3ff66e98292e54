import { channelContract } from "./channel-contract.ts";
import { whatsAppCloudUnderTest } from "./whatsapp-cloud-under-test.ts";

const noEdits = "the Cloud API cannot change a message that was sent; it is sent anew";

for (const named of ["by number and id", "by id alone", "by number alone"] as const)
  channelContract(`The WhatsApp Cloud API, customers named ${named},`, whatsAppCloudUnderTest(named), {
    edits: noEdits,
    editsToTheSame: noEdits,
    knowsWhenBlocked:
      "the platform never says who blocked the shop; what is concluded from days of failures is promised with the shop",
  });
