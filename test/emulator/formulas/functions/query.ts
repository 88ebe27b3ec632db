import { CellError, NAME, NOT_AVAILABLE, VALUE } from "../cell-error.ts";
import { toNumber, toText } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction } from "../definition.ts";
import type { Cell } from "../query/met.ts";
import { QueryError, UnknownQuery } from "../query/query.ts";
import { readQuery } from "../query/read-query.ts";
import { runQuery, type QueryData } from "../query/run-query.ts";
import type { Scalar, Value } from "../values.ts";
import { ArrayCells, cellsOf, RangeCells, rowsOf } from "../values.ts";

function query([data, text, headers]: Argument[], { host }: Frame): Value {
  const cells = cellsOf(data ?? null);
  const [words = null, count = null] = [text, headers].map((one) => cellsOf(one ?? null).at(0, 0));
  if (words instanceof CellError) return words;
  const heads = headers === undefined ? -1 : toNumber(count, host);
  if (typeof heads !== "number") return heads;
  const left = cells instanceof RangeCells ? cells.area.left : undefined;
  try {
    const read = readQuery(toText(words, host), { count: cells.columns, left });
    const lines = runQuery(read, dataOf(rowsOf(cells), heads));
    return lines.length === 0 ? NOT_AVAILABLE : ArrayCells.of(lines);
  } catch (error) {
    if (error instanceof QueryError) return VALUE;
    if (!(error instanceof UnknownQuery)) throw error;
    host.unknownFunction?.("QUERY");
    return NAME;
  }
}

function dataOf(rows: Scalar[][], headers: number): QueryData {
  const heads = headers < 0 ? guessedHeaders(rows) : Math.trunc(headers);
  const body = rows.slice(heads);
  const columns = (rows[0] ?? []).map((_, column) => column);
  const types = columns.map((column) => majority(body, column));
  const label = (column: number) =>
    rows
      .slice(0, heads)
      .map((row) => cellOf(row[column]))
      .filter((cell) => cell !== null)
      .join(" ");
  const typed = (row: Scalar[]) => row.map((value, column) => (typeof value === types[column] ? cellOf(value) : null));
  return { labels: columns.map(label), rows: body.map(typed) };
}

function cellOf(value: Scalar | undefined): Cell {
  return value === undefined || value instanceof CellError ? null : value;
}

/** The type that most cells of a column have; the others count as nothing. */
function majority(rows: Scalar[][], column: number): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = cellOf(row[column]);
    if (value !== null) counts.set(typeof value, (counts.get(typeof value) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "string";
}

/** Google guesses where the number is left out; where all is text its guess is not known. */
function guessedHeaders([first = [], ...rest]: Scalar[][]): number {
  const values = first.map(cellOf);
  if (values.some((value) => value !== null && typeof value !== "string")) return 0;
  const differs = values.some((value, column) => value !== null && majority(rest, column) !== "string");
  if (!differs) throw new UnknownQuery("a guess of the header rows");
  return 1;
}

export const queries: Record<string, Definition> = {
  QUERY: cellsFunction("cc?c?", query, { arrays: true }),
};
