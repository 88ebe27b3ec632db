import type { ChartModel } from "../emulator/spreadsheet/model/charts.ts";
import { aBareCompany, setUp } from "./company.ts";
import { badCells, cellsOf, chartsOf, linksOf, refresh, sentenceOf, tableOf, tilesOf } from "./report-view.ts";
import { aReportedWeek as aWeek, CHARTS } from "./reported-week.ts";
import { gridOf } from "./sheets.ts";

const AGENTS = "By assignee: off until it is switched on";

test("set-up makes the sheet, and an empty desk says so", () => {
  const company = aBareCompany();
  expect(setUp(company)).toContain("SLA, SLA data");
  expect(sentenceOf(company)).toContain("No tickets in this period.");
  expect(tilesOf(company)).toMatchObject({
    "Quality attainment": ["–", "No resolution was decided in this period.", ""],
    Backlog: [0, expect.any(String), expect.any(String)],
  });
  expect(chartsOf(company)).toHaveLength(CHARTS);
  expect(badCells(company)).toEqual([]);
});

test("tiles, tables and lists tell a small week as anybody can count it", () => {
  const company = aWeek();
  expect(tilesOf(company)).toMatchObject({
    "Quality attainment": [0.4, expect.any(String), expect.stringContaining("n = 5")],
    "Resolution, median": [2, expect.any(String), expect.stringContaining("n = 2")],
    "Reopen rate": [0.3333, expect.any(String), expect.stringContaining("provisional")],
    Backlog: [4, expect.any(String), "open tickets"],
  });
  const weeks = tableOf(company, "Week by week");
  expect(weeks[weeks.length - 1]?.slice(0, 5)).toEqual(["2026-03-02", 6, 3, 1, 4]);
  expect(tableOf(company, "Breaches by category")[1]?.[0]).toBe("Hardware");
  const lists = tableOf(company, "Tickets behind each figure");
  const of = (name: string) =>
    lists
      .slice(1)
      .map((row) => row[lists[0]?.indexOf(name) ?? -1])
      .filter((id) => id !== "");
  expect(of("Backlog")).toEqual(["T-3", "T-4", "T-5", "T-6"]);
  expect(of("Resolution, median")).toEqual(["T-1", "T-2"]);
  expect(tableOf(company, "No lost ticket: all numbers ever given").slice(-5)).toEqual([
    ...[
      ["another way", 6],
      ["merged or spam", 0],
      ["deleted", 0],
      ["number never used", 0],
      ["missing", 0],
    ],
  ]);
  expect(badCells(company)).toEqual([]);
});

test("each tile has its definition as a note and a link to the list of its tickets", () => {
  const company = aWeek();
  const [page, data] = [gridOf(company.book, "SLA"), gridOf(company.book, "SLA data")];
  const cells = cellsOf(company, "SLA");
  const top = cells.findIndex((row) => row.includes("Quality attainment"));
  const column = cells[top]?.indexOf("Quality attainment") ?? -1;
  expect(page.noteAt(top, column)).toContain("still fixed");
  expect(linksOf(company)).toHaveLength(5);
  expect(linksOf(company).every((url) => url.startsWith(`#gid=${data.id}&range=`))).toBe(true);
});

test("filters and periods are chosen on the sheet; what can't be understood is said", () => {
  const company = aWeek();
  const row = cellsOf(company, "SLA").findIndex((cells) => cells.includes("Last 13 weeks")) + 1;
  company.owner.type("SLA", `O${row}`, "Hardware");
  refresh(company);
  expect(tilesOf(company)["Backlog"]?.[0]).toBe(1);
  company.owner.type("SLA", `B${row}`, "Custom");
  refresh(company);
  expect(sentenceOf(company)).toContain("A custom period needs From and To");
  company.owner.type("SLA", `F${row}`, "2026-01-01");
  company.owner.type("SLA", `I${row}`, "2026-01-31");
  refresh(company);
  expect(sentenceOf(company)).toMatch(/2026-01-01 to 2026-01-31\. No tickets in this period\./);
  expect(tableOf(company, "Week by week")).toHaveLength(1 + 5);
  expect(badCells(company)).toEqual([]);
});

