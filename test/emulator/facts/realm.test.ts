import { ScriptSyntaxError } from "../core/errors.ts";
import { Workspace } from "../workspace.ts";
import { answerOf, boundScript, tryScript } from "./try-script.ts";

const gs = (name: string, source: string) => ({ name, type: "gs" as const, source });

describe("Language and globals", () => {
  test.each([
    "setTimeout setInterval clearTimeout fetch URL URLSearchParams TextEncoder TextDecoder crypto performance process",
    "Buffer module require window navigator atob btoa queueMicrotask structuredClone AbortController FormData Blob Headers",
  ])("absent: %s", (names) => {
    for (const name of names.split(" ")) expect([name, answerOf(`typeof ${name}`)]).toEqual([name, "undefined"]);
  });

  test.each([
    "console",
    "Logger",
    "SpreadsheetApp",
    "GmailApp",
    "FormApp",
    "DriveApp",
    "UrlFetchApp",
    "WebAssembly",
    "Intl",
  ])("present: %s", (name) => expect(answerOf(`typeof ${name}`)).toBe("object"));

  test.each([
    ["class A { #x = 1 }", /Private members/],
    ["class A { static x = 1 }", /Static class fields/],
    ["class A { static { } }", /Static blocks/],
    ["import x from 'y'", /SyntaxError: .*line: 1 file: Code\.gs/],
    ["export const x = 1", /SyntaxError/],
    ["const x = await 1", /SyntaxError/],
    ["const f = () => import('x')", /import is not supported/],
    ["function (", /SyntaxError/],
  ])("%s is refused when it is saved", (source, text) => {
    const add = () => new Workspace().addProject({ files: [gs("Code", source)] });
    expect(add).toThrow(ScriptSyntaxError);
    try {
      add();
    } catch (error) {
      expect(String(error)).toMatch(text);
    }
  });

  test.each([
    ["[1].at(-1) ?? 0", 1],
    ["class A { x = 2; static two() { return 2; } } new A().x + A.two()", 4],
    ["/(?<y>\\d+)(?<=\\d)/.exec('2026').groups.y", "2026"],
    ["let a; a ??= 3; a?.toFixed()", "3"],
  ])("%s works", (expression, value) => expect(answerOf(expression)).toBe(value));

  test("nothing survives from one execution to the next", () => {
    const { project } = boundScript(
      "var n = 0; function go() { n++; Array.prototype.mine = 1; return n; } const probe = () => [].mine;",
    );
    expect([project.run("go").value, project.run("go").value, project.run("probe").value]).toEqual([1, 1, undefined]);
  });

  test("arrays, dates and errors that services hand over belong to the script's own world", () => {
    const { project } = boundScript(`
      function go(given) {
        let error; try { Utilities.base64Decode("!"); } catch (e) { error = e; }
        return [given instanceof Date, Utilities.parseCsv("a") instanceof Array, error instanceof Error, error.name, error.message, String(error)];
      }`);
    const text = "Could not decode string.";
    expect(project.run("go", [new Date(0)]).value).toEqual([true, true, true, "Exception", text, `Exception: ${text}`]);
  });
});

describe("Files", () => {
  test("functions of all files are there before any file is evaluated; a later duplicate wins", () => {
    const workspace = new Workspace();
    const project = workspace.addProject({
      files: [
        gs(
          "A",
          "const early = name(); function name() { return 'a'; } function all() { return [early, late, name()]; }",
        ),
        gs("B", "let late = early + '!'; function name() { return 'b'; }"),
      ],
    });
    expect(project.run("all").value).toEqual(["b", "b!", "b"]);
  });

  test("a constant declared in two files is an error", () => {
    const project = new Workspace().addProject({
      files: [gs("A", "const x = 1; function go() {}"), gs("B", "const x = 2;")],
    });
    expect(String(project.run("go").error)).toBe("SyntaxError: Identifier 'x' has already been declared");
  });

  test("a function of the script replaces the service of its name", () => {
    const { project } = boundScript("function Session() { return 'mine'; } const go = () => Session();");
    expect(project.run("go").value).toBe("mine");
  });

  test.each([
    ["arrow", 1],
    ["obj.method", 2],
    ["made", "Error: Script function not found: made"],
    ["nothing", "Error: Script function not found: nothing"],
  ])("%s is found by looking at the text", (name, expected) => {
    const { project } = boundScript(
      "const arrow = () => 1; const obj = { method() { return 2; } }; const made = (() => () => 3)();",
    );
    const { value, error } = project.run(name);
    expect(error ? String(error) : value).toBe(expected);
  });

  test("top-level code runs at the start of each execution and may use services", () => {
    const { project } = boundScript("const zone = Session.getScriptTimeZone(); const go = () => zone;", {
      manifest: { timeZone: "Asia/Tokyo" },
    });
    expect(project.run("go").value).toBe("Asia/Tokyo");
  });
});

