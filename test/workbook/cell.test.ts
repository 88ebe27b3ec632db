import type { Content } from "../../src/domain/ticket/content.ts";
import { type Cell, cellOf, contentOf } from "../../src/workbook/cell.ts";
import { wallClockOf } from "../../src/workbook/wall-clock.ts";

const clock = () => wallClockOf("Europe/Berlin");
const noClock = () => {
  throw new Error("A clock is made for dates only: it takes its time");
};

describe("contentOf", () => {
  it.each<[string, Cell, string, Content]>([
    ["a text", "Printer", "", "Printer"],
    ["a number", 0, "", 0],
    ["a tick box", false, "", false],
    ["nothing", "", "", ""],
    ["a formula, whatever its result", 3, "=1+2", { formula: "=1+2" }],
    ["a formula whose result is a date", new Date(0), "=NOW()", { formula: "=NOW()" }],
    ["a formula whose result is blank", "", '=""', { formula: '=""' }],
  ])("keeps %s", (_why, value, formula, content) => {
    expect(contentOf(value, formula, noClock)).toEqual(content);
  });

  it("keeps a date as the wall clock of the spreadsheet's zone", () => {
    expect(contentOf(new Date("2026-03-02T08:00:00Z"), "", clock)).toEqual({ date: "2026-03-02T09:00:00" });
    expect(contentOf(new Date("2026-07-02T08:00:00.999Z"), "", clock)).toEqual({ date: "2026-07-02T10:00:00" });
  });
});

describe("cellOf", () => {
  it.each<[string, Content, Cell]>([
    ["a text", "Printer", "Printer"],
    ["a text that looks like a number", "007", "'007"],
    ["a text that starts with an apostrophe", "'tis", "''tis"],
    ["a number", 1.5, 1.5],
    ["false", false, false],
    ["nothing", "", ""],
    ["a formula", { formula: "=1+2" }, "=1+2"],
    ["a date", { date: "2026-03-02T09:00:00" }, new Date("2026-03-02T08:00:00Z")],
  ])("writes %s", (_why, content, cell) => {
    expect(cellOf(content, clock)).toEqual(cell);
  });
});
