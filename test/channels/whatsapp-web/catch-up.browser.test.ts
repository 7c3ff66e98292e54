import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { RelayIntake } from "./relay-intake.ts";
import { ShopOnWhatsAppWeb } from "./shop-on-whatsapp-web.ts";

const SARI = "6281234567001@c.us";
const BUDI = "6281234567002@c.us";
const relay = new RelayIntake();
let shop: ShopOnWhatsAppWeb;
let intake: RecordingIntake;
beforeAll(async () => {
  shop = await ShopOnWhatsAppWeb.live({ year: "after September 2026", intake: relay, waits: { catchUp: 4_000 } });
});
beforeEach(() => {
  intake = new RecordingIntake();
  relay.target = intake;
  shop.world.forgets();
  shop.world.shownAtFirst = 1;
});
afterAll(() => shop.close());

/** The number was away while these were written to it; the page shows only the last of each chat by itself. */
const MISSED = ["satu", "dua", "tiga", "empat", "lima"];

async function missesMessages(): Promise<void> {
  process.kill(shop.channel.processes().child ?? 0, "SIGKILL");
  await shop.becomes("browserDied");
  for (const body of MISSED) shop.world.arrives(SARI, { body });
  shop.world.arrives(BUDI, { body: "saya juga" });
}

async function heard(contact: string, count: number): Promise<string[]> {
  const bodies = await intake.received(contact, count);
  return bodies.map((body) => ("text" in body ? body.text : body.type));
}

it("catches up with a phone that answers late, and tells what comes meanwhile after it", async () => {
  let answers: () => void = () => undefined;
  shop.world.earlier.push(new Promise((resolve) => (answers = resolve)));
  await missesMessages();
  await shop.becomes("live");
  await shop.world.until(() => shop.world.acts.some(({ type }) => type === "earlier"), "the page to ask");
  shop.world.arrives(SARI, { body: "halo?" });
  expect(intake.stored).toEqual([]);
  answers();
  expect(await heard(SARI, 6)).toEqual([...MISSED, "halo?"]);
  expect(await heard(BUDI, 1)).toEqual(["saya juga"]);
  expect(intake.stored).toHaveLength(7);
});

it("begins anew where the phone never answers, and everything is told once", async () => {
  shop.world.earlier.push("never");
  await missesMessages();
  await shop.becomes("live");
  // Catching up took too long, and its browser was ended.
  await shop.becomes("browserDied");
  shop.world.arrives(SARI, { body: "halo?" });
  expect(await heard(SARI, 6)).toEqual([...MISSED, "halo?"]);
  expect(await heard(BUDI, 1)).toEqual(["saya juga"]);
  expect(intake.stored).toHaveLength(7);
});