describe("Time", () => {
  const inZone = (expression: string, timeZone: string) => answerOf(expression, { manifest: { timeZone } });

  test.each([
    ["new Date('3/1/2026').toISOString()", "America/New_York", "2026-03-01T05:00:00.000Z"],
    ["new Date('2026-03-01').toISOString()", "America/New_York", "2026-03-01T00:00:00.000Z"],
    ["new Date('2026-03-01T10:00').toISOString()", "Asia/Kolkata", "2026-03-01T04:30:00.000Z"],
    ["new Date(2026, 6, 1, 10).toISOString()", "Europe/Paris", "2026-07-01T08:00:00.000Z"],
    [
      "String(new Date(2026, 6, 1, 10))",
      "America/New_York",
      "Wed Jul 01 2026 10:00:00 GMT-0400 (Eastern Daylight Time)",
    ],
    ["new Date(0).getHours() + ' ' + new Date(0).getTimezoneOffset()", "Asia/Tokyo", "9 -540"],
    ["const d = new Date(2026, 2, 28, 12); d.setDate(29); d.toISOString()", "Europe/Paris", "2026-03-29T10:00:00.000Z"],
    ["new Date(2026, 2, 29, 2, 30).getHours()", "Europe/Paris", 3],
    ["new Date(2026, 0, 31).toLocaleDateString('en-US')", "Pacific/Auckland", "1/31/2026"],
    ["String(new Date('soon'))", "Europe/Paris", "Invalid Date"],
    ["new Date(2026, 0).constructor === Date && new Date() instanceof Date", "Europe/Paris", true],
  ])("%s in %s", (expression, zone, expected) => expect(inZone(expression, zone)).toBe(expected));

  test("now is the Workspace's virtual clock", () => {
    expect(answerOf("new Date().toISOString()")).toBe("2026-03-02T09:00:00.000Z");
  });

  test("waiting in a loop comes to its end", () => {
    expect(answerOf("const t = Date.now(); while (Date.now() - t < 100); Date.now() - t")).toBe(100);
  });

  test.each([
    ["async function go() { await null; Logger.log('later'); return 5; }", 5],
    ["async function go() { await null; throw new TypeError('x'); }", "TypeError: x"],
    ["function go() { return new Promise(() => {}); }", undefined],
  ])("%s is settled before the execution ends", (source, expected) => {
    const { value, error } = boundScript(source).project.run("go");
    expect(error ? String(error) : value).toBe(expected);
  });

  test("code that never ends is stopped, and nothing it does in between counts", () => {
    const { workspace, project } = boundScript("function go() { for (;;); }");
    workspace.cpuLimitMs = 50;
    expect(String(project.run("go").error)).toBe("Exception: Exceeded maximum execution time");
  });

  test("out of time: no catch helps, and no later call takes effect", () => {
    const { error } = tryScript(`
      try { for (let i = 0; i < 3; i++) Utilities.sleep(150000); } catch (e) {}
      try { PropertiesService.getScriptProperties().setProperty("late", "1"); } catch (e) {}
      "finished"`);
    expect(String(error)).toBe("Exception: Exceeded maximum execution time");
  });
});
