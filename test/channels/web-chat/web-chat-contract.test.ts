import { channelContract } from "../../contracts/channel-contract.ts";
import { webChatUnderTest } from "./web-chat-under-test.ts";

const unchanged = "what was sent on the page cannot be changed";
const noNumber = "a page does not know its reader's number, and the bot asks for it in words";
const noPlatform = "no platform stands between the shop and its own page: to send is to show";

channelContract("The web chat", webChatUnderTest, {
  sameEventAgain: `${unchanged}; that a message sent again is stored once is promised with the routes`,
  hearsEdits: unchanged,
  signsForTheBotAlone: "the page shows typing for a message that is on its way, and never that something was read",
  asksForNumber: noNumber,
  hearsNumbers: noNumber,
  editsWhatIsGone: "nothing on the page goes away",
  knowsWhenBlocked: "a page is closed, not blocked",
  waitsWhenTooMany: noPlatform,
  retriesServerErrors: noPlatform,
  neverDoubles: noPlatform,
  admitsNotKnowing: noPlatform,
});
