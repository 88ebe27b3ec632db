import { Layout, type LayoutColumn } from "./layout.ts";
import { type Memory, readColumns, type RememberedColumns } from "./memory.ts";
import { isCustom, TICKET_COLUMNS } from "./ticket-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const METADATA_KEY = "sheetdesk.column";
/** Each takes several calls, and whoever typed headers has only half a minute. */
const MARKS_A_RUN = 30;
/** Google keeps 30,000 characters of marks for a sheet. */
const MARKS_AT_MOST = 1000;

export interface Settled {
  readonly layout: Layout;
  /** What people did to the columns since the last run, for History. */
  readonly changes: readonly string[];
  /** To be remembered once History has the changes; undefined where everything stands as remembered. */
  readonly remember: RememberedColumns | undefined;
}

/**
 * Where the columns stand: as remembered where the header row is as it was, else settled by the marks that the columns themselves carry.
 * Only a run that holds the lock may mark columns.
 */
export function readLayout(sheet: Sheet, memory: Memory, mayMark: boolean): Settled {
  const headers = readHeaders(sheet);
  const remembered = readColumns(memory);
  const isAsBefore = remembered !== undefined && sameHeaders(headers, remembered);
  if (isAsBefore && !(mayMark && remembered.isUnmarked))
    return { layout: layoutOf(remembered), changes: [], remember: undefined };
  const past = remembered ?? { next: 1, columns: [], spills: [], formulas: [] };
  const marked = markedColumns(sheet);
  const keys = assignKeys(headers, marked, past);
  const isUnmarked = mayMark && markColumns(sheet, keys, marked);
  const columns = keys.map((key, index) => [key, headers[index] ?? ""] as const);
  const { next, spills, formulas } = past;
  const now = { next: nextCustom(keys, next), columns, spills, formulas, ...(isUnmarked && { isUnmarked }) };
  return { layout: layoutOf(now), changes: isAsBefore ? [] : describeChanges(past, now), remember: now };
}

/** Whether the header row still is what it was when the layout was read: else columns have moved meanwhile. */
export const stillStands = (sheet: Sheet, { headers }: Layout): boolean =>
  readHeaders(sheet).join("\n") === headers.join("\n");

function readHeaders(sheet: Sheet): string[] {
  return trimmed((sheet.getRange("1:1").getValues()[0] ?? []).map(String));
}

/** Marks some of the columns that have no mark; whether a later run is to mark more. Those beyond what Google keeps are known by their headers only. */
function markColumns(sheet: Sheet, keys: readonly string[], marked: ReadonlyMap<number, string>): boolean {
  const unmarked = keys
    .map((key, index) => ({ key, position: index + 1 }))
    .filter(({ key, position }) => key !== "" && marked.get(position) !== key);
  const possible = unmarked.slice(0, Math.max(0, MARKS_AT_MOST - marked.size));
  for (const { key, position } of possible.slice(0, MARKS_A_RUN)) {
    if (isCustom(key)) dropInherited(sheet, position);
    mark(sheet, position, key);
  }
  return possible.length > MARKS_A_RUN;
}

/** A column inserted beside one of ours takes its format over; under plain text no formula of the company's would work. */
function dropInherited(sheet: Sheet, position: number): void {
  const height = sheet.getMaxRows() - 1;
  const neighbours = [position - 1, position + 1].filter((beside) => beside > 0 && beside <= sheet.getMaxColumns());
  if (height < 1) return;
  const body = sheet.getRange(2, position, height, 1);
  const format = body.getNumberFormat();
  const isInherited = neighbours.some((beside) => sheet.getRange(2, beside).getNumberFormat() === format);
  if (isInherited && body.isBlank()) body.setNumberFormat("General").clearDataValidations();
}

/** A mark wins; then the header it had; then the header it has by default; any other header is a custom column. */
function assignKeys(
  headers: readonly string[],
  marked: ReadonlyMap<number, string>,
  remembered: RememberedColumns,
): string[] {
  const taken = new Set(marked.values());
  let next = nextCustom([...taken], remembered.next);
  const claim = (key: string | undefined): string | undefined => {
    if (key === undefined || key === "" || taken.has(key)) return undefined;
    taken.add(key);
    return key;
  };
  return headers.map((header, index) => {
    const mark = marked.get(index + 1);
    if (mark !== undefined) return mark;
    if (header.trim() === "") return "";
    const past = remembered.columns.find(([key, was]) => was === header && !taken.has(key))?.[0];
    const standard = TICKET_COLUMNS.find((spec) => sameHeader(spec.header, header))?.key;
    return claim(past) ?? claim(standard) ?? (claim(`c${next++}`) as string);
  });
}

function markedColumns(sheet: Sheet): Map<number, string> {
  const marked = new Map<number, string>();
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey(METADATA_KEY).find()) {
    const column = metadata.getLocation().getColumn();
    const key = metadata.getValue();
    if (column && key && ![...marked.values()].includes(key)) marked.set(column.getColumn(), key);
  }
  return marked;
}

function mark(sheet: Sheet, position: number, key: string): void {
  const letters = sheet.getRange(1, position).getA1Notation().replace(/\d+/g, "");
  sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(METADATA_KEY, key);
}

function describeChanges(before: RememberedColumns, now: RememberedColumns): string[] {
  if (before.columns.length === 0) return [];
  const was = new Map(before.columns);
  const is = new Map(now.columns);
  const added = now.columns
    .filter(([key]) => key !== "" && !was.has(key))
    .map(([, header]) => `column "${header}" added`);
  const deleted = before.columns
    .filter(([key]) => key !== "" && !is.has(key))
    .map(([, header]) => `column "${header}" deleted`);
  const renamed = now.columns
    .filter(([key, header]) => key !== "" && was.has(key) && was.get(key) !== header)
    .map(([key, header]) => `column "${was.get(key) ?? ""}" renamed to "${header}"`);
  const changes = [...added, ...deleted, ...renamed];
  return changes.length > 0 ? changes : ["columns moved"];
}

function layoutOf({ columns, ...seen }: RememberedColumns): Layout {
  const positioned = columns.map(([key, header], index): LayoutColumn => ({ key, header, position: index + 1 }));
  return new Layout(positioned, seen);
}

const sameHeaders = (headers: readonly string[], { columns }: RememberedColumns): boolean =>
  headers.length === columns.length && headers.every((header, index) => header === columns[index]?.[1]);

const sameHeader = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();

function nextCustom(keys: readonly string[], atLeast: number): number {
  return keys.reduce((next, key) => Math.max(next, Number(/^c(\d+)$/.exec(key)?.[1] ?? 0) + 1), atLeast);
}

function trimmed(headers: string[]): string[] {
  let length = headers.length;
  while (length > 0 && headers[length - 1]?.trim() === "") length--;
  return headers.slice(0, length);
}
