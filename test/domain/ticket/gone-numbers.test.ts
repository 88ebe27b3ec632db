import fc from "fast-check";
import { GoneNumbers } from "../../../src/domain/ticket/gone-numbers.ts";

function of(...numbers: number[]): GoneNumbers {
  const gone = new GoneNumbers("");
  for (const number of numbers) gone.add(number);
  return gone;
}

describe("GoneNumbers", () => {
  it.each([
    [[], ""],
    [[7], "7"],
    [[7, 8], "7-8"],
    [[8, 7, 9, 3], "3,7-9"],
    [[1, 3, 5], "1,3,5"],
    [[9, 10, 11, 100], "9-11,100"],
    [[4, 4], "4"],
  ])("%j is written %j", (numbers, text) => {
    expect(of(...numbers).toString()).toBe(text);
  });

  it("says by whom, whatever characters a name has", () => {
    const gone = of(3, 4);
    for (const [number, by] of [
      [7, "ann@example.com"],
      [8, "ann@example.com"],
      [9, "o;d:d,%name"],
    ] as const)
      gone.add(number, by);
    const again = new GoneNumbers(gone.toString());
    expect(again.toString()).toBe("3-4;ann%40example.com:7-8;o%3Bd%3Ad%2C%25name:9");
    expect([2, 3, 7, 8, 9].map((number) => again.byOf(number))).toEqual([
      ...[undefined, "", "ann@example.com", "ann@example.com", "o;d:d,%name"],
    ]);
  });

  it("knows a range again", () => {
    const gone = new GoneNumbers("3,7-12");
    expect([2, 3, 4, 6, 7, 10, 12, 13].filter((number) => gone.has(number))).toEqual([3, 7, 10, 12]);
  });

  it("splits a range where a number comes back", () => {
    const gone = new GoneNumbers("7-12");
    gone.delete(9);
    gone.delete(12);
    gone.delete(50);
    expect(gone.toString()).toBe("7-8,10-11");
  });

  it.each(["", "abc", "5-3", "-", ",,", "1e9x", ";", "%:", "a:b:c"])("makes nothing of a damaged text: %j", (text) => {
    expect(new GoneNumbers(text).has(5)).toBe(false);
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 })), (numbers) => {
        const again = new GoneNumbers(of(...numbers).toString());
        for (let number = 0; number <= 301; number++) expect(again.has(number)).toBe(numbers.includes(number));
      }),
    );
  });
});
