import { QueryError, UnknownQuery, type Literal, type Test } from "./query.ts";
import type { Words } from "./words.ts";

type ColumnOf = (name: string) => number;

const SIGNS = ["=", "!=", "<>", "<", "<=", ">", ">="];
const TEXT_TESTS = [["contains"], ["starts", "with"], ["ends", "with"], ["matches"], ["like"]];
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** What follows "where": or binds weaker than and, and weaker than not. */
export function readTest(words: Words, columnOf: ColumnOf): Test {
  let left = readAll(words, columnOf);
  while (words.take("or")) left = { kind: "or", left, right: readAll(words, columnOf) };
  return left;
}

function readAll(words: Words, columnOf: ColumnOf): Test {
  let left = readOne(words, columnOf);
  while (words.take("and")) left = { kind: "and", left, right: readOne(words, columnOf) };
  return left;
}

function readOne(words: Words, columnOf: ColumnOf): Test {
  if (words.take("not")) return { kind: "not", test: readOne(words, columnOf) };
  if (words.take("(")) {
    const test = readTest(words, columnOf);
    words.expect(")");
    return test;
  }
  const name = words.any();
  if (name.kind !== "name" || words.peek() === "(") throw new UnknownQuery(`where ${name.spelling}`);
  return readComparison(columnOf(name.spelling), words, columnOf);
}

function readComparison(column: number, words: Words, columnOf: ColumnOf): Test {
  if (words.take("is", "null")) return { kind: "empty", column };
  if (words.take("is", "not", "null")) return { kind: "not", test: { kind: "empty", column } };
  const textTest = TEXT_TESTS.find((names) => words.take(...names));
  if (textTest) return { kind: "compare", column, operator: textTest.join(" "), with: words.text() };
  const sign = words.any().text;
  if (["+", "-", "*", "/"].includes(sign)) throw new UnknownQuery(`arithmetic (${sign})`);
  if (!SIGNS.includes(sign)) throw new QueryError(`Unknown comparison ${sign}.`);
  return { kind: "compare", column, operator: sign === "<>" ? "!=" : sign, with: readOperand(words, columnOf) };
}

function readOperand(words: Words, columnOf: ColumnOf): Literal | { column: number } {
  const sign = words.take("-") ? -1 : 1;
  const word = words.any();
  if (word.kind === "number") return sign * Number(word.text);
  if (word.kind === "text") return word.text;
  if (word.text === "true" || word.text === "false") return word.text === "true";
  if (word.text === "date" || word.text === "datetime") return serialOf(words.text());
  if (word.kind !== "name" || word.text === "timeofday" || words.peek() === "(") throw new UnknownQuery(word.spelling);
  return { column: columnOf(word.spelling) };
}

const DAY_MS = 86_400_000;
/** 1970-01-01 as a serial number. */
const EPOCH = 25_569;

function serialOf(text: string): number {
  const found = DATE.exec(text);
  if (!found) throw new QueryError(`Invalid date ${text}.`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return EPOCH + Date.UTC(year, month - 1, day, hour, minute, second) / DAY_MS;
}
