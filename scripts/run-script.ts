import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { inspect, parseArgs } from "node:util";
import type { Outcome } from "../test/emulator/core/outcome.ts";
import type { Library } from "../test/emulator/core/project.ts";
import { givenEvent } from "../test/emulator/people/given-event.ts";
import type { SentMail } from "../test/emulator/services/mail/sent-mail.ts";
import type { Book } from "../test/emulator/spreadsheet/model/book.ts";
import { Workspace } from "../test/emulator/workspace.ts";
import { plain } from "./plain.ts";
import { readScriptFolder } from "./read-project.ts";
import { importBook } from "./workbench/book-files.ts";

const USAGE = `Usage: npx tsx scripts/run-script.ts DIR FUNCTION [options]
  --book FILE           an .xlsx or .csv file to be the spreadsheet
  --book-id ID          the spreadsheet's id, for scripts that open it by that
  --args JSON           the arguments, e.g. '["T-1", 5]'
  --event JSON          an event object instead, e.g. '{"range": "Sheet1!B2", "value": "Open"}'
  --library SYMBOL=DIR  a library of the manifest, once for each
  --calls               list the service calls`;

interface Options {
  book?: string | undefined;
  "book-id"?: string | undefined;
  args?: string | undefined;
  event?: string | undefined;
  library?: string[] | undefined;
}

/** Runs one function of a folder of script files in a fresh Workspace, bound to a spreadsheet that is open. */
async function runScript(folder: string, functionName: string, options: Options) {
  const workspace = new Workspace();
  const args = argumentsFrom(options);
  const { files, manifest } = readScriptFolder(folder);
  const container = await containerOf(workspace, options);
  const libraries = Object.fromEntries((options.library ?? []).map(libraryAt));
  const project = workspace.addProject({ files, manifest, container, libraries });
  const window = workspace.person(workspace.owner).open(container);
  workspace.executions.length = 0;
  const { event } = args;
  const given = event ? (run: Parameters<typeof givenEvent>[0]) => [givenEvent(run, container, event)] : args.list;
  const outcome = project.run(functionName, given, { window });
  return { outcome, mails: workspace.mails, questions: window.questions, toasts: window.toasts };
}

function argumentsFrom({ args, event }: Options): { list: unknown[]; event?: Record<string, unknown> } {
  if (args !== undefined && event !== undefined) throw new Error("Give --args or --event, not both.");
  const list = args === undefined ? [] : json("--args", args);
  if (!Array.isArray(list)) throw new Error(`--args takes a JSON array, e.g. '["T-1", 5]'.`);
  if (event === undefined) return { list };
  const given = json("--event", event);
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new Error(`--event takes a JSON object, e.g. '{"range": "Sheet1!B2"}'.`);
  return { list, event: given as Record<string, unknown> };
}

function json(option: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${option} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function libraryAt(text: string): [string, Library] {
  const [, symbol = "", folder = ""] = /^(\w+)=(.+)$/.exec(text) ?? [];
  if (symbol === "") throw new Error("--library takes a symbol and a folder, e.g. --library OAuth2=../oauth2.");
  return [symbol, readScriptFolder(folder)];
}

function containerOf(workspace: Workspace, { book: path, "book-id": id }: Options): Promise<Book> {
  const identity = id === undefined ? {} : { id };
  const maker = {
    createSpreadsheet: (options: Parameters<Workspace["createSpreadsheet"]>[0]) =>
      workspace.createSpreadsheet({ ...options, ...identity }),
  };
  if (path !== undefined) return importBook(maker, basename(path), readFileSync(path));
  return Promise.resolve(maker.createSpreadsheet({ name: "Untitled spreadsheet" }));
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
    options: {
      book: { type: "string" },
      "book-id": { type: "string" },
      args: { type: "string" },
      event: { type: "string" },
      library: { type: "string", multiple: true },
      calls: { type: "boolean", default: false },
    },
  });
  const [folder, functionName] = positionals;
  if (!folder || !functionName) throw new Error(USAGE);
  const result = await runScript(folder, functionName, values);
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
