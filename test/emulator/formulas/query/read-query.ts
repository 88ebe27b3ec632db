import { QueryError, UnknownQuery, type Aggregate, type Query, type Term } from "./query.ts";
import { readTest } from "./read-test.ts";
import { Words } from "./words.ts";

const AGGREGATES: readonly string[] = ["sum", "avg", "count", "min", "max"];
const OTHERS = ["pivot", "format", "options", "skipping"];

/** The columns that a query may name: letters of a sheet's columns from `left` on, or Col1, Col2 … of an array. */
export interface Naming {
  count: number;
  left: number | undefined;
}

/** Reads a text in Google's query language, https://developers.google.com/chart/interactive/docs/querylanguage */
export function readQuery(text: string, naming: Naming): Query {
  return new Reader(new Words(text), naming).read();
}

/** The column of the data whose format a column of the answer has; undefined where there is none. */
export function columnAnswered(text: string, naming: Naming, column: number): number | undefined {
  try {
    const { select } = readQuery(text, naming);
    const term = select ? select[column] : { column };
    return term?.aggregate === "count" ? undefined : term?.column;
  } catch (error) {
    if (error instanceof QueryError || error instanceof UnknownQuery) return undefined;
    throw error;
  }
}

class Reader {
  constructor(
    private readonly words: Words,
    private readonly naming: Naming,
  ) {}

  /** The clauses stand in this order; each may be left out. */
  read(): Query {
    const { words } = this;
    const query: Query = {
      select: words.take("select") ? this.selected() : undefined,
      where: words.take("where") ? readTest(words, this.columnOf) : undefined,
      groupBy: words.take("group", "by") ? this.list(() => this.columnOf(words.any().spelling)) : [],
      orderBy: this.isKnown() && words.take("order", "by") ? this.list(() => this.ordered()) : [],
      limit: words.take("limit") ? words.wholeNumber() : undefined,
      offset: this.isKnown() && words.take("offset") ? words.wholeNumber() : 0,
      labels: words.take("label") ? this.list(() => ({ term: this.term(), text: words.text() })) : [],
    };
    if (this.isKnown() && !words.ended) throw new QueryError(`Unexpected ${words.any().spelling}.`);
    return query;
  }

  private isKnown(): boolean {
    const word = this.words.peek();
    if (OTHERS.includes(word)) throw new UnknownQuery(word);
    return true;
  }

  private selected(): Term[] | undefined {
    return this.words.take("*") ? undefined : this.list(() => this.term());
  }

  private list<T>(one: () => T): T[] {
    const items = [one()];
    while (this.words.take(",")) items.push(one());
    return items;
  }

  private ordered(): { term: Term; ascending: boolean } {
    const term = this.term();
    const descending = this.words.take("desc");
    if (!descending) this.words.take("asc");
    return { term, ascending: !descending };
  }

  private term(): Term {
    const { words } = this;
    const word = words.any();
    if (word.kind !== "name") throw new UnknownQuery(word.spelling);
    let term: Term;
    if (words.take("(")) {
      if (!AGGREGATES.includes(word.text)) throw new UnknownQuery(word.spelling);
      term = { column: this.columnOf(words.any().spelling), aggregate: word.text as Aggregate };
      words.expect(")");
    } else term = { column: this.columnOf(word.spelling) };
    if (["+", "-", "*", "/"].includes(words.peek())) throw new UnknownQuery("arithmetic");
    return term;
  }

  private readonly columnOf = (name: string): number => {
    const { count, left } = this.naming;
    const column = left === undefined ? numberOf(name) : lettersOf(name) - left;
    if (!(column >= 0 && column < count)) throw new QueryError(`There is no column ${name}.`);
    return column;
  };
}

function numberOf(name: string): number {
  const found = /^Col(\d+)$/.exec(name);
  return found ? Number(found[1]) - 1 : NaN;
}

function lettersOf(name: string): number {
  if (!/^[A-Z]{1,3}$/.test(name)) return NaN;
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