test("people are shown where that is wanted, by name below twenty tickets, and gone where it is not", () => {
  const company = aWeek();
  const { ana, owner } = company;
  ana.paste("Tickets", "E2", [["zoe@example.com"], ["ben@example.com"], ["ana@example.com"]]);
  const peopleOf = (): ChartModel | undefined => chartsOf(company).find(({ type }) => type === "TABLE");
  expect(tableOf(company, AGENTS)).toHaveLength(1);
  owner.type("SLA", "Y4", "on");
  expect(tableOf(company, AGENTS).map(([name, solved, , , , , rank]) => [name, solved, rank])).toEqual([
    ...[
      ["Assignee", "Solved", "Rank"],
      ["ana@example.com", 1, ""],
      ["ben@example.com", 1, ""],
      ["zoe@example.com", 1, ""],
    ],
  ]);
  expect(peopleOf()?.ranges.map(({ rect }) => rect.columns)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(peopleOf()?.position.row).toBeGreaterThan(
    cellsOf(company, "SLA").findIndex(([mark]) => mark === "legend") + 1,
  );
  owner.type("SLA", "Y4", "off");
  expect([peopleOf(), chartsOf(company).length, tableOf(company, AGENTS).length]).toEqual([undefined, CHARTS, 1]);
});

test("charts stand under their tiles, in three rows, none over another", () => {
  const company = aWeek();
  const places = chartsOf(company).map(({ position, options }) => {
    const [left, top] = [60 * (position.column - 1), 21 * (position.row - 1)];
    return { left, top, right: left + Number(options["width"]), bottom: top + Number(options["height"]) };
  });
  expect(new Set(places.map(({ top }) => top)).size).toBe(3);
  const overlaps = places.flatMap((one, index) =>
    places
      .slice(index + 1)
      .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom),
  );
  expect(overlaps).toEqual([]);
});

test("what people add stays theirs: columns, rows, notes, charts, other names", () => {
  const company = aWeek();
  const { owner } = company;
  const before = tilesOf(company);
  owner.insertColumns("SLA", 5, 1);
  owner.insertRows("SLA", 7, 2);
  owner.type("SLA", "E8", "our own remark");
  owner.renameSheet("SLA", "Berichte");
  owner.renameSheet("SLA data", "Zahlen");
  const page = gridOf(company.book, "Berichte");
  const theirs = structuredClone(chartsOf(company, "Berichte")[0]);
  if (!theirs) throw new Error("no chart");
  page.parts.charts.push({ ...theirs, id: 77, options: { title: "Ours" } });
  company.ana.type("Tickets", "C5", "Resolved");
  refresh(company);
  expect(page.valueAt(7, 4)).toBe("our own remark");
  expect(tilesOf(company, "Berichte")["Backlog"]?.[0]).toBe(3);
  expect(Object.keys(tilesOf(company, "Berichte"))).toEqual(Object.keys(before));
  expect(chartsOf(company, "Berichte").map(({ options }) => options["title"])).toContain("Ours");
  expect(chartsOf(company, "Berichte")).toHaveLength(CHARTS + 1);
  expect(company.book.grids.filter(({ name }) => /SLA( data)?$/.test(name))).toEqual([]);
});

test("a chart that was removed and numbers that were deleted come back, nothing twice", () => {
  const company = aWeek();
  const page = gridOf(company.book, "SLA");
  const before = chartsOf(company).map(({ id }) => id);
  page.parts.charts.splice(3, 1);
  refresh(company);
  expect(chartsOf(company)).toHaveLength(CHARTS);
  expect(chartsOf(company).filter(({ id }) => before.includes(id))).toHaveLength(CHARTS - 1);
  company.owner.deleteSheet("SLA data");
  refresh(company);
  const { id } = gridOf(company.book, "SLA data");
  expect(
    chartsOf(company).map(({ ranges }) => ranges.every((range) => range.gridId === id) && ranges.length > 1),
  ).toEqual(Array.from({ length: CHARTS }, () => true));
  expect(tilesOf(company)["Backlog"]?.[0]).toBe(4);
  expect(linksOf(company).every((url) => url.startsWith(`#gid=${id}&range=`))).toBe(true);
});

test("the hour refreshes it without anybody, but gives no deleted sheet back; a person can have it again", () => {
  const company = aWeek();
  company.ana.type("Tickets", "C5", "Resolved");
  company.project.run("onHour", [], { trigger: "clock" });
  expect(tilesOf(company)["Backlog"]?.[0]).toBe(3);
  company.owner.deleteSheet("SLA");
  company.project.run("onHour", [], { trigger: "clock" });
  expect(company.book.grids.map(({ name }) => name)).not.toContain("SLA");
  refresh(company);
  expect(tilesOf(company)["Backlog"]?.[0]).toBe(3);
  expect(chartsOf(company)).toHaveLength(CHARTS);
});
