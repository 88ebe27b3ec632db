import { answerOf, boundScript } from "./try-script.ts";

const TOO_MANY =
  "This script has too many triggers. Triggers must be deleted from the script before more can be added.";
const EMAIL = "https://www.googleapis.com/auth/userinfo.email";

describe("ScriptApp", () => {
  test.each([
    ["ScriptApp.TriggerSource.SPREADSHEETS.toString()", "SPREADSHEETS"],
    ["String(ScriptApp.EventType.ON_EDIT)", "ON_EDIT"],
    ["JSON.stringify(ScriptApp.AuthMode.FULL)", '"FULL"'],
    ["String(ScriptApp.WeekDay.MONDAY)", "MONDAY"],
    ["ScriptApp.getService().getUrl()", null],
    ["ScriptApp.getScriptId().length", 57],
    ["ScriptApp.getProjectTriggers().length", 0],
    ["String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus())", "NOT_REQUIRED"],
    ["ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl()", null],
    ["ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL); 1", 1],
    [
      "ScriptApp.requireScopes('FULL', [])",
      "Exception: The parameters (String,Array) don't match the method signature for ScriptApp.requireScopes.",
    ],
  ])("%s", (expression, expected) => expect(answerOf(expression)).toBe(expected));

  test("a trigger tells what it is", () => {
    const text =
      "const t = ScriptApp.newTrigger('f').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId() === SpreadsheetApp.getActive().getId(), t.getUniqueId() === ScriptApp.getProjectTriggers()[0].getUniqueId()].join()";
    expect(answerOf(text)).toBe("f,ON_EDIT,SPREADSHEETS,true,true");
    expect(answerOf("ScriptApp.newTrigger('f').timeBased().after(1).create().getTriggerSourceId()")).toBeNull();
  });

  test("twenty triggers a person, not one more; a colleague's don't count and aren't seen", () => {
    const { project } = boundScript(`
      function add(n) { for (let i = 0; i < n; i++) ScriptApp.newTrigger("f").timeBased().everyHours(1).create(); }
      const count = () => ScriptApp.getProjectTriggers().length;
      const clean = () => ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t));`);
    expect(project.run("add", [20], { user: "ann@example.com" }).error).toBeUndefined();
    expect(project.run("add", [1], { user: "ann@example.com" }).error?.message).toBe(TOO_MANY);
    expect(project.run("count", [], { user: "bob@example.com" }).value).toBe(0);
    project.run("clean", [], { user: "bob@example.com" });
    expect(project.run("count", [], { user: "ann@example.com" }).value).toBe(20);
    project.run("clean", [], { user: "ann@example.com" });
    expect(project.run("count", [], { user: "ann@example.com" }).value).toBe(0);
  });

  test("minutes come in five sizes", () => {
    expect(answerOf("ScriptApp.newTrigger('f').timeBased().everyMinutes(7)")).toBe(
      "Exception: The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.",
    );
  });

  test("a published add-on gets one timer", () => {
    const { project } = boundScript("const add = () => ScriptApp.newTrigger('f').timeBased().everyHours(1).create();");
    project.isAddOn = true;
    project.run("add");
    expect(project.run("add").error?.message).toBe(
      "This add-on has created too many time-based triggers in this document for this Google user account.",
    );
  });

  test("a missing scope ends the execution, and no catch helps", () => {
    const { project } =
      boundScript(`function go() { try { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ["${EMAIL}"]); } catch (e) {} return "on"; }
      const status = () => String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, ["${EMAIL}"]).getAuthorizationStatus());`);
    project.deny(project.owner, EMAIL);
    expect(project.run("status").value).toBe("REQUIRED");
    expect(project.run("go").error?.message).toMatch(/^Authorization is required to perform that action\./);
  });
});

