import type { CellStyle, CellView } from "../../scripts/workbench/protocol.ts";
import { flowsOf } from "../../scripts/workbench/page/flow.ts";
import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** A row of cells 20 px wide, of which each letter needs 10: "." is empty, "#" a merge, "[]" a dropdown, a suffix its style. */
function flows(cells: string, frozen = 0) {
  const parts = cells.split(" ").map((part): { cell: CellView | undefined; style: CellStyle | undefined } => {
    const [text = "", style] = part.split("/");
    if (text === "#") return { cell: undefined, style: undefined };
    const cell = text === "." ? {} : text === "[]" ? { l: 0 } : { t: text };
    return { cell, style: style ? STYLES[style] : undefined };
  });
  const found = flowsOf({
    ...{ count: parts.length, frozen, size: () => 20, needed: (text: string) => text.length * 10 },
    cell: (place) => parts[place]?.cell,
    style: (place) => parts[place]?.style,
  });
  return {
    flows: [...found.flows].map(([place, { left, width }]) => [place, left, width]),
    crossed: [...found.crossed],
  };
}

const STYLES: Record<string, CellStyle> = {
  right: { align: "right" },
  center: { align: "center" },
  wrap: { wrap: "wrap" },
  clip: { wrap: "clip" },
  bright: { background: "#ffff00" },
};

describe("where long texts run", () => {
  const cases: [
    what: string,
    cells: string,
    flows: [place: number, left: number, width: number][],
    crossed: number[],
  ][] = [
    ["what fits stays", "a . .", [], []],
    ["over as many empty cells as are needed", "abcd . . .", [[0, 0, 60]], [0, 1]],
    ["up to the next filled cell", "abcdefgh . x", [[0, 0, 40]], [0]],
    ["beside a filled cell it is cut", "abcdefgh x", [], []],
    ["over coloured cells as well", "abc ./bright", [[0, 0, 40]], [0]],
    ["not over dropdowns and merges", "abc [] abc #", [], []],
    ["wrapped and clipped ones stay", "abcd/wrap . abcd/clip .", [], []],
    ["those at the right run left", "x . . abcd/right", [[3, 40, 60]], [1, 2]],
    ["those in the middle run both ways", ". abcd/center .", [[1, 20, 60]], [0, 1]],
    ["as far as there is room on either side", "x abcd/center .", [[1, 0, 40]], [1]],
    ["two meet between", "abcd . . abcd/right", [[0, 0, 60], [3, 40, 60]], [0, 1, 2]], // prettier-ignore
    ["only the first line counts", "a\nlong-second-line .", [], []],
  ];
  test.each(cases)("%s", (_, cells, expected, crossed) => expect(flows(cells)).toEqual({ flows: expected, crossed }));

  test("never over the edge of the frozen columns", () => {
    expect(flows("abcd . .", 1)).toEqual({ flows: [], crossed: [] });
    expect(flows(". abcd/right", 1)).toEqual({ flows: [], crossed: [] });
  });
});

describeInChrome("long texts on the screen", () => {
  const desk = new WorkbenchPage({
    project: "test/browser/workbench-desk",
    file: "test/browser/workbench-desk/tickets.csv",
  });

  beforeAll(async () => {
    await desk.open();
    await desk.choose("Desk", "Prepare texts");
    await desk.page.locator(".rgCell .text", { hasText: "A long text" }).nth(5).waitFor();
  });
  afterAll(() => desk.close());

  /** Which column's cell the eye sees the text of a row in, by what is painted at the middle of each. */
  async function paintedOver(row: number): Promise<string> {
    return desk.page.evaluate((row) => {
      const letters = "EFGHIJ".split("");
      const head = [...document.querySelectorAll(".rgHeaderCell")];
      const number = [...document.querySelectorAll(".rowHeaders .rgCell")].find((c) => c.textContent === String(row));
      const y = number!.getBoundingClientRect().bottom - 8;
      const isText = (letter: string): boolean => {
        const box = head.find((cell) => cell.textContent?.trim() === letter)!.getBoundingClientRect();
        const stack = document.elementsFromPoint(box.left + box.width / 2, y);
        return stack.some((element) => element.matches(".text") && element.textContent.startsWith("A long text"));
      };
      return letters.filter(isText).join("");
    }, row);
  }

  const cases: [row: number, columns: string, why: string][] = [
    [2, "FGH", "over empty cells up to the filled one"],
    [3, "F", "cut by its filled neighbour"],
    [4, "F", "clipped"],
    [5, "F", "wrapped"],
    [6, "FGH", "at the right it runs to the left"],
    [7, "FGHIJ", "over coloured empty cells"],
  ];
  test.each(cases)("row %d lies over %s: %s", async (row, columns) => {
    await desk.goTo("A1");
    expect(await paintedOver(row)).toBe(columns);
  });
});
