/** Small texts that outlive a run (document properties), read once at its start. */
export interface Memory {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** The last acknowledged end of History, the last ticket number given, and how many rows History's grid has. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly lastNumber: number;
  readonly room: number;
}

export interface RememberedColumns {
  /** The number of the next custom column. */
  readonly next: number;
  /** Key and header of each column, in the order in which they stood; key "" where a column has no header. */
  readonly columns: readonly (readonly [key: string, header: string])[];
  /** Keys of columns that an array formula fills: their results are nobody's edits. */
  readonly spills: readonly string[];
  /** Keys of the desk's text columns in which formulas were seen. */
  readonly formulas: readonly string[];
}

const HEAD = "head";
const COLUMNS = "columns";

export const readHead = (memory: Memory): Head | undefined => parse<Head>(memory.get(HEAD));
export const writeHead = (memory: Memory, head: Head): void => memory.set(HEAD, JSON.stringify(head));
export const readColumns = (memory: Memory): RememberedColumns | undefined =>
  parse<RememberedColumns>(memory.get(COLUMNS));
export const writeColumns = (memory: Memory, columns: RememberedColumns): void =>
  memory.set(COLUMNS, JSON.stringify(columns));

export function parse<T>(json: string | undefined): T | undefined {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as T;
  } catch {
    return undefined; // a property that somebody damaged is rebuilt from the workbook
  }
}
