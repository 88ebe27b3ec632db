import { shiftFormula } from "../../formulas/shift.ts";
import type { BookFile, FileValidation, SheetFile } from "../book-file.ts";
import type { FileChart } from "../chart-file.ts";

const LONGEST = 31;
/** Excel keeps this name for its own tracking of changes. */
const RESERVED = "history";

/** The book with such names of sheets as Excel takes; formulas and references follow. */
export function withExcelNames(book: BookFile): BookFile {
  const names = excelNames(book.sheets.map(({ name }) => name));
  const changed = [...names].filter(([from, to]) => from !== to);
  if (changed.length === 0) return book;
  const rewritten = (formula: string): string =>
    changed.reduce((text, [sheet, to]) => shiftFormula(text, "", { kind: "renameSheet", sheet, to }), formula);
  const nameOf = (name: string): string => names.get(name) ?? name;
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({ ...renamed(sheet, rewritten), name: nameOf(sheet.name) })),
    namedAreas: book.namedAreas.map((area) => ({ ...area, sheet: nameOf(area.sheet) })),
  };
}

type Rewrite = (formula: string) => string;

function renamed(sheet: SheetFile, rewritten: Rewrite): SheetFile {
  return {
    ...sheet,
    formulas: sheet.formulas.map((formula) => ({ ...formula, text: rewritten(formula.text) })),
    validations: sheet.validations.map((rule) => renamedRule(rule, rewritten)),
    conditions: sheet.conditions.map((condition) =>
      "values" in condition ? { ...condition, values: ofFormulas(condition.values, rewritten) } : condition,
    ),
    charts: sheet.charts.map((chart) => renamedChart(chart, rewritten)),
  };
}

function renamedRule({ source, values, ...rule }: FileValidation, rewritten: Rewrite): FileValidation {
  const from = source === undefined ? {} : { source: reference(source, rewritten) };
  return { ...rule, ...from, values: ofFormulas(values, rewritten) };
}

function renamedChart(chart: FileChart, rewritten: Rewrite): FileChart {
  const series = chart.series.map(({ values, categories, ...rest }) => ({
    ...rest,
    values: reference(values, rewritten),
    ...(categories !== undefined && { categories: reference(categories, rewritten) }),
  }));
  return { ...chart, series };
}

const reference = (text: string, rewritten: Rewrite): string => rewritten(`=${text}`).slice(1);

function ofFormulas<T>(values: T[], rewritten: Rewrite): T[] {
  return values.map((value) =>
    typeof value === "string" && value.startsWith("=") ? (rewritten(value) as typeof value) : value,
  );
}

/** For each name one that Excel takes, and no two alike: without []:*?/\, of at most 31 characters, and not its own "History". */
function excelNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const legal = new Map<string, string>();
  for (const name of [...names.filter(isLegal), ...names.filter((one) => !isLegal(one))]) {
    const wanted = isLegal(name) ? name : mended(name);
    let free = wanted;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${wanted.slice(0, LONGEST - 4)} ${n}`;
    taken.add(free.toLowerCase());
    legal.set(name, free);
  }
  return legal;
}

const isLegal = (name: string): boolean => mended(name) === name;

function mended(name: string): string {
  const plain = name
    .replace(/[[\]:*?/\\]/g, "_")
    .replace(/^'|'$/g, "_")
    .slice(0, LONGEST);
  return plain.toLowerCase() === RESERVED ? `${plain}_` : plain;
}
