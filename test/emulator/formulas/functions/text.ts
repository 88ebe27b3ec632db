import { formatValue } from "../../values/format.ts";
import { parseValue } from "../../values/typed.ts";
import { CellError, NUMBER, VALUE } from "../cell-error.ts";
import { wildcardPattern } from "../criteria.ts";
import { toBoolean, toNumber, toText } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction, scalarFunction } from "../definition.ts";
import type { Scalar, Value } from "../values.ts";
import { ArrayCells, eachCell, isCells } from "../values.ts";

/** A function whose first argument is a text and whose others are numbers. */
function textAndNumbers(
  signature: string,
  compute: (text: string, ...numbers: (number | undefined)[]) => Scalar,
): Definition {
  return scalarFunction(signature, ([first = null, ...rest], { host }) => {
    const numbers: (number | undefined)[] = [];
    for (const arg of rest) {
      const number = arg === undefined ? undefined : toNumber(arg, host);
      if (number instanceof CellError) return number;
      numbers.push(number === undefined ? undefined : Math.trunc(number));
    }
    return compute(toText(first, host), ...numbers);
  });
}

/** A function of texts only. */
function texts(signature: string, compute: (...texts: string[]) => Scalar): Definition {
  return scalarFunction(signature, (args, { host }) => compute(...args.map((arg) => toText(arg ?? null, host))));
}

function find(needle: string, text: string, { from, fold }: { from: number; fold: boolean }): Scalar {
  if (from < 1 || from > text.length + 1) return VALUE;
  const position = fold ? search(needle, text, from - 1) : text.indexOf(needle, from - 1);
  return position < 0 ? VALUE : position + 1;
}

function search(needle: string, text: string, from: number): number {
  const pattern = wildcardPattern(needle);
  if (!pattern) return text.toLowerCase().indexOf(needle.toLowerCase(), from);
  const found = new RegExp(pattern.source.slice(1, -1), "gi");
  found.lastIndex = from;
  return found.exec(text)?.index ?? -1;
}

function finder(fold: boolean): Definition {
  return scalarFunction("sss?", ([needle = null, text = null, from = 1], { host }) => {
    const start = toNumber(from, host);
    if (typeof start !== "number") return start;
    return find(toText(needle, host), toText(text, host), { from: Math.trunc(start), fold });
  });
}

function substitute(
  [text = null, old = null, fresh = null, occurrence]: (Scalar | undefined)[],
  { host }: Frame,
): Scalar {
  const [whole, from, to] = [text, old, fresh].map((value) => toText(value, host)) as [string, string, string];
  if (from === "") return whole;
  if (occurrence === undefined || occurrence === null) return whole.replaceAll(from, () => to);
  const wanted = toNumber(occurrence, host);
  if (typeof wanted !== "number") return wanted;
  let at = -1;
  for (let count = 0; count < Math.trunc(wanted); count++) {
    at = whole.indexOf(from, at + 1);
    if (at < 0) return whole;
  }
  return at < 0 ? VALUE : whole.slice(0, at) + to + whole.slice(at + from.length);
}

/** All values of arguments and ranges as texts, or the first error. */
function textsOf(args: Argument[], { host }: Frame, skipEmpty = false): string[] | CellError {
  const found: string[] = [];
  for (const arg of args) {
    if (arg === undefined) continue;
    for (const value of isCells(arg) ? eachCell(arg) : [arg]) {
      if (value instanceof CellError) return value;
      const text = toText(value, host);
      if (!skipEmpty || text !== "") found.push(text);
    }
  }
  return found;
}

function join(
  delimiter: Argument,
  parts: Argument[],
  { frame, skipEmpty }: { frame: Frame; skipEmpty: boolean },
): Scalar {
  const found = textsOf(parts, frame, skipEmpty);
  if (found instanceof CellError) return found;
  return found.join(
    isCells(delimiter) ? toText(delimiter.at(0, 0), frame.host) : toText(delimiter ?? null, frame.host),
  );
}

