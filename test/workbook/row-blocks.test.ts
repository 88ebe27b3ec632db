import { rowBlocks } from "../../src/workbook/row-blocks.ts";

const rows = (...numbers: number[]) => numbers.map((rowNumber) => ({ rowNumber, cells: [`new ${rowNumber}`] }));
const nothingBetween = (): undefined => undefined;
const known =
  (...numbers: number[]) =>
  (rowNumber: number) =>
    numbers.includes(rowNumber) ? [`old ${rowNumber}`] : undefined;

/** "2: new 2, old 3" for a block of two rows from row 2 on. */
const shown = (blocks: ReturnType<typeof rowBlocks<string>>): string[] =>
  blocks.map(({ first, cells }) => `${first}: ${cells.flat().join(", ")}`);

describe("rowBlocks", () => {
  it.each([
    ["nothing", rows(), nothingBetween, []],
    ["one row", rows(5), nothingBetween, ["5: new 5"]],
    ["neighbours", rows(2, 3, 4), nothingBetween, ["2: new 2, new 3, new 4"]],
    ["neighbours in whatever order", rows(4, 2, 3), nothingBetween, ["2: new 2, new 3, new 4"]],
    ["rows apart", rows(2, 5), nothingBetween, ["2: new 2", "5: new 5"]],
    ["rows apart, all known between", rows(2, 5), known(3, 4), ["2: new 2, old 3, old 4, new 5"]],
    ["rows apart, one unknown between", rows(2, 5), known(3), ["2: new 2", "5: new 5"]],
    ["every second row", rows(2, 4, 6), known(3, 5), ["2: new 2, old 3, new 4, old 5, new 6"]],
    ["known rows outside the gap", rows(3, 4), known(2, 5), ["3: new 3, new 4"]],
  ])("writes %s", (_why, written, between, blocks) => {
    expect(shown(rowBlocks(written, between))).toEqual(blocks);
  });

  it("writes a row that is given twice once, as it was given last", () => {
    const twice = [...rows(2, 3), { rowNumber: 2, cells: ["newest 2"] }, ...rows(4)];
    expect(shown(rowBlocks(twice, nothingBetween))).toEqual(["2: newest 2, new 3, new 4"]);
  });

  it.each([
    [1001, 1],
    [1002, 1],
    [1003, 1],
    [1004, 2],
  ])("bridges a gap of a thousand rows at the most (row 2 to row %d)", (last, blocks) => {
    expect(rowBlocks(rows(2, last), (rowNumber) => [`old ${rowNumber}`])).toHaveLength(blocks);
  });

  it("gives away no array that it was given", () => {
    const [row] = rows(2);
    const [block] = rowBlocks(row ? [row] : [], nothingBetween);
    expect(block?.cells[0]).not.toBe(row?.cells);
  });
});
