import { mayHold, typedMeanwhile } from "../../../src/domain/ticket/typed-meanwhile.ts";

/** In one cell: what was typed over what, what the desk wrote over what, what it holds now; and what counts then. */
const CASES = [
  ["typed before the desk wrote, which had not seen it", ["Pending", ""], ["New", ""], "New", "Pending"],
  ["cleared before the desk wrote", [undefined, "Open"], ["New", "Open"], "New", ""],
  ["seen by the desk before it wrote", ["Nonsense", "Open"], ["Open", "Nonsense"], "Open", undefined],
  ["typed over what the desk wrote, and typed back by another", ["Pending", "New"], ["New", ""], "New", undefined],
  ["typed over by another since", ["Pending", ""], ["New", ""], "Open", undefined],
  ["the same as the desk wrote", ["New", ""], ["New", "Open"], "New", undefined],
  ["never written by the desk", ["Pending", ""], ["New", undefined], "New", undefined],
] as const;

test.each(CASES)("%s", (_what, [value, oldValue], [wrote, over], holds, counts) => {
  expect(typedMeanwhile({ value, oldValue }, { holds, wrote, over })).toBe(counts);
});

test("typed over what somebody else had just typed there, unseen too, and which was put back since", () => {
  const cell = { holds: "Low", wrote: "Low", over: "Medium", typed: "Low" };
  expect(typedMeanwhile({ value: "High", oldValue: "Low" }, cell)).toBe("High");
  expect(typedMeanwhile({ value: "High", oldValue: "Medium" }, cell)).toBe("High");
  expect(typedMeanwhile({ value: "Medium", oldValue: "Low" }, cell)).toBe("Medium");
  expect(typedMeanwhile({ value: "High", oldValue: "Urgent" }, cell)).toBeUndefined();
});

const HELD = [
  ["Pending", "Pending", true],
  ["Open", "Pending", false],
  ["007", "'007", true],
  [7, "7.00", true],
  ["", undefined, true],
  ["Open", undefined, false],
] as const;

test.each(HELD)("a cell that holds %p, where %p was typed: %p", (holds, value, may) => {
  expect(mayHold(holds, { value, oldValue: undefined })).toBe(may);
});
