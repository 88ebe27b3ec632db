import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OPTIONS, readOptions } from "../../scripts/workbench/options.ts";

jest.setTimeout(60_000);

const root = process.cwd();
const laptop = { root, env: { DISPLAY: ":0" }, platform: "linux" };

describe("npm start", () => {
  const folder = mkdtempSync(join(tmpdir(), "workbench-start-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = (...args: string[]) =>
    spawnSync(process.execPath, ["scripts/start.mjs", ...args], { encoding: "utf8", env: { ...process.env, CI: "1" } });

  test("--help says what every option does, and starts nothing", () => {
    const { stdout, status } = start("--help");
    expect(status).toBe(0);
    for (const name of Object.keys(OPTIONS)) expect(stdout).toMatch(new RegExp(`^  --${name}\\b.* [A-Z].+\\.$`, "m"));
  });

  const refused: [what: string, args: string[], sentence: string][] = [
    ["an unknown option", ["--prot", "1"], "There is no option --prot. npm start -- --help lists what there is."],
    ["a port that is none", ["--port", "http"], '"http" is not a port'],
    ["a file that is not there", ["nothing.xlsx"], "There is no file"],
    ["a folder", ["scripts"], "is a folder. Give an .xlsx or a .csv file."],
    ["another kind of file", ["package.json"], "can't be opened: give an .xlsx or a .csv file."],
    ["two files", ["a.csv", "b.csv"], "Give one file, not 2."],
    ["a file and --empty", ["test/fixtures/workbench/stock.csv", "--empty"], "Give a file or --empty, not both."],
  ];
  test.each(refused)("refuses %s with a sentence", (_, args, sentence) => {
    expect(() => readOptions(args, laptop)).toThrow(sentence);
  });

  test("a file that only bears the name of a spreadsheet is named, without a stack", () => {
    const path = join(folder, "broken.xlsx");
    writeFileSync(path, "not a spreadsheet");
    const { stderr, status } = start(path, "--state", join(folder, "broken"), "--no-open");
    expect(status).toBe(1);
    expect(stderr).toContain("broken.xlsx could not be read as a spreadsheet");
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  const screens: [what: string, args: string[], env: Record<string, string>, platform: string, opens: boolean][] = [
    ["before a screen", [], { DISPLAY: ":0" }, "linux", true],
    ["before a Wayland screen", [], { WAYLAND_DISPLAY: "wayland-0" }, "linux", true],
    ["on a Mac", [], {}, "darwin", true],
    ["told not to", ["--no-open"], { DISPLAY: ":0" }, "linux", false],
    ["without a display", [], {}, "linux", false],
    ["under CI", [], { DISPLAY: ":0", CI: "true" }, "linux", false],
    ["over SSH", [], { SSH_CONNECTION: "1" }, "darwin", false],
    ["told to all the same", ["--open"], { CI: "true" }, "linux", true],
  ];
  test.each(screens)("opens a browser or not: %s", (_, args, env, platform, opens) => {
    expect(readOptions(args, { root, env, platform }).opens).toBe(opens);
  });

  test("paths are meant from where npm was called", () => {
    const env = { WORKBENCH_CALLED_FROM: join(root, "test/fixtures") };
    const { file, state, project } = readOptions(["workbench/stock.csv", "--state", "s", "--project", "p"], {
      ...laptop,
      env,
    });
    expect([file, state, project]).toEqual(
      ["workbench/stock.csv", "s", "p"].map((path) => join(root, "test/fixtures", path)),
    );
  });

  const fixture = ["test/fixtures/workbench/stock.csv", "--project", "test/fixtures/workbench", "--no-open"];

  test("a port that was asked for and is taken is refused", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { stderr, status } = start(...fixture, "--state", join(folder, "taken"), "--port", String(port));
    other.close();
    expect(status).toBe(1);
    expect(stderr).toContain(`Port ${port} is taken by another program.`);
  });

  test("two never share a state: the second would overwrite what the first keeps", async () => {
    const state = join(folder, "shared");
    const first = spawn(process.execPath, ["scripts/start.mjs", ...fixture, "--state", state, "--port", "0"]);
    let output = "";
    first.stdout.on("data", (chunk: Buffer) => (output += String(chunk)));
    while (!output.includes("open at")) await new Promise((resolve) => setTimeout(resolve, 50));
    const { stderr, status } = start(...fixture, "--state", state, "--port", "0");
    first.kill("SIGINT");
    await once(first, "exit");
    expect(status).toBe(1);
    expect(stderr).toMatch(/Another workbench \(process \d+\) keeps its state in .+shared\. End that one first/);
  });
});
