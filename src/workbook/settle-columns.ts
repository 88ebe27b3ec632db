import { Layout, type LayoutColumn } from "./layout.ts";
import { type Memory, readColumns, type RememberedColumns, writeColumns } from "./memory.ts";
import { TICKET_COLUMNS } from "./ticket-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const METADATA_KEY = "sheetdesk.column";

export interface Settled {
  readonly layout: Layout;
  /** What people did to the columns since the last run, for History. */
  readonly changes: readonly string[];
}

/** Where the columns stand: as remembered where the header row is as it was, else settled by the marks that the columns themselves carry. */
export function readLayout(sheet: Sheet, memory: Memory): Settled {
  const headers = trimmed((sheet.getRange("1:1").getValues()[0] ?? []).map(String));
  const remembered = readColumns(memory);
  if (remembered && sameHeaders(headers, remembered))
    return { layout: new Layout(positioned(remembered)), changes: [] };
  return settle(sheet, headers, { memory, remembered: remembered ?? { next: 1, columns: [] } });
}

function settle(
  sheet: Sheet,
  headers: readonly string[],
  past: { memory: Memory; remembered: RememberedColumns },
): Settled {
  const keys = assignKeys(headers, markedColumns(sheet), past.remembered);
  const marked = markedColumns(sheet);
  keys.forEach((key, index) => {
    if (key !== "" && marked.get(index + 1) !== key) mark(sheet, index + 1, key);
  });
  const columns = keys.map((key, index) => [key, headers[index] ?? ""] as const);
  const now: RememberedColumns = { next: nextCustom(keys, past.remembered.next), columns };
  writeColumns(past.memory, now);
  return { layout: new Layout(positioned(now)), changes: describeChanges(past.remembered, now) };
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

const positioned = ({ columns }: RememberedColumns): LayoutColumn[] =>
  columns.map(([key, header], index) => ({ key, header, position: index + 1 }));

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
