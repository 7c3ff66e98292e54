import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ContactNames } from "../../../src/channels/whatsapp-web/contact-names.ts";
import { StoredLink } from "../../../src/channels/whatsapp-web/stored-link.ts";

const NUMBER = "6281234567001@c.us";
const HIDDEN = "990000000000001@lid";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kopdar-names-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Names as they are after the shop was started anew. */
function reopened(stored: StoredLink): ContactNames {
  stored.flush();
  return new ContactNames(new StoredLink(folder));
}

it("keeps the name by number when the chat moves to a hidden id, also when WhatsApp no longer tells the number", () => {
  const stored = new StoredLink(folder);
  const names = new ContactNames(stored);
  expect(names.nameOf({ chat: NUMBER, phone: NUMBER })).toBe(NUMBER);
  expect(names.nameOf({ chat: HIDDEN, lid: HIDDEN, phone: NUMBER })).toBe(NUMBER);
  const later = reopened(stored);
  expect(later.nameOf({ chat: HIDDEN, lid: HIDDEN })).toBe(NUMBER);
  expect(later.chatOf(NUMBER)).toBe(HIDDEN);
});

it("keeps the name by hidden id when the number becomes known", () => {
  const stored = new StoredLink(folder);
  const names = new ContactNames(stored);
  expect(names.nameOf({ chat: HIDDEN, lid: HIDDEN })).toBe(HIDDEN);
  expect(names.nameOf({ chat: HIDDEN, lid: HIDDEN, phone: NUMBER })).toBe(HIDDEN);
  const later = reopened(stored);
  expect(later.nameOf({ chat: NUMBER, phone: NUMBER })).toBe(HIDDEN);
  expect(later.chatOf(HIDDEN)).toBe(NUMBER);
});

it("starts with nothing where what was kept cannot be read", () => {
  const stored = new StoredLink(folder);
  stored.change({ wanted: true });
  stored.flush();
  writeFileSync(join(folder, "whatsapp-web", "link.json"), "{ half");
  expect(new StoredLink(folder).values.wanted).toBe(false);
});

it("takes up what another process has stored before it takes over the number", () => {
  const standby = new StoredLink(folder);
  const owner = new StoredLink(folder);
  owner.change({ wanted: true, linkedAt: 1 });
  new ContactNames(owner).nameOf({ chat: HIDDEN, lid: HIDDEN });
  owner.flush();
  standby.refresh();
  expect(standby.values).toMatchObject({ wanted: true, linkedAt: 1 });
  expect(new ContactNames(standby).nameOf({ chat: NUMBER, phone: NUMBER, lid: HIDDEN })).toBe(HIDDEN);
});