/** Pieces that read as numbers become numbers, as if typed. */
function split(
  [text = null, delimiter = null, each = true, dropEmpty = true]: (Scalar | undefined)[],
  { host }: Frame,
): Value {
  const whole = toText(text, host);
  const marks = toText(delimiter, host);
  if (whole === "" || marks === "") return VALUE;
  const escaped = (mark: string) => mark.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const pattern = toBoolean(each) === true ? new RegExp(`[${escaped(marks)}]`, "u") : new RegExp(escaped(marks));
  const pieces = whole.split(pattern).filter((piece) => piece !== "" || toBoolean(dropEmpty) !== true);
  const values = pieces.map((piece) => parseValue(piece, host)?.value ?? piece);
  return values.length === 0 ? "" : new ArrayCells(1, values.length, values);
}

function formatted([value = null, pattern = null]: (Scalar | undefined)[], { host }: Frame): Scalar {
  const format = toText(pattern, host);
  const parsed = typeof value === "string" ? (parseValue(value, host)?.value ?? value) : value;
  if (parsed instanceof CellError) return parsed;
  return format === "" ? "" : formatValue(parsed ?? 0, format, host.locale);
}

function numberIn([value = null]: (Scalar | undefined)[], { host }: Frame): Scalar {
  if (typeof value === "boolean") return VALUE;
  return toNumber(value, host);
}

function proper(text: string): string {
  return text.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

export const text: Record<string, Definition> = {
  TEXT: scalarFunction("ss", formatted),
  VALUE: scalarFunction("s", numberIn),
  CONCATENATE: cellsFunction("c*", (args, frame) => join("", args, { frame, skipEmpty: false })),
  CONCAT: texts("ss", (left = "", right = "") => left + right),
  JOIN: cellsFunction("sc*", ([delimiter, ...parts], frame) => join(delimiter, parts, { frame, skipEmpty: false })),
  TEXTJOIN: cellsFunction("ssc*", ([delimiter, skip, ...parts], frame) => {
    return join(delimiter, parts, { frame, skipEmpty: toBoolean((skip ?? null) as Scalar) === true });
  }),
  SPLIT: scalarFunction("sss?s?", split),
  LEFT: textAndNumbers("ss?", (whole, count = 1) => (count < 0 ? VALUE : whole.slice(0, count))),
  RIGHT: textAndNumbers("ss?", (whole, count = 1) =>
    count < 0 ? VALUE : whole.slice(Math.max(0, whole.length - count)),
  ),
  MID: textAndNumbers("sss", (whole, from = 1, count = 0) =>
    from < 1 || count < 0 ? NUMBER : whole.slice(from - 1, from - 1 + count),
  ),
  LEN: texts("s", (whole = "") => whole.length),
  TRIM: texts("s", (whole = "") => whole.replace(/ +/g, " ").replace(/^ | $/g, "")),
  CLEAN: texts("s", (whole = "") => [...whole].filter((character) => character >= " ").join("")),
  UPPER: texts("s", (whole = "") => whole.toUpperCase()),
  LOWER: texts("s", (whole = "") => whole.toLowerCase()),
  PROPER: texts("s", (whole = "") => proper(whole)),
  SUBSTITUTE: scalarFunction("ssss?", substitute),
  REPLACE: scalarFunction("ssss", ([whole = null, from = null, count = null, fresh = null], { host }) => {
    const [start, length] = [toNumber(from, host), toNumber(count, host)];
    if (typeof start !== "number") return start;
    if (typeof length !== "number") return length;
    const old = toText(whole, host);
    if (start < 1 || length < 0) return VALUE;
    return old.slice(0, start - 1) + toText(fresh, host) + old.slice(start - 1 + length);
  }),
  FIND: finder(false),
  SEARCH: finder(true),
  REPT: textAndNumbers("ss", (whole, count = 0) => (count < 0 ? VALUE : whole.repeat(count))),
  EXACT: texts("ss", (left, right) => left === right),
  CHAR: textAndNumbers("s", (code) => characterOf(Number(code))),
  UNICHAR: textAndNumbers("s", (code) => characterOf(Number(code))),
  CODE: texts("s", (whole = "") => whole.codePointAt(0) ?? VALUE),
  UNICODE: texts("s", (whole = "") => whole.codePointAt(0) ?? VALUE),
  TO_TEXT: scalarFunction("s", ([value = null], { host }) => toText(value, host)),
};

function characterOf(code: number): Scalar {
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : NUMBER;
}