describe("Timers", () => {
  const SOURCE = `
    function minutes() { ScriptApp.newTrigger("tick").timeBased().everyMinutes(10).create(); }
    function daily() { ScriptApp.newTrigger("tick").timeBased().everyDays(1).atHour(7).inTimezone("America/New_York").create(); }
    function weekly() { ScriptApp.newTrigger("tick").timeBased().onWeekDay(ScriptApp.WeekDay.FRIDAY).atHour(6).nearMinute(30).create(); }
    function once() { ScriptApp.newTrigger("tick").timeBased().after(60000).create(); }
    function slow() { ScriptApp.newTrigger("sleepy").timeBased().everyMinutes(5).create(); }
    const count = () => ScriptApp.getProjectTriggers().length;
    function tick(e) { Logger.log("%s-%s %s:%s %s", e.month, e["day-of-month"], e.hour, e.minute, e["day-of-week"]); return e; }
    function sleepy() { Utilities.sleep(290000); }
  `;
  const DAY = 86_400_000;
  const started = (installer: string) => {
    const script = boundScript(SOURCE);
    script.project.run(installer, [], { user: "ann@example.com" });
    const runs = () => script.workspace.executions.filter(({ functionName }) => functionName === "tick");
    return { ...script, runs };
  };

  test("every ten minutes, as its creator", () => {
    const { workspace, runs } = started("minutes");
    workspace.clock.advance(3_600_000);
    expect(runs()).toHaveLength(6);
    expect(runs()[0]).toMatchObject({ user: "ann@example.com", trigger: "clock" });
    const times = runs().map(({ startedAt }) => startedAt);
    expect(times.slice(1).map((at, i) => at - times[i]!)).toEqual([600_000, 600_000, 600_000, 600_000, 600_000]);
  });

  test("daily at one minute of the hour, kept, across the change to summer time", () => {
    const { workspace, runs } = started("daily");
    workspace.clock.advance(10 * DAY);
    const hours = runs().map(({ startedAt }) => new Date(startedAt).getUTCHours());
    expect(hours).toEqual([12, 12, 12, 12, 12, 12, 11, 11, 11, 11]);
    expect(new Set(runs().map(({ startedAt }) => new Date(startedAt).getUTCMinutes())).size).toBe(1);
  });

  test("weekly on Friday, nearMinute within a quarter of an hour", () => {
    const { workspace, runs } = started("weekly");
    workspace.clock.advance(15 * DAY);
    expect(runs()).toHaveLength(2);
    for (const { startedAt } of runs()) {
      const at = new Date(startedAt);
      expect([at.getUTCDay(), at.getUTCHours()]).toEqual([5, 6]);
      expect(Math.abs(at.getUTCMinutes() - 30)).toBeLessThanOrEqual(15);
    }
  });

  test("a spent one-shot still takes up its place", () => {
    const { workspace, project, runs } = started("once");
    workspace.clock.advance(DAY);
    expect(runs()).toHaveLength(1);
    expect(project.run("count", [], { user: "ann@example.com" }).value).toBe(1);
  });

  test("the event is in the script's zone, Monday is day 1", () => {
    const script = boundScript(SOURCE, { manifest: { timeZone: "Asia/Tokyo" } });
    script.project.run("once");
    script.workspace.clock.advance(120_000);
    expect(script.workspace.executions.at(-1)?.log).toEqual(["3.0-2.0 18.0:1.0 1.0"]);
  });

  test("after 90 minutes of runtime a day triggers of a consumer account stop until the next", () => {
    const { workspace, project } = boundScript(SOURCE);
    project.run("slow");
    workspace.clock.advance(DAY - 3_600_000);
    const runs = workspace.executions.filter(({ functionName }) => functionName === "sleepy");
    expect(runs.filter(({ error }) => !error)).toHaveLength(19);
    expect(runs.at(-1)?.error?.message).toBe("Service using too much computer time for one day.");
    workspace.clock.advance(2 * 3_600_000);
    expect(workspace.executions.at(-1)?.error).toBeUndefined();
  });
});
