import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpeningHours } from "../../../src/shop/branch/branch.ts";
import { sayHours } from "../../../src/shop/branch/branch.words.ts";
import { parseHours, parseOpenings } from "../../../src/shop/branch/parse-hours.ts";

const eightToFive = [{ open: 480, close: 1020 }];
const always = [{ open: 0, close: 1440 }];

describe("opening hours as a shop writes them", () => {
  it.each<[string, OpeningHours]>([
    ["Senin-Sabtu 08.00-17.00", [[], ...Array<typeof eightToFive>(6).fill(eightToFive)]],
    ["Setiap hari 09.00-21.00", Array(7).fill([{ open: 540, close: 1260 }])],
    ["tiap hari jam 9-21", Array(7).fill([{ open: 540, close: 1260 }])],
    ["24 jam", Array(7).fill(always)],
    ["08:00 - 17:00 WIB", Array(7).fill(eightToFive)],
    ["Sabtu & Minggu 08.00-17.00", [eightToFive, [], [], [], [], [], eightToFive]],
    [
      "Jumat–Minggu 17.00–02.00",
      [[{ open: 1020, close: 1560 }], [], [], [], [], [{ open: 1020, close: 1560 }], [{ open: 1020, close: 1560 }]],
    ],
    [
      "Setiap hari 08.00-17.00, Jumat 08.00-11.30 & 13.00-17.00, Minggu tutup",
      [
        [],
        eightToFive,
        eightToFive,
        eightToFive,
        eightToFive,
        [
          { open: 480, close: 690 },
          { open: 780, close: 1020 },
        ],
        eightToFive,
      ],
    ],
  ])("reads %s", (text, hours) => {
    expect(parseHours(text)).toEqual(hours);
  });

  it.each(["", "sesuai janji", "buka kalau tidak hujan", "Senin-Libur 8-9", "Senin 25.00-26.00", "Senin 08.75-09.00"])(
    "does not guess at %j",
    (text) => {
      expect(parseHours(text)).toBeUndefined();
    },
  );

  it("understands whatever the shop itself would say", () => {
    const opening = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .map(([open, length]) => ({ open, close: open + length }))
      // Beyond a day past its opening, or with a minute that only the next day has, a clock cannot say it.
      .filter(({ close }) => close <= 2880);
    const day = fc.array(opening, { maxLength: 2 });
    fc.assert(
      fc.property(fc.tuple(day, day, day, day, day, day, day), (hours) => {
        expect(parseHours(sayHours({ hours }))).toEqual(hours);
      }),
    );
  });

  it("reads a holiday's own hours", () => {
    expect(parseOpenings("tutup")).toEqual([]);
    expect(parseOpenings("10.00-14.00")).toEqual([{ open: 600, close: 840 }]);
    expect(parseOpenings("setengah hari")).toBeUndefined();
  });
});
