import { expect, it } from "vitest";
import { moodOf } from "../../src/understanding/mood.ts";

const mood = (...texts: string[]) =>
  moodOf(
    texts.map((text, index) => ({ text, at: index + 1 })),
    "Asia/Jakarta",
  );

it("who is angry is told by their own words, and is so until a glad word", () => {
  const angry = "penipu lu ya, goblok banget pelayanannya";
  expect(mood("halo kak", angry)).toEqual({ mood: "angry", words: angry, at: 2 });
  expect(mood(angry, "oke ditunggu").mood).toBe("angry");
  expect(mood(angry, "wah mantap kak, makasih banyak")).toMatchObject({ mood: "happy", at: 2 });
});

it("a complaint is one though they are polite, and praise is no praise with a no before it", () => {
  expect(mood("kak kuenya hancur pas nyampe").mood).toBe("complaint");
  expect(mood("enak banget kuenya kak 😍").mood).toBe("happy");
  expect(mood("kemarin gak enak banget").mood).not.toBe("happy");
});

it("whoever orders or asks is as usual", () => {
  expect(mood("mau brownies 2 ya kak", "ongkir ke depok berapa?", "oke makasih")).toEqual({ mood: "neutral" });
  expect(mood()).toEqual({ mood: "neutral" });
});
