import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { StoredLink } from "../../../src/channels/whatsapp-web/stored-link.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kopdar-link-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("starts with nothing where what was kept cannot be read", () => {
  const stored = new StoredLink(folder);
  stored.change({ wanted: true });
  stored.flush();
  writeFileSync(join(folder, "whatsapp-web", "link.json"), "{ half");
  expect(new StoredLink(folder).values.wanted).toBe(false);
});

it("is written whole or not at all", () => {
  const stored = new StoredLink(folder);
  stored.change({ wanted: true, linkedAt: 1 });
  stored.flush();
  expect(readdirSync(join(folder, "whatsapp-web"))).toEqual(["link.json"]);
});

it("takes up what another process has stored before it takes over the number", () => {
  const standby = new StoredLink(folder);
  const owner = new StoredLink(folder);
  owner.change({ wanted: true, linkedAt: 1 });
  owner.flush();
  standby.refresh();
  expect(standby.values).toMatchObject({ wanted: true, linkedAt: 1 });
});
