import type { Outcome } from "../core/outcome.ts";
import type { RunOptions } from "../core/project.ts";
import type { Switches } from "../switches.ts";
import { type ProjectOptions, Workspace } from "../workspace.ts";

type ScriptOptions = Partial<ProjectOptions> & { switches?: Partial<Switches> };

/** A fresh Workspace with a script bound to a fresh spreadsheet. */
export function boundScript(source: string, { switches = {}, ...options }: ScriptOptions = {}) {
  const workspace = new Workspace({ switches });
  const book = workspace.createSpreadsheet({ name: "Facts" });
  const files = [{ name: "Code", type: "gs" as const, source }, ...(options.files ?? [])];
  const project = workspace.addProject({ container: book, ...options, files });
  return { workspace, book, project };
}

/** Evaluates statements in a bound script; the value is that of the last one. */
export function tryScript(statements: string, options: ScriptOptions & RunOptions = {}): Outcome {
  const { project } = boundScript(`function go() { return eval(${JSON.stringify(statements)}); }`, options);
  return project.run("go", [], options);
}

/** The value, or the text of the error as a log would show it. */
export function answerOf(statements: string, options: ScriptOptions & RunOptions = {}): unknown {
  const { value, error } = tryScript(statements, options);
  return error ? String(error) : value;
}
