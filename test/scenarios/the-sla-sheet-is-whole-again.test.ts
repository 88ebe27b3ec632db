import type { Company } from "./company.ts";
import { badCells, chartsOf, refresh, tilesOf, tryRefresh } from "./report-view.ts";
import { aReportedWeek, CHARTS } from "./reported-week.ts";

/** What is wrong with the sheets of a desk that has a backlog of four. */
function wrongs(company: Company): string[] {
  const sheets = company.book.grids.filter(({ name }) => name.startsWith("SLA")).map(({ name }) => name);
  return [
    ...(chartsOf(company).length === CHARTS ? [] : [`${chartsOf(company).length} charts`]),
    ...(tilesOf(company)["Backlog"]?.[0] === 4 ? [] : [JSON.stringify(tilesOf(company))]),
    ...(sheets.sort().join() === "SLA,SLA data,SLA policies" ? [] : [sheets.join()]),
    ...badCells(company).map(String),
  ];
}

test.each(["keep", "drop"] as const)(
  "killed before any of its calls and repeated, it is whole (queued: %s)",
  (queued) => {
    const company = aReportedWeek();
    expect(refresh(company)).toBeLessThanOrEqual(20);
    const found: string[] = [];
    let [n, isKilled] = [0, true];
    while (isKilled) {
      n++;
      isKilled = false;
      company.owner.deleteSheet("SLA");
      company.owner.deleteSheet("SLA data");
      company.workspace.onCall = (call) => {
        if (call.n !== n) return;
        isKilled = true;
        company.workspace.onCall = undefined;
        call.execution.kill({ queued });
      };
      tryRefresh(company);
      company.workspace.onCall = undefined;
      refresh(company);
      found.push(...wrongs(company).map((wrong) => `killed at ${n}: ${wrong}`));
    }
    expect(n).toBeGreaterThan(100);
    expect(found).toEqual([]);
  },
);

test("two who refresh at once make no chart twice", () => {
  const found: string[] = [];
  const company = aReportedWeek();
  for (let n = 1; n < 120; n += 9) {
    company.owner.deleteSheet("SLA");
    company.workspace.onCall = (call) => {
      if (call.n !== n) return;
      company.workspace.onCall = undefined;
      company.project.run("onHour", [], { trigger: "clock" });
    };
    refresh(company);
    company.workspace.onCall = undefined;
    if (chartsOf(company).length !== CHARTS) found.push(`before ${n}: ${chartsOf(company).length} charts`);
  }
  refresh(company);
  expect(tilesOf(company)["Backlog"]?.[0]).toBe(4);
  expect(found).toEqual([]);
});
