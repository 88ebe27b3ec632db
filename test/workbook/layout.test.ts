import { Layout } from "../../src/workbook/layout.ts";

/** Columns from left to right by key; "" has no header. */
const aLayout = (...keys: string[]): Layout =>
  new Layout(
    keys.map((key, index) => ({ key, header: key.toUpperCase(), position: index + 1 })),
    { spills: [], formulas: [] },
  );

describe("Layout", () => {
  const layout = aLayout("ticket", "subject", "", "c1", "updated", "updatedBy", "state", "c2");

  it.each([
    ["ticket", 1],
    ["c1", 4],
    ["c2", 8],
    ["assignee", undefined],
    ["", undefined],
  ])("finds %j at %s", (key, position) => {
    expect(layout.find(key)).toBe(position);
  });

  it("is as wide as the header row, blank headers too", () => {
    expect(layout.width).toBe(8);
    expect(aLayout().width).toBe(0);
  });

  it("calls a column by its header, and one that is gone by its key", () => {
    expect([layout.headerOf("c1"), layout.headerOf("c9")]).toEqual(["C1", "c9"]);
  });

  it.each<[string, string[], unknown[]]>([
    [
      "all",
      ["ticket", "subject", "c1", "updated", "updatedBy", "state", "c2"],
      [
        [1, "ticket", "subject"],
        [4, "c1", "updated", "updatedBy", "state", "c2"],
      ],
    ],
    ["none", [], []],
    ["neighbours", ["updated", "updatedBy"], [[5, "updated", "updatedBy"]]],
    [
      "every second",
      ["ticket", "c1", "updatedBy", "c2"],
      [
        [1, "ticket"],
        [4, "c1"],
        [6, "updatedBy"],
        [8, "c2"],
      ],
    ],
    [
      "both sides of a blank header",
      ["subject", "c1"],
      [
        [2, "subject"],
        [4, "c1"],
      ],
    ],
  ])("finds runs of neighbours: %s", (_why, keys, runs) => {
    expect(layout.runs((key) => keys.includes(key)).map((run) => [run.first, ...run.keys])).toEqual(runs);
  });

  it.each([
    [{ first: 1, last: 8 }, ["UPDATED", "UPDATEDBY"]],
    [{ first: 7, last: 8 }, ["STATE"]],
    [{ first: 1, last: 4 }, []],
    [{ first: 6, last: 6 }, ["UPDATEDBY"]],
  ])("names the desk's own columns within %j", (span, headers) => {
    expect(layout.ownHeaders(span)).toEqual(headers);
  });
});
