/** One piece of a compiled number format. */
export type Token =
  | { kind: "literal"; text: string }
  | { kind: "digits"; text: string }
  | { kind: "percent" }
  | { kind: "exponent"; digits: number; plus: boolean }
  | { kind: "date"; letters: string }
  | { kind: "elapsed"; unit: "h" | "m" | "s"; width: number }
  | { kind: "subsecond"; width: number }
  | { kind: "half"; short: boolean }
  | { kind: "text" }
  | { kind: "general" };

export interface Section {
  tokens: Token[];
  isDate: boolean;
  condition?: { operator: string; limit: number };
}

const LEX =
  /"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(general)|(am\/pm|a\/p)|(e[+-]0+)|((?:[#0?]|,(?=[#0?,.]|$|[^#0?])|\.(?=[#0?]))+)|(\.0+)|(y+|m+|d+|h+|s+)|(%)|(@)|(;)|([\s\S])/giy;
const COLOUR = /^(?:black|white|red|green|blue|yellow|magenta|cyan|color\s?\d+)$/i;
const compiled = new Map<string, Section[]>();

/** Compiles a Sheets number format into its sections (positive; negative; zero; text); results are kept. */
export function sectionsOf(pattern: string): Section[] {
  let sections = compiled.get(pattern);
  if (!sections) {
    sections = compile(pattern);
    compiled.set(pattern, sections);
  }
  return sections;
}

/** Whether numbers under this format are dates, times or durations, so that getValues answers a Date. */
export function isDateFormat(pattern: string): boolean {
  return pattern !== "" && (sectionsOf(pattern)[0]?.isDate ?? false);
}

function compile(pattern: string): Section[] {
  const sections: Section[] = [{ tokens: [], isDate: false }];
  LEX.lastIndex = 0;
  for (let found = LEX.exec(pattern); found; found = LEX.exec(pattern)) {
    const section = sections[sections.length - 1];
    if (!section) break;
    if (found[14]) sections.push({ tokens: [], isDate: false });
    else if (found[5] !== undefined) bracket(found[5], section);
    else section.tokens.push(...plain(found, section));
  }
  for (const section of sections) settle(section);
  return sections;
}

function plain(found: RegExpExecArray, section: Section): Token[] {
  const [, quoted, escaped, width, fill, , general, half, exponent, digits, subsecond, letters, percent, at, , other] =
    found;
  if (fill !== undefined) return [];
  if (width !== undefined) return [{ kind: "literal", text: " " }];
  if (general) return [{ kind: "general" }];
  if (half) return [{ kind: "half", short: half.length === 3 }];
  if (exponent) return [{ kind: "exponent", digits: exponent.length - 2, plus: exponent[1] === "+" }];
  if (letters) return [{ kind: "date", letters }];
  if (percent) return [{ kind: "percent" }];
  if (at) return [{ kind: "text" }];
  const fraction = subsecond ?? (digits && /^\.0+$/.test(digits) ? digits : undefined);
  if (fraction && hasSeconds(section)) return [{ kind: "subsecond", width: fraction.length - 1 }];
  if (digits ?? subsecond) return [{ kind: "digits", text: digits ?? subsecond ?? "" }];
  return [{ kind: "literal", text: quoted ?? escaped ?? other ?? "" }];
}

function hasSeconds({ tokens }: Section): boolean {
  const last = tokens[tokens.length - 1];
  return (last?.kind === "date" && /^s/i.test(last.letters)) || (last?.kind === "elapsed" && last.unit === "s");
}

function bracket(inside: string, section: Section): void {
  const elapsed = /^(h+|m+|s+)$/i.exec(inside)?.[1];
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(inside);
  const symbol = /^\$([^-]*)/.exec(inside)?.[1];
  if (elapsed)
    section.tokens.push({ kind: "elapsed", unit: elapsed.charAt(0).toLowerCase() as "h", width: elapsed.length });
  else if (condition) section.condition = { operator: condition[1] ?? "", limit: Number(condition[2]) };
  else if (symbol) section.tokens.push({ kind: "literal", text: symbol });
  else if (symbol === undefined && !COLOUR.test(inside)) section.tokens.push({ kind: "literal", text: `[${inside}]` });
}

/** Decides date or number, and which m are minutes: after an hour, or before a second. */
function settle(section: Section): void {
  const { tokens } = section;
  section.isDate = tokens.some(({ kind }) => kind === "date" || kind === "elapsed" || kind === "half");
  if (!section.isDate) return;
  const clock = tokens.filter((token) => token.kind === "date" || token.kind === "elapsed");
  clock.forEach((token, index) => {
    if (token.kind !== "date" || !/^m{1,2}$/i.test(token.letters)) return;
    const minutes = unitOf(clock[index - 1]) === "h" || unitOf(clock[index + 1]) === "s";
    token.letters = minutes ? token.letters.toLowerCase() : token.letters.toUpperCase();
  });
  section.tokens = tokens.map((token) => (token.kind === "digits" ? { kind: "literal", text: token.text } : token));
}

function unitOf(token: Token | undefined): string {
  if (token?.kind === "date") return token.letters.charAt(0).toLowerCase();
  return token?.kind === "elapsed" ? token.unit : "";
}
