import { answerOf, boundScript } from "./try-script.ts";

const LOCK = "const l = LockService.getScriptLock(); ";
const TIMEOUT = "Lock timeout: another process was holding the lock for too long.";

describe("Lock", () => {
  test.each([
    ["l.hasLock()", false],
    ["l.tryLock(100)", true],
    ["l.tryLock(100); l.releaseLock(); l.hasLock()", false],
    ["[l.tryLock(-100), l.hasLock()].join()", "false,false"],
    ["l.waitLock(0); l.hasLock()", true],
    ["l.tryLock(1) && l.tryLock(1)", true],
    ["l.releaseLock(); l.hasLock()", false],
    ["l.waitLock(-1)", `Exception: ${TIMEOUT}`],
    ["l.tryLock()", "Exception: The parameters () don't match the method signature for LockService.Lock.tryLock."],
  ])("%s", (expression, expected) => {
    expect(answerOf(LOCK + expression)).toBe(expected);
  });

  const SOURCE = `
    function hold() { LockService.getScriptLock().waitLock(1000); PropertiesService.getScriptProperties().getProperty("x"); }
    function want(ms) { return LockService.getScriptLock().tryLock(ms); }
    function insist(ms) { LockService.getScriptLock().waitLock(ms); }
    function other() { return [LockService.getUserLock().tryLock(0), LockService.getDocumentLock().tryLock(0)]; }
  `;

  test("another execution waits on the virtual clock, then goes away empty-handed", () => {
    const { workspace, project } = boundScript(SOURCE);
    const seen: unknown[] = [];
    project.run("hold", [], {
      onCall: ({ name }) => {
        if (name !== "Properties.getProperty") return;
        const before = workspace.clock.now();
        seen.push(project.run("want", [5000]).value, workspace.clock.now() - before);
        seen.push(project.run("insist", [100]).error?.message, project.run("other").value);
      },
    });
    expect(seen).toEqual([false, 5060, TIMEOUT, [true, true]]);
  });

  test("it falls when the script ends", () => {
    const { project } = boundScript(SOURCE);
    project.run("hold");
    expect(project.run("want", [0]).value).toBe(true);
  });

  test.each([
    ["release", true],
    ["keep", false],
  ] as const)("a killed execution that is to %s its locks", (locks, free) => {
    const { project } = boundScript(SOURCE);
    project.run("hold", [], {
      onCall: ({ name, execution }) => {
        if (name === "Properties.getProperty") execution.kill({ queued: "drop", locks });
      },
    });
    expect(project.run("want", [0]).value).toBe(free);
    expect(project.run("want", [355_000]).value).toBe(free);
    expect(project.run("want", [10_000]).value).toBe(true);
  });

  test("the user lock keeps out the same user only", () => {
    const { project } = boundScript(`
      function hold() { LockService.getUserLock().tryLock(0); Utilities.sleep(1); PropertiesService.getUserProperties().getKeys(); }
      function want() { return LockService.getUserLock().tryLock(0); }
    `);
    const seen: unknown[] = [];
    project.run("hold", [], {
      user: "ann@example.com",
      onCall: ({ name }) => {
        if (name !== "Properties.getKeys") return;
        for (const user of ["ann@example.com", "bob@example.com"]) seen.push(project.run("want", [], { user }).value);
      },
    });
    expect(seen).toEqual([false, true]);
  });
});
