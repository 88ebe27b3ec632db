import { aCompany, type Company } from "./company.ts";
import { badCells, cellsOf, chartsOf, refresh, sentenceOf, tableOf, tilesOf } from "./report-view.ts";
import { gridOf } from "./sheets.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];
const CHOICE = { period: "B4", from: "F4", to: "I4", category: "O4", people: "Y4" };

/** Four tickets of two categories, on a sheet that is up to date. */
function aDesk(): Company {
  const company = aCompany({ tickets: 4 });
  company.ana.paste("Tickets", "H2", [["Hardware"], ["Access"], ["Access"], ["Access"]]);
  company.workspace.clock.pass(3 * HOUR);
  refresh(company);
  return company;
}

const backlogOf = (company: Company): unknown => tilesOf(company)["Backlog"]?.[0];
const weeksOf = (company: Company): number => tableOf(company, "Week by week").length - 1;
/** How many rows below the header the chart over weeks shows. */
const weeksShown = (company: Company): number =>
  (chartsOf(company).find(({ options }) => String(options["title"]).startsWith("Created"))?.ranges[0]?.rect.rows ?? 0) -
  1;
const callsOf = ({ workspace }: Company, since: number): number[] =>
  workspace.executions
    .slice(since)
    .flatMap(({ functionName, callCount }) => (functionName === "onEdit" ? callCount : []));

test("what anybody chooses is shown at once, and an edit beside it costs next to nothing", () => {
  const company = aDesk();
  const { ana, workspace } = company;
  const since = workspace.executions.length;
  ana.type("SLA", CHOICE.category, "Hardware");
  expect(backlogOf(company)).toBe(1);
  expect(sentenceOf(company)).toContain("As of");
  ana.clear("SLA", CHOICE.category);
  expect(backlogOf(company)).toBe(4);
  ana.type("SLA", CHOICE.period, "Last 4 weeks");
  expect([weeksOf(company), weeksShown(company)]).toEqual([4, 4]);
  ana.paste("SLA", CHOICE.period, [["Custom", "", "", "", "2026-03-02", "", "", "2026-03-10"]]);
  expect([weeksOf(company), weeksShown(company)]).toEqual([2, 2]);
  expect(Math.max(...callsOf(company, since))).toBeLessThanOrEqual(22);
  const before = workspace.executions.length;
  ana.type("SLA", "B12", "our own remark");
  expect(Math.max(...callsOf(company, before))).toBeLessThanOrEqual(3);
  expect(badCells(company)).toEqual([]);
});

test("a renamed sheet hears of choices, too; another one of its old name doesn't", () => {
  const company = aDesk();
  company.owner.renameSheet("SLA", "Berichte");
  company.owner.addSheet("SLA");
  company.ana.type("SLA", CHOICE.category, "Hardware");
  expect(tilesOf(company, "Berichte")["Backlog"]?.[0]).toBe(4);
  company.ana.type("Berichte", CHOICE.category, "Hardware");
  expect(tilesOf(company, "Berichte")["Backlog"]?.[0]).toBe(1);
});

test.each(["keep", "drop"] as const)(
  "killed before any call, the timer does what was chosen (queued: %s)",
  (queued) => {
    const found: string[] = [];
    const company = aDesk();
    let isKilled = true;
    for (let n = 1; isKilled; n++) {
      isKilled = false;
      const weeks = n % 2 === 0 ? 13 : 4;
      company.workspace.onCall = ({ n: at, execution }) => {
        if (at !== n || execution.functionName !== "onEdit") return;
        isKilled = true;
        execution.kill({ queued });
      };
      company.ana.type("SLA", CHOICE.period, `Last ${weeks} weeks`);
      company.workspace.onCall = undefined;
      company.workspace.clock.advance(5 * MINUTE);
      // Before the run could note that it is asked, the hour is what is left.
      if (n <= 4) company.project.run("onHour", [], { trigger: "clock" });
      const shown = [weeksOf(company), weeksShown(company), sentenceOf(company).includes("As of")];
      if (shown.join() !== [weeks, weeks, true].join()) found.push(`killed at ${n}: ${shown.join()}`);
    }
    expect(found).toEqual([]);
  },
);

