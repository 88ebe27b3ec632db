import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FOLDER = join(__dirname, "..", "fixtures", "public-script");

function run(program: string, args: string[], input = "") {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", `scripts/${program}`, ...args], {
    cwd: join(__dirname, "..", ".."),
    encoding: "utf8",
    input,
  });
  return { stdout, stderr, status };
}

describe("run-script", () => {
  test("prints log, mails, calls and result of a folder that nobody here wrote", () => {
    const { stdout, status } = run("run-script.ts", [FOLDER, "report", "--calls"]);
    expect(status).toBe(0);
    expect(stdout).toContain("log:\n  Hello desk: 6.0\n");
    expect(stdout).toContain("mails:\n  to ann@example.com: Hello desk – <p>&lt;Ann&gt;</p>\n");
    expect(stdout).toMatch(/calls:\n( {2}\S+ \d+\n)+ {2}total \d+\n {2}modelled \d+ ms\n/);
    expect(stdout).toContain("result: { last: 3, sheet: 'Sheet' }");
  });

  test("an uncaught error is printed with its place in the script, and the exit code is 1", () => {
    const { stderr, status } = run("run-script.ts", [FOLDER, "broken"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Exception: Range not found\n\s+at broken \(a-main\.gs:20:\d+\)/);
  });

  test("the book may come from a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "book-"));
    const path = join(folder, "issues.csv");
    writeFileSync(path, "Issue,Opened\nPrinter,2026-03-02\n");
    const { stdout } = run("run-script.ts", [FOLDER, "first", "--book", path]);
    rmSync(folder, { recursive: true });
    expect(stdout).toContain("[ [ 'Issue', 'Opened' ], [ 'Printer', '2026-03-02' ] ]");
  });

  test("the files are those that clasp would push, in its order", () => {
    const folder = mkdtempSync(join(tmpdir(), "clasp-"));
    const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
    mkdirSync(join(folder, "app"));
    write(".clasp.json", '{ "rootDir": "./app", "filePushOrder": ["app/z.js"] }');
    write("build.js", "throw new Error('never pushed');");
    write("app/a.js", "const sum = base + 1; function main() { return [sum, Session.getScriptTimeZone()]; }");
    write("app/z.js", "const base = 1;");
    write("app/appsscript.json", '\uFEFF{ "timeZone": "Asia/Kathmandu" }');
    const { stdout } = run("run-script.ts", [folder, "main"]);
    write(".clasp.json", '{ "rootDir": "/home/its/author" }');
    const { stderr } = run("run-script.ts", [folder, "main"]);
    rmSync(folder, { recursive: true });
    expect(stdout).toBe("result: [ 2, 'Asia/Kathmandu' ]\n");
    expect(stderr).toContain("base is not defined");
  });

  describe("a folder of one's own", () => {
    const folder = mkdtempSync(join(tmpdir(), "script-"));
    const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
    beforeAll(() => {
      mkdirSync(join(folder, "lib"));
      mkdirSync(join(folder, "app"));
      write("lib/Lib.js", "function greet(name) { return 'Hello ' + name; }");
      write(
        "app/Code.js",
        `
        function add(a, list) { return a + list.length; }
        function onEdit({ range, value, source }) { return [range.getA1Notation(), range.rowStart, range.getSheet().getName(), value, source.getName()]; }
        function open() { return SpreadsheetApp.openById("my-book").getSheets().length; }
        function greeted() { return Lib.greet("Ann"); }`,
      );
      write("app/Code.test.js", "throw new Error('never pushed');");
      write("app/.claspignore", "**/*.test.js\n");
      write("app/appsscript.json", '{ "dependencies": { "libraries": [{ "userSymbol": "Lib" }] } }');
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each([
      ["arguments", ["add", "--args", '[5, ["a", "b"]]'], "7"],
      [
        "an event",
        ["onEdit", "--event", '{"range": "Sheet1!B2:C3", "value": "x"}'],
        "[ 'B2:C3', 2, 'Sheet1', 'x', 'Untitled spreadsheet' ]",
      ],
      ["a book id", ["open", "--book-id", "my-book"], "1"],
      ["a library", ["greeted", "--library", `Lib=${join(folder, "lib")}`], "'Hello Ann'"],
    ])("may be given %s", (_what, args, result) => {
      const { stdout, stderr } = run("run-script.ts", [join(folder, "app"), ...args]);
      expect([stdout, stderr]).toEqual([`result: ${result}\n`, ""]);
    });

    test.each([
      ["--args", "5", "--args takes a JSON array, e.g. '[\"T-1\", 5]'."],
      ["--args", "[", "--args is not JSON: "],
      ["--event", "[]", '--event takes a JSON object, e.g. \'{"range": "Sheet1!B2"}\'.'],
      ["--library", "Lib", "--library takes a symbol and a folder, e.g. --library OAuth2=../oauth2."],
    ])("%s %s is answered with a sentence", (option, value, sentence) => {
      const { stderr, status } = run("run-script.ts", [join(folder, "app"), "add", option, value]);
      expect([status, stderr.slice(0, sentence.length)]).toEqual([1, sentence]);
    });
  });

  test.each([
    [["/no/such/folder", "x"], "There is no folder /no/such/folder."],
    [[], "Usage: npx tsx scripts/run-script.ts"],
  ])("%j is answered with a sentence", (args, sentence) => {
    expect(run("run-script.ts", args)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(sentence) as string,
    });
  });
});

test("cases/apps-script answers each case in a Workspace of its own", () => {
  const cases = [
    {
      id: "1",
      setup: "const x = 20; sheet.getRange('A1').setValue(x)",
      expr: "x + 1; sheet.getRange('A1').getValue() + 2",
    },
    { id: "2", setup: "", expr: "[sheet.getRange('A1').getValue(), ss, SpreadsheetApp.WrapStrategy.CLIP]" },
    { id: "3", setup: "const sheet = 5", expr: "sheet" },
    { id: "4", setup: "", expr: "sheet.getRange(0, 1)" },
    { id: "5", setup: "oops(", expr: "1" },
    { id: "6", setup: "", expr: "DriveApp.getFiles()" },
    { id: "7", setup: "const x = { n: 10n, list: [] }; x.list.push(x, x); x.me = x", expr: "x" },
    { id: "8", setup: "", expr: "({ get a() { throw new Error('gone') } })" },
    { id: "9", setup: "", expr: "[new Error('e'), /x/g]" },
  ];
  const answers = JSON.parse(run("cases/apps-script.ts", [], JSON.stringify({ cases })).stdout) as { error?: string }[];
  expect(answers.slice(0, 3)).toEqual([
    { id: "1", value: 22 },
    { id: "2", value: ["", "Spreadsheet", "CLIP"] },
    { id: "3", value: 5 },
  ]);
  expect(answers.slice(6)).toEqual([
    { id: "7", value: { n: "10", list: ["[Circular]", "[Circular]"], me: "[Circular]" } },
    { id: "8", error: "gone" },
    { id: "9", value: ["Error: e", "/x/g"] },
  ]);
  expect(answers.slice(3, 6).map(({ error }) => error)).toEqual([
    "The starting row of the range is too small.",
    expect.stringMatching(/Unexpected/),
    "NotEmulated: DriveApp.getFiles",
  ]);
});
