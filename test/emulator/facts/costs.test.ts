import { boundScript } from "./try-script.ts";
import type { Profile } from "../core/kinds.ts";

/** What one function costs under each profile, its start-up left out. */
function costOf(body: string, profile: Profile = "typical") {
  const { workspace, project } = boundScript(
    `function go() { const sheet = SpreadsheetApp.getActiveSheet(); ${body} }`,
  );
  workspace.profile = profile;
  const startedAt = workspace.clock.now();
  const outcome = project.run("go");
  const { typical, slow } = outcome.spent;
  return {
    ...outcome,
    costs: [typical, slow - 1000].map((ms) => Number(ms.toFixed(4))),
    took: workspace.clock.now() - startedAt,
  };
}

const FILLED = "sheet.getRange('A1:B50').setValues(Array.from({ length: 50 }, () => ['x'.repeat(1000), 'y']));";
const FILLING = [5 + 250 + 100 * 0.015, 5 + 500 + 100 * 0.015 + 50_050 * 0.0001];

describe("The same calls under both profiles: typical, slow", () => {
  test.each<[string, string, number[]]>([
    ["nothing", "", [0, 0]],
    ["a read of two cells", "sheet.getRange('A1:B1').getValues()", [30 + 2 * 0.0085, 150 + 2 * 0.0085]],
    ["a property", "PropertiesService.getScriptProperties().getProperty('a')", [40, 60]],
    ["a lock", "LockService.getScriptLock().tryLock(0)", [60, 100]],
    ["a write, sent at the end, with the bytes it carries", FILLED, FILLING],
    [
      "a read of long texts",
      `${FILLED} sheet.getRange('A1:B50').getValues()`,
      [(FILLING[0] ?? 0) + 30 + 100 * 0.0085, (FILLING[1] ?? 0) + 150 + 100 * 0.0085 + 50_050 * 0.0001],
    ],
    ["findNext", "sheet.getRange('A1:A1000').createTextFinder('y').findNext()", [300, 300]],
    [
      "findAll, by the cells searched and what is found",
      `${FILLED} sheet.getRange('A1:B1000').createTextFinder('y').findAll()`,
      [(FILLING[0] ?? 0) + 300, (FILLING[1] ?? 0) + 300 + 2000 * 0.0015 + 50 * 0.02],
    ],
    ["sleeping", "Utilities.sleep(700)", [700, 700]],
  ])("%s", (_what, body, [typical = 0, slow = 0]) => {
    const { costs } = costOf(body);
    expect(costs[0]).toBeCloseTo(typical, 3);
    expect(costs[1]).toBeCloseTo(slow, 3);
  });

  test("the clock goes by the profile in force, start-up included", () => {
    const body = "PropertiesService.getScriptProperties().getProperty('a')";
    expect([costOf(body).took, costOf(body).modelledMs]).toEqual([40, 40]);
    expect([costOf(body, "slow").took, costOf(body, "slow").modelledMs]).toEqual([1060, 1060]);
  });

  test("a lock is held from when it is taken until it is given back, else until the end", () => {
    const lock = "const lock = LockService.getScriptLock(); lock.waitLock(0); Utilities.sleep(500);";
    expect(costOf(`${lock} lock.releaseLock(); Utilities.sleep(900);`).lockHeld).toEqual({ typical: 560, slow: 600 });
    expect(costOf(`${lock} Utilities.sleep(900);`).lockHeld).toEqual({ typical: 1400, slow: 1400 });
  });
});

describe("A call that carries more than 50 MB", () => {
  const rows = "Array.from({ length: 1200 }, () => ['x'.repeat(45000)])";
  const TIMED_OUT = /^Service Spreadsheets timed out while accessing document with id \S+\.$/;
  test.each([
    ["typical", undefined],
    ["slow", TIMED_OUT],
  ] as const)("written, %s", (profile, expected) => {
    const message = costOf(
      `sheet.insertRowsAfter(1000, 200); SpreadsheetApp.flush(); sheet.getRange('A1:A1200').setValues(${rows});`,
      profile,
    ).error?.message;
    if (expected) expect(message).toMatch(expected);
    else expect(message).toBeUndefined();
  });

  test("read, slow; half of it passes", () => {
    const write = `sheet.insertRowsAfter(1000, 200); for (const top of [1, 601]) sheet.getRange(top, 1, 600, 1).setValues(${rows}.slice(600));`;
    expect(costOf(`${write} sheet.getRange('A1:A1200').getValues();`, "slow").error?.message).toMatch(TIMED_OUT);
    expect(costOf(`${write} sheet.getRange('A1:A600').getValues();`, "slow").error).toBeUndefined();
  });
});

test("each run of an installed trigger is charged to its creator's day with start-up and waiting, onChange included", () => {
  const { workspace, book, project } = boundScript(`
    function install() {
      const book = SpreadsheetApp.getActive();
      ScriptApp.newTrigger("changed").forSpreadsheet(book).onChange().create();
      ScriptApp.newTrigger("tick").timeBased().everyMinutes(5).create();
    }
    function changed() { Utilities.sleep(2000); }
    function tick() {}`);
  project.run("install");
  workspace.profile = "slow";
  const { budget } = workspace.engine;
  const left = (): number => budget.left(workspace.owner, workspace.clock.now());
  const before = left();
  workspace.person("ann@example.com").open(book).type("Sheet1", "A1", "x");
  expect(before - left()).toBe(3000);
  workspace.clock.advance(300_000);
  expect(before - left()).toBe(4000);
});