test.each(["onEdit", "onHour"])(
  "what is chosen while another run (%s) refreshes is what is shown in the end",
  (other) => {
    const found: string[] = [];
    const company = aDesk();
    let isDisturbed = true;
    for (let n = 1; isDisturbed; n++) {
      isDisturbed = false;
      company.ana.type("SLA", CHOICE.category, "All");
      company.workspace.onCall = ({ n: at, execution }) => {
        if (at !== n || execution.functionName !== other) return;
        company.workspace.onCall = undefined;
        isDisturbed = true;
        company.ben.type("SLA", CHOICE.category, "Hardware");
        company.ben.type("SLA", CHOICE.period, n % 2 === 0 ? "Last 13 weeks" : "Last 4 weeks");
        company.workspace.engine.queue.drain(); // Ben's runs don't wait for the other's
      };
      if (other === "onHour") company.project.run("onHour", [], { trigger: "clock" });
      else company.ana.type("SLA", CHOICE.category, "Access");
      company.workspace.onCall = undefined;
      const weeks = n % 2 === 0 ? 13 : 4;
      const shown = [backlogOf(company), weeksOf(company), weeksShown(company)];
      if (isDisturbed && shown.join() !== [1, weeks, weeks].join()) found.push(`before ${n}: ${shown.join()}`);
    }
    expect(found).toEqual([]);
  },
);

test("two who choose while figures of people come and go leave one table of them, or none", () => {
  const found: string[] = [];
  const company = aDesk();
  company.ana.type("Tickets", "C2", "Resolved");
  let isDisturbed = true;
  for (let n = 1; isDisturbed; n++) {
    isDisturbed = false;
    const wanted = n % 2 === 1;
    const since = company.workspace.executions.length;
    company.workspace.onCall = ({ n: at, execution }) => {
      if (at !== n || execution.functionName !== "onEdit") return;
      company.workspace.onCall = undefined;
      isDisturbed = true;
      company.ben.type("SLA", CHOICE.period, `Last ${n % 3 === 0 ? 13 : 4} weeks`);
      company.workspace.engine.queue.drain();
    };
    company.ana.type("SLA", CHOICE.people, wanted ? "on" : "off");
    company.workspace.onCall = undefined;
    const tables = chartsOf(company).filter(({ type }) => type === "TABLE").length;
    const errors = company.workspace.executions.slice(since).flatMap(({ error }) => error?.message ?? []);
    if (tables !== Number(wanted) || errors.length > 0) found.push(`before ${n}: ${tables} tables ${errors.join()}`);
  }
  expect(found).toEqual([]);
});

test("a desk whose refreshes take long leaves a choice to the timer, and says so", () => {
  const company = aDesk();
  const { ana, workspace } = company;
  const slow = (): void => {
    workspace.onCall = ({ name, execution: { functionName } }) => {
      if (name !== "Sheet.getCharts" || functionName === "onEdit") return;
      workspace.onCall = undefined;
      workspace.clock.pass(20_000);
    };
  };
  slow();
  refresh(company);
  slow();
  ana.type("SLA", CHOICE.category, "Hardware");
  expect([backlogOf(company), cellsOf(company, "SLA").flat().includes("Refreshing within five minutes…")]).toEqual([
    4,
    true,
  ]);
  workspace.clock.advance(5 * MINUTE);
  expect([backlogOf(company), sentenceOf(company).includes("As of")]).toEqual([1, true]);
  workspace.onCall = undefined;
  refresh(company);
  ana.type("SLA", CHOICE.category, "All");
  expect(backlogOf(company)).toBe(4);
});

test("nobody waits for the desk's lock to see what is chosen", () => {
  const company = aDesk();
  company.workspace.onCall = ({ name, execution: { functionName } }) => {
    if (functionName !== "onTimer" || name !== "Lock.releaseLock") return;
    company.workspace.onCall = undefined;
    company.ana.type("SLA", CHOICE.category, "Hardware");
    company.workspace.engine.queue.drain();
    expect(backlogOf(company)).toBe(1);
  };
  company.project.run("onTimer", [], { trigger: "clock" });
  expect(company.workspace.onCall).toBeUndefined();
});

test("charts that went along with an inserted column of numbers are led back to their tables", () => {
  const company = aDesk();
  const data = gridOf(company.book, "SLA data");
  const placesOf = (): string =>
    JSON.stringify(chartsOf(company).map(({ ranges }) => ranges.map(({ gridId, rect }) => [gridId === data.id, rect])));
  const before = placesOf();
  company.owner.insertColumns("SLA data", 3, 1);
  expect(placesOf()).not.toBe(before);
  refresh(company);
  expect(placesOf()).toBe(before);
});
