import { CellError, NOT_AVAILABLE, REF, VALUE } from "../cell-error.ts";
import type { Definition } from "../definition.ts";
import { scalarFunction } from "../definition.ts";
import type { Scalar, Value } from "../values.ts";
import { ArrayCells } from "../values.ts";

const patterns = new Map<string, RegExp | CellError>();

/** An RE2 pattern as JavaScript's; leading flags such as (?i) are moved. A pattern that cannot be read is #REF!. */
function patternOf(source: string): RegExp | CellError {
  const known = patterns.get(source);
  if (known) return known;
  const made = compile(source);
  patterns.set(source, made);
  return made;
}

function compile(source: string): RegExp | CellError {
  const lead = /^\(\?([ims]+)\)/.exec(source);
  try {
    return new RegExp(source.slice(lead?.[0].length ?? 0).replaceAll("(?P<", "(?<"), `${lead?.[1] ?? ""}gu`);
  } catch {
    return REF;
  }
}

/** The functions take texts only: a number as text is #VALUE!. */
function regexFunction(
  signature: string,
  compute: (text: string, pattern: RegExp, fresh: string) => Value,
): Definition {
  return scalarFunction(signature, (args) => {
    const [text, source, fresh] = args.map((arg) => (arg === null || arg === undefined ? "" : arg));
    if (typeof text !== "string" || typeof source !== "string" || (fresh !== undefined && typeof fresh !== "string"))
      return VALUE;
    const pattern = patternOf(source);
    if (pattern instanceof CellError) return pattern;
    pattern.lastIndex = 0;
    return compute(text, pattern, fresh ?? "");
  });
}

function extract(text: string, pattern: RegExp): Value {
  const found = pattern.exec(text);
  if (!found) return NOT_AVAILABLE;
  const groups: Scalar[] = found.slice(1).map((group: string | undefined) => group ?? "");
  if (groups.length === 0) return found[0];
  return groups.length === 1 ? (groups[0] ?? "") : new ArrayCells(1, groups.length, groups);
}

export const regex: Record<string, Definition> = {
  REGEXMATCH: regexFunction("ss", (text, pattern) => pattern.test(text)),
  REGEXEXTRACT: regexFunction("ss", extract),
  REGEXREPLACE: regexFunction("sss", (text, pattern, fresh) => text.replace(pattern, fresh.replace(/\\(\d)/g, "$$$1"))),
};
