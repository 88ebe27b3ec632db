import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

interface Case {
  id: string;
  group: string;
  setup: string;
  expr: string;
  expect?: unknown;
  throws?: string;
}

type Answer = { id: string; value: unknown } | { id: string; error: string };

const ROOT = join(__dirname, "../..");
const FILE = resolve(ROOT, process.env["SHEETDESK_SHARED"] ?? "../shared", "fidelity/apps-script-cases.json");

/** The groups named in the table of README's section "Fidelity exceptions": the one list of what may fail. */
function exceptions(): string[] {
  const readme = readFileSync(join(__dirname, "README.md"), "utf8");
  const section = readme.split(/^## /m).find((part) => part.startsWith("Fidelity exceptions")) ?? "";
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1] ?? "");
}

function answers(cases: Case[]): Map<string, Answer> {
  const input = JSON.stringify({ cases });
  const args = ["--import", "tsx", "scripts/cases/apps-script.ts"];
  const output = execFileSync(process.execPath, args, { cwd: ROOT, input, encoding: "utf8", maxBuffer: 2 ** 26 });
  return new Map((JSON.parse(output) as Answer[]).map((answer) => [answer.id, answer]));
}

function check(one: Case, answer: Answer | undefined): void {
  if (one.throws === undefined) expect(answer).toEqual({ id: one.id, value: one.expect });
  else expect(answer && "error" in answer ? answer.error : answer).toMatch(new RegExp(one.throws, "i"));
}

if (!existsSync(FILE)) {
  const why = `the cases are not at ${FILE}; set SHEETDESK_SHARED to the folder that holds fidelity`;
  if (process.env["CI"]) test(why, () => expect(existsSync(FILE)).toBe(true));
  else test.skip(why, () => undefined);
} else {
  const { cases } = JSON.parse(readFileSync(FILE, "utf8")) as { cases: Case[] };
  const excepted = exceptions();
  const answerOf = answers(cases);
  const groups = [...new Set(cases.map(({ group }) => group))];

  describe.each(groups.filter((group) => !excepted.includes(group)))("%s", (group) => {
    const own = cases.filter((one) => one.group === group);
    test.each(own.map((one) => [one.id, one.expr, one] as const))("%s %s", (id, _, one) =>
      check(one, answerOf.get(id)),
    );
  });

  // A refusal of any kind would satisfy a case that only expects an error, so those prove nothing here.
  const failing = cases.filter(({ group, throws }) => excepted.includes(group) && throws === undefined);
  test.each(failing.map((one) => [one.id, one.group, one] as const))("%s (%s) is still an exception", (id, _, one) => {
    expect(() => check(one, answerOf.get(id))).toThrow();
  });
}
