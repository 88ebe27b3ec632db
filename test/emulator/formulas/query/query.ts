export type Aggregate = "sum" | "avg" | "count" | "min" | "max";

/** A column of the data, counted from 0, as it is or drawn together. */
export interface Term {
  column: number;
  aggregate?: Aggregate;
}

export type Literal = string | number | boolean;

/** What one row has to meet. */
export type Test =
  | { kind: "and" | "or"; left: Test; right: Test }
  | { kind: "not"; test: Test }
  | { kind: "empty"; column: number }
  | { kind: "compare"; column: number; operator: string; with: Literal | { column: number } };

/** What a text in Google's query language asks for. */
export interface Query {
  /** Undefined: all columns. */
  select: Term[] | undefined;
  where: Test | undefined;
  groupBy: number[];
  orderBy: { term: Term; ascending: boolean }[];
  limit: number | undefined;
  offset: number;
  labels: { term: Term; text: string }[];
}

/** A query that Google refuses: #VALUE! in the cell. */
export class QueryError extends Error {}

/** A part of the language that is not emulated. */
export class UnknownQuery extends Error {}

export function sameTerm(a: Term, b: Term): boolean {
  return a.column === b.column && a.aggregate === b.aggregate;
}
