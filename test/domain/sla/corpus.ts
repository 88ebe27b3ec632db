import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case, CaseFile } from "../../../scripts/cases/sla-answers.ts";

export interface CorpusCase extends Case {
  readonly expect: Readonly<Record<string, unknown>>;
  readonly specAnswer?: Readonly<Record<string, unknown>>;
  readonly trunc?: number;
  readonly tolerance?: number;
  readonly dateOnly?: boolean;
}

export interface Corpus extends CaseFile {
  readonly cases: readonly CorpusCase[];
}

const FOLDER = join(process.env["SHEETDESK_SHARED"] ?? "../shared", "corpora", "sla");

/** The corpus as one file, ids of calendars with their file's name in front; undefined where it isn't on this machine. Under CI it must be. */
export function findCorpus(): Corpus | undefined {
  if (existsSync(FOLDER)) return readCorpus(FOLDER);
  if (process.env["CI"])
    throw new Error(`No SLA cases in ${FOLDER}: set SHEETDESK_SHARED to the folder that holds corpora.`);
  console.warn(`Skipped: no SLA cases in ${FOLDER}; set SHEETDESK_SHARED to the folder that holds corpora.`);
  return undefined;
}

function readCorpus(folder: string): Corpus {
  const calendars: Record<string, CaseFile["calendars"][string]> = {};
  const cases: CorpusCase[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    const file = JSON.parse(readFileSync(join(folder, name), "utf8")) as Corpus;
    for (const [id, calendar] of Object.entries(file.calendars)) calendars[`${name}/${id}`] = calendar;
    cases.push(...file.cases.map((one) => ({ ...one, calendar: one.calendar && `${name}/${one.calendar}` })));
  }
  return { calendars, cases };
}

/** What an answer must contain, and the answer cut to what the source could tell. */
export function compared(one: CorpusCase, answer: Readonly<Record<string, unknown>>): [unknown, unknown] {
  const expected = { ...(one.specAnswer ?? one.expect) };
  if (typeof expected.seconds === "number" && typeof answer.seconds === "number") {
    const wanted = Math.max(0, isReversed(one) ? 0 : expected.seconds);
    const given = one.trunc ? Math.floor(answer.seconds / one.trunc) * one.trunc : answer.seconds;
    return [wanted, Math.abs(given - wanted) <= (one.tolerance ?? 0) ? wanted : given];
  }
  if (one.dateOnly) return [String(expected.at).slice(0, 10), String(answer.at).slice(0, 10)];
  return [expected, answer];
}

function isReversed({ in: input }: CorpusCase): boolean {
  const { start, end } = input as { start: string; end: string };
  return Date.parse(end) < Date.parse(start);
}
