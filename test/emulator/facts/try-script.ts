import type { RunOptions } from "../core/project.ts";
import type { Outcome } from "../core/outcome.ts";
import { Workspace, type ProjectOptions } from "../workspace.ts";

/** A fresh Workspace with a script bound to a fresh spreadsheet. */
export function boundScript(source: string, options: Partial<ProjectOptions> = {}) {
  const workspace = new Workspace();
  const book = workspace.createSpreadsheet({ name: "Facts" });
  const files = [{ name: "Code", type: "gs" as const, source }, ...(options.files ?? [])];
  const project = workspace.addProject({ container: book, ...options, files });
  return { workspace, book, project };
}

/** Evaluates statements in a bound script; the value is that of the last one. */
export function tryScript(statements: string, options: Partial<ProjectOptions> & RunOptions = {}): Outcome {
  const { project } = boundScript(`function go() { return eval(${JSON.stringify(statements)}); }`, options);
  return project.run("go", [], options);
}

/** The value, or the text of the error as a log would show it. */
export function answerOf(statements: string, options: Partial<ProjectOptions> & RunOptions = {}): unknown {
  const { value, error } = tryScript(statements, options);
  return error ? String(error) : value;
}
