import { channelContract } from "./channel-contract.ts";
import { telegramUnderTest } from "./telegram-under-test.ts";

for (const driver of ["grammy", "telegraf"] as const) {
  for (const way of ["polling", "webhook"] as const) {
    channelContract(`Telegram by ${driver}, ${way}`, telegramUnderTest(driver, way));
  }
}
