import { isOutside, limitsOf } from "../../../src/domain/report/control.ts";

describe("limits of chance", () => {
  // Values, then lower limit, centre, upper limit; counted by hand: mean moving range × 2.66.
  const cases = [
    [[], null, "no week says nothing"],
    [[5], null, "one week has nothing to differ from"],
    [[4, 4, 4], [4, 4, 4], "weeks that are all alike"],
    [[10, 12, 11, 13], [11.5 - (2.66 * 5) / 3, 11.5, 11.5 + (2.66 * 5) / 3], "moves of 2, 1 and 2"],
    [[1, 9], [0, 5, 5 + 2.66 * 8], "no median is less than nothing"],
  ] as const;
  it.each(cases)("of %j are %j: %s", (values, expected) => {
    const limits = limitsOf(values);
    expect(limits && [limits.lower, limits.centre, limits.upper].map((value) => value.toFixed(9))).toEqual(
      expected && expected.map((value) => value.toFixed(9)),
    );
  });

  it("tell a change from noise", () => {
    const limits = limitsOf([10, 12, 11, 13]);
    expect(limits && [7.06, 7.07, 15.93, 15.94].map((value) => isOutside(value, limits))).toEqual([
      ...[true, false, false, true],
    ]);
  });
});
