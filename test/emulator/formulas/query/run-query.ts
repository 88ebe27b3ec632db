import { compare } from "../coerce.ts";
import { meets, type Cell } from "./met.ts";
import { QueryError, sameTerm, type Query, type Term } from "./query.ts";

export interface QueryData {
  /** Names of the columns; "" where there are no header rows. */
  labels: string[];
  rows: Cell[][];
}

/** The rows that a query answers, under a row of labels where any is to be shown. */
export function runQuery(query: Query, { labels, rows }: QueryData): Cell[][] {
  const terms = query.select ?? labels.map((_, column) => ({ column }));
  const { where } = query;
  const met = where ? rows.filter((row) => meets(row, where)) : rows;
  const groups = grouped(query, terms, met);
  const sorted = [...groups].sort((a, b) => order(query, a, b));
  const end = query.limit === undefined ? undefined : query.offset + query.limit;
  const body = sorted.slice(query.offset, end).map((group) => terms.map((term) => valueOf(term, group)));
  const head = terms.map((term) => labelOf(term, query, labels));
  return head.every((label) => label === "") ? body : [head, ...body];
}

/** Rows that stand for one row of the answer. */
type Group = Cell[][];

function grouped({ groupBy, orderBy }: Query, terms: Term[], rows: Cell[][]): Group[] {
  const all = [...terms, ...orderBy.map(({ term }) => term)];
  const draws = all.some(({ aggregate }) => aggregate);
  if (!draws && groupBy.length === 0) return rows.map((row) => [row]);
  if (all.some(({ column, aggregate }) => !aggregate && !groupBy.includes(column))) {
    throw new QueryError("A column is neither grouped by nor drawn together.");
  }
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = JSON.stringify(groupBy.map((column) => row[column] ?? null));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].sort(([a = []], [b = []]) => {
    for (const column of groupBy) {
      const found = inOrder(a[column] ?? null, b[column] ?? null);
      if (found !== 0) return found;
    }
    return 0;
  });
}

function order({ orderBy }: Query, a: Group, b: Group): number {
  for (const { term, ascending } of orderBy) {
    const found = inOrder(valueOf(term, a), valueOf(term, b));
    if (found !== 0) return ascending ? found : -found;
  }
  return 0;
}

/** Nothing comes first. */
function inOrder(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

function valueOf({ column, aggregate }: Term, group: Group): Cell {
  if (!aggregate) return group[0]?.[column] ?? null;
  const values = group.map((row) => row[column] ?? null).filter((value) => value !== null);
  if (aggregate === "count") return values.length;
  if (values.length === 0) return null;
  if (aggregate === "min" || aggregate === "max") {
    const sorted = [...values].sort(inOrder);
    return (aggregate === "min" ? sorted[0] : sorted.at(-1)) ?? null;
  }
  if (values.some((value) => typeof value !== "number")) throw new QueryError(`${aggregate} takes numbers only.`);
  const sum = values.reduce<number>((total, value) => total + Number(value), 0);
  return aggregate === "sum" ? sum : sum / values.length;
}

function labelOf(term: Term, { labels }: Query, names: string[]): string {
  const given = labels.find((label) => sameTerm(label.term, term));
  if (given) return given.text;
  const name = names[term.column] ?? "";
  return term.aggregate ? `${term.aggregate} ${name}` : name;
}
