import { drawingOf } from "../emulator/charts/chart-drawing.ts";
import { svgOf } from "../emulator/charts/chart-picture.ts";
import { specOfChart } from "../emulator/charts/range-table.ts";
import { aCompany, ANA, BEN, type Company } from "./company.ts";
import { badCells, chartsOf, refresh, sentenceOf, tableOf, tilesOf } from "./report-view.ts";
import { aReportedWeek, CHARTS } from "./reported-week.ts";

const HOUR = 3_600_000;
const GONE = "Deleted tickets by whom, and others that are in no figure";
const INTAKE = "No lost ticket: all numbers ever given";
const LISTS = "Tickets behind each figure";

/** A column of a table by its header, without its blanks. */
function columnOf(company: Company, title: string, header: RegExp): unknown[] {
  const [headers = [], ...rows] = tableOf(company, title);
  const column = headers.findIndex((text) => header.test(String(text)));
  return rows.map((row) => row[column]).filter((cell) => cell !== "");
}

/** Errors and what is no number, in cells and in the pictures of charts. */
function badParts(company: Company): unknown[] {
  const pictures = chartsOf(company).map((chart) => svgOf(drawingOf(specOfChart(company.book, chart))));
  return [...badCells(company), ...pictures.flatMap((svg) => /NaN|Infinity|undefined/.exec(svg)?.[0] ?? [])];
}

/** What was done to a desk, what its sentence says then, its backlog, and its quality attainment. */
const CASES: readonly [what: string, act: () => Company, sentence: RegExp, backlog: number, quality: number | "–"][] = [
  ["nobody ever wrote", () => aCompany(), /No tickets in this period\. As of/, 0, "–"],
  [
    "one open ticket",
    () => aCompany({ tickets: 1 }),
    /1 created, 0 resolved\. Now 0 clocks at risk, 0 tickets stale/,
    1,
    "–",
  ],
  [
    "one clock at risk",
    () => {
      const company = aCompany({ tickets: 1 });
      company.ana.type("Tickets", "D2", "Urgent");
      company.workspace.clock.pass(0.4 * HOUR);
      return company;
    },
    /Now 1 clock at risk, 0 tickets stale/,
    1,
    "–",
  ],
  [
    "one solved ticket",
    () => {
      const company = aCompany({ tickets: 1 });
      company.workspace.clock.pass(HOUR);
      company.ana.type("Tickets", "C2", "Resolved");
      return company;
    },
    /1 created, 1 resolved/,
    0,
    1,
  ],
  [
    "all rows deleted",
    () => {
      const company = aCompany({ tickets: 3 });
      company.ana.deleteRows("Tickets", 2, 3);
      return company;
    },
    /No tickets in this period/,
    0,
    "–",
  ],
  [
    "a month without tickets",
    () => choosing({ B4: "Custom", F4: "2026-01-01", I4: "2026-01-31" }),
    /No tickets/,
    0,
    "–",
  ],
  [
    "a month that has not come",
    () => choosing({ B4: "Custom", F4: "2027-01-01", I4: "2027-01-31" }),
    /2027-01-31/,
    4,
    "–",
  ],
  ["a queue that has no tickets", () => choosing({ L4: "Nobody's" }), /No tickets/, 0, "–"],
  ["a person that has no tickets", () => choosing({ R4: "x@example.com", Y4: "on" }), /No tickets/, 0, "–"],
  ["a goal that is no share", () => choosing({ W4: "soon" }), /The goal must be a share, as 90 %; until then/, 4, 0.4],
  ["no goal", () => choosing({ W4: "" }), /6 created, 3 resolved/, 4, 0.4],
];

function choosing(choices: Readonly<Record<string, string>>): Company {
  const company = aReportedWeek();
  for (const [a1, text] of Object.entries(choices)) company.owner.type("SLA", a1, text);
  return company;
}

test.each(CASES)("%s: the sheet says so, without an error anywhere", (_what, act, sentence, backlog, quality) => {
  const company = act();
  refresh(company);
  expect(sentenceOf(company)).toMatch(sentence);
  const tiles = tilesOf(company);
  expect([tiles["Backlog"]?.[0], tiles["Quality attainment"]?.[0]]).toEqual([backlog, quality]);
  expect(chartsOf(company)).toHaveLength(CHARTS);
  expect(badParts(company)).toEqual([]);
});

test("numbers that were deleted come back with a choice, too", () => {
  const company = aReportedWeek();
  company.owner.deleteSheet("SLA data");
  company.ana.type("SLA", "O4", "Hardware");
  expect(tilesOf(company)["Backlog"]?.[0]).toBe(1);
  expect(chartsOf(company)).toHaveLength(CHARTS);
  expect(badParts(company)).toEqual([]);
});

test("deleted tickets are told by whom, and listed; what came back is not", () => {
  const company = aReportedWeek();
  const { ana, ben, owner } = company;
  ben.deleteRows("Tickets", 7, 1);
  ana.deleteRows("Tickets", 3, 2);
  owner.call("sidebarRestore", { requestId: "r", ticketId: "T-2" });
  company.workspace.clock.advance(10 * 60_000);
  refresh(company);
  expect(tableOf(company, GONE).slice(1, 3)).toEqual([
    [ANA, 1, "T-6", BEN, "", ""],
    [BEN, 1, "T-3", ANA, "", ""],
  ]);
  expect(Object.fromEntries(tableOf(company, INTAKE))).toMatchObject({
    deleted: 2,
    "number never used": 0,
    missing: 0,
  });
  expect(badParts(company)).toEqual([]);
});

test("who deleted is known even if the run that recorded it was killed right after, and if it was kept without names", () => {
  const company = aReportedWeek();
  company.workspace.onCall = ({ name, execution }) => {
    if (name === "Properties.setProperties") execution.kill({ queued: "keep" });
  };
  company.ana.deleteRows("Tickets", 3, 1);
  company.workspace.onCall = undefined;
  company.workspace.clock.advance(10 * 60_000);
  refresh(company);
  expect(columnOf(company, GONE, /^By$/)).toEqual([ANA]);
  const properties = company.project.stores.propertiesOf(`document:${company.book.id}`);
  for (const key of [...properties.keys()]) if (key.startsWith("goneBy")) properties.delete(key);
  refresh(company);
  expect(columnOf(company, GONE, /^Missing$/)).toEqual(["T-2"]);
  expect(sentenceOf(company)).toContain("1 ticket number stands nowhere: open Health.");
  company.workspace.clock.advance(10 * 60_000);
  refresh(company);
  expect(columnOf(company, GONE, /^By$/)).toEqual([ANA]);
});

test("a list that ends before its tickets do says so above and below, and where the others are", () => {
  const company = aCompany({ tickets: 305 });
  refresh(company);
  const list = columnOf(company, LISTS, /^Backlog: the first 300 tickets of n = 305$/);
  expect(list).toHaveLength(301);
  expect([list[0], list[299]]).toEqual(["T-1", "T-300"]);
  expect(list[300]).toMatch(/^… and more, of n = 305: choose a shorter period/);
  expect(columnOf(company, LISTS, /^Resolved/)).toEqual([]);
  company.ana.deleteRows("Tickets", 2, 302);
  company.workspace.clock.advance(10 * 60_000);
  refresh(company);
  expect(columnOf(company, GONE, /^Deleted ticket$/)).toHaveLength(301);
  expect(columnOf(company, GONE, /^Deleted ticket$/)[300]).toBe("… and 2 more");
  expect(columnOf(company, LISTS, /^Backlog$/)).toEqual(["T-303", "T-304", "T-305"]);
});
