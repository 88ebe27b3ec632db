import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { inspect, parseArgs } from "node:util";
import type { Outcome } from "../test/emulator/core/outcome.ts";
import type { SentMail } from "../test/emulator/services/mail/sent-mail.ts";
import type { Book } from "../test/emulator/spreadsheet/model/book.ts";
import { Workspace } from "../test/emulator/workspace.ts";
import { plain } from "./plain.ts";
import { readScriptFolder } from "./read-project.ts";
import { importBook } from "./workbench/book-files.ts";

const USAGE = "Usage: npx tsx scripts/run-script.ts DIR FUNCTION [--book FILE.xlsx|FILE.csv] [--calls]";

/** Runs one function of a folder of script files in a fresh Workspace, bound to a spreadsheet that is open. */
async function runScript(folder: string, functionName: string, bookPath: string | undefined) {
  const workspace = new Workspace();
  const { files, manifest } = readScriptFolder(folder);
  const container = await containerOf(workspace, bookPath);
  const project = workspace.addProject({ files, manifest, container });
  const window = workspace.person(workspace.owner).open(container);
  workspace.executions.length = 0;
  const outcome = project.run(functionName, [], { window });
  return { outcome, mails: workspace.mails, questions: window.questions, toasts: window.toasts };
}

function containerOf(workspace: Workspace, path: string | undefined): Promise<Book> {
  if (path !== undefined) return importBook(workspace, basename(path), readFileSync(path));
  return Promise.resolve(workspace.createSpreadsheet({ name: "Untitled spreadsheet" }));
}

function report(
  { outcome, mails, questions, toasts }: Awaited<ReturnType<typeof runScript>>,
  withCalls: boolean,
): void {
  section("log", outcome.log);
  section("shown", [
    ...questions.map(({ kind, title, text }) => `${kind}: ${[title, text].filter(Boolean).join(" – ")}`),
    ...toasts.map(({ title, message }) => `toast: ${[title, message].filter(Boolean).join(" – ")}`),
  ]);
  section("mails", mails.map(mailLine));
  if (withCalls) section("calls", callLines(outcome));
  section("not emulated", outcome.notEmulated);
  if (!outcome.error) console.log(`result: ${inspect(plain(outcome.value), { depth: 10, maxArrayLength: 1000 })}`);
}

function section(title: string, lines: string[]): void {
  if (lines.length > 0) console.log([`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n"));
}

function mailLine({ to, cc, bcc, subject, body, htmlBody }: SentMail): string {
  const text = (body || htmlBody || "").trim().replace(/\s+/g, " ").slice(0, 200);
  return `to ${[...to, ...cc, ...bcc].join(", ")}: ${subject} – ${text}`;
}

function callLines({ calls, callCount, modelledMs }: Outcome): string[] {
  const lines = Object.entries(calls).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...lines.map(([name, n]) => `${name} ${n}`), `total ${callCount}`, `modelled ${Math.round(modelledMs)} ms`];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { book: { type: "string" }, calls: { type: "boolean", default: false } },
  });
  const [folder, functionName] = positionals;
  if (!folder || !functionName) throw new Error(USAGE);
  const result = await runScript(folder, functionName, values.book);
  report(result, values.calls);
  if (!result.outcome.error) return;
  console.error(scriptStack(result.outcome.error));
  process.exitCode = 1;
}

/** The error with the places in the script where it arose; those of the emulator are of no use to the reader. */
function scriptStack(error: Error): string {
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at .*\.gs:\d+/.test(line));
  return [`${error.name}: ${error.message}`, ...places].join("\n");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
