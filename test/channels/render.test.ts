import { describe, expect, it } from "vitest";
import type { Abilities } from "../../src/channels/channel.ts";
import { OutgoingMessage } from "../../src/channels/message.ts";
import { render } from "../../src/channels/render.ts";

const abilities: Abilities = {
  maxButtons: 3,
  maxButtonLabel: 20,
  edit: true,
  requestPhone: false,
  requestLocation: false,
  location: false,
  typing: false,
  receipts: false,
  calls: false,
  images: false,
  contactCards: false,
  maxText: 1000,
};

function question(...labels: string[]): OutgoingMessage {
  const choices = labels.map((label, index) => ({ id: `c${index}`, label }));
  return OutgoingMessage.parse({ text: "Diambil atau diantar, Kak?", choices });
}

describe("what a customer sees of a message", () => {
  it("is the words alone where there is nothing to choose", () => {
    expect(render(question(), abilities)).toEqual({ text: "Diambil atau diantar, Kak?", buttons: [] });
  });

  it("has buttons where the channel has enough of them", () => {
    const message = question("Ambil", "Antar", "Batal");
    expect(render(message, abilities)).toEqual({ text: message.text, buttons: message.choices });
  });

  const lines = "Diambil atau diantar, Kak?\n\n1. Ambil\n2. Antar";

  it("has numbered lines where nothing can be tapped", () => {
    const typed = { ...abilities, maxButtons: 0 };
    expect(render(question("Ambil", "Antar"), typed)).toEqual({ text: lines, buttons: [] });
  });

  it("has numbered lines where there are more choices than buttons", () => {
    const one = { ...abilities, maxButtons: 1 };
    expect(render(question("Ambil", "Antar"), one)).toEqual({ text: lines, buttons: [] });
  });

  it("shows a label that fits no button whole, as a line, so that two never read alike", () => {
    const long = "Brownies panggang coklat kacang almond";
    const shown = render(question(`${long} kecil`, `${long} besar`), abilities);
    expect(shown.buttons).toEqual([]);
    expect(shown.text).toContain(`1. ${long} kecil\n2. ${long} besar`);
  });
});
