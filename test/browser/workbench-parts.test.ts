import { parseArea } from "../../scripts/workbench/page/a1.ts";
import { fromClipboardText, toClipboardText } from "../../scripts/workbench/page/clipboard.ts";
import { chartText } from "../../scripts/workbench/chart-text.ts";
import { refusalOf } from "../../scripts/workbench/guard.ts";

describe("text of the clipboard", () => {
  const cases: [text: string, rows: string[][]][] = [
    ["a", [["a"]]],
    ["a\tb\nc\td\n", [["a", "b"], ["c", "d"]]], // prettier-ignore
    ["a\t\r\nb", [["a", ""], ["b", ""]]], // prettier-ignore
    ["a\n\nb", [["a"], [""], ["b"]]],
    ['"two\nlines"\t"say ""hi"""', [["two\nlines", 'say "hi"']]],
    ['5" nail\tx', [['5" nail', "x"]]],
    ['"open\tx', [['"open', "x"]]],
    ["", [[""]]],
  ];
  test.each(cases)("%j is read", (text, rows) => expect(fromClipboardText(text)).toEqual(rows));

  test("what is copied is read back", () => {
    const rows = [
      ["a\tb", 'c"d'],
      ["", "e\nf"],
    ];
    expect(fromClipboardText(toClipboardText(rows))).toEqual(rows);
  });
});

describe("addresses", () => {
  const cases: [text: string, area: number[] | undefined][] = [
    ["b3", [2, 1, 2, 1]],
    ["$B$3:$D$9", [2, 1, 8, 3]],
    ["D9:B3", [2, 1, 8, 3]],
    ["B:C", [0, 1, 99, 2]],
    ["3:4", [2, 0, 3, 25]],
    ["AA1", undefined],
    ["B101", undefined],
    ["B", undefined],
    ["hello", undefined],
    ["", undefined],
  ];
  test.each(cases)("%j", (text, expected) => {
    const area = parseArea(text, 100, 26);
    expect(area && [area.top, area.left, area.bottom, area.right]).toEqual(expected);
  });
});

describe("who may ask the server", () => {
  const own = { host: "127.0.0.1:8127", origin: "http://127.0.0.1:8127", "content-type": "application/json" };
  const cases: [what: string, method: string, headers: Record<string, string | undefined>, passes: boolean][] = [
    ["its own page", "POST", own, true],
    ["a reader without origin", "GET", { host: "localhost:8127" }, true],
    ["a name that leads here", "GET", { host: "evil.example:8127" }, false],
    ["another port", "GET", { host: "127.0.0.1:1" }, false],
    ["another page, reading", "GET", { host: own.host, origin: "http://evil.example" }, false],
    ["a post without origin", "POST", { ...own, origin: undefined }, false],
    ["a post from a sandboxed frame", "POST", { ...own, origin: "null" }, false],
    ["a form", "POST", { ...own, "content-type": "text/plain" }, false],
  ];
  test.each(cases)("%s", (_, method, headers, passes) =>
    expect(refusalOf({ method, headers }, 8127) === undefined).toBe(passes),
  );
});

describe("a chart in words", () => {
  const texts = (label: string, ...cells: string[]) => ({
    ...{ label, kind: "text" as const },
    cells: cells.map((text) => ({ value: text || undefined, text })),
  });
  const numbers = (label: string, ...cells: (number | undefined)[]) => ({
    ...{ label, kind: "number" as const },
    cells: cells.map((value) => ({ value, text: value === undefined ? "" : `${value} h` })),
  });
  const cases = [
    [[], ""],
    [
      [texts("Week", "2 Mar", "9 Mar", ""), numbers("Median", 3, 1, undefined)],
      "Over 2 Mar to 9 Mar. Median: 1 h to 3 h, last 1 h.",
    ],
    [[texts("Week", "2 Mar"), numbers("", 3)], "Over 2 Mar. Values: 3 h."],
    [
      [texts("Week", "2 Mar", "9 Mar"), numbers("Late", undefined, undefined), texts("Who", "Ann", "")],
      "Over 2 Mar to 9 Mar. Late: nothing. Who: 1 text.",
    ],
  ] as const;
  test.each(cases)("%#", (columns, words) => {
    expect(chartText({ table: { columns: [...columns], locale: "en_US" } })).toBe(words);
  });
});
