import { Script } from "node:vm";
import { Execution } from "../../test/emulator/core/execution.ts";
import { execute } from "../../test/emulator/core/run-function.ts";
import type { Realm, Settled } from "../../test/emulator/core/realm.ts";
import { Workspace } from "../../test/emulator/workspace.ts";
import { plain } from "../plain.ts";

interface Case {
  id: string;
  setup?: string;
  expr: string;
}

const PRELUDE = new Script(
  "globalThis.ss = SpreadsheetApp.getActiveSpreadsheet(); globalThis.sheet = ss.getSheets()[0]; undefined",
);

/** Evaluates one case in a Workspace of its own; the value is that of the last expression statement. */
function answer({ id, setup, expr }: Case): { id: string; value: unknown } | { id: string; error: string } {
  try {
    const outcome = inFreshWorkspace((realm) => realm.load([PRELUDE, new Script(setup ?? "")]), expr);
    return outcome.error ? { id, error: textOf(outcome.error) } : { id, value: jsonOf(outcome.value) };
  } catch (error) {
    return { id, error: textOf(error as Error) };
  }
}

/** As JSON carries it, or throws: one case's value must not cost the others their answers. */
function jsonOf(value: unknown): unknown {
  const text = JSON.stringify(plain(value) ?? null, (_key, item: unknown) =>
    typeof item === "bigint" || typeof item === "symbol" ? String(item) : item,
  );
  return JSON.parse(text);
}

/** The message alone, as Google's errors carry it; of what is not emulated also the name that says so. */
function textOf(error: Error): string {
  return error.name === "NotEmulated" ? String(error) : error.message;
}

function inFreshWorkspace(prepare: (realm: Realm) => Settled, expr: string) {
  const workspace = new Workspace();
  const book = workspace.createSpreadsheet({ name: "Cases" });
  const project = workspace.addProject({ files: [], container: book });
  const window = workspace.person(workspace.owner).open(book);
  const caller = { activeUser: workspace.owner, effectiveUser: workspace.owner, window } as const;
  const run = new Execution(workspace, project, "case", { ...caller, authMode: "FULL", trigger: "editor" });
  return execute(run, (realm) => {
    const prepared = prepare(realm);
    return "value" in prepared ? realm.evaluate(new Script(expr)) : prepared;
  });
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

void readInput().then((text) => {
  const { cases } = JSON.parse(text) as { cases: Case[] };
  process.stdout.write(JSON.stringify(cases.map(answer)) + "\n");
});
