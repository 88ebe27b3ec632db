import { epochOf, serialOf } from "../values/serial.ts";
import type { Book } from "../spreadsheet/model/book.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import { overlap } from "../spreadsheet/model/rect.ts";
import type { ConditionalFormat, GradientPoint } from "../spreadsheet/model/sheet-parts.ts";
import type { Validation } from "../spreadsheet/model/validation.ts";
import { placedText, readBlock } from "./blocks.ts";
import type { Block, FileCondition, FileGradient, FileValidation } from "./book-file.ts";

type Values = FileValidation["values"];

const isDated = (criteria: string): boolean => criteria.startsWith("DATE_") && !criteria.endsWith("_RELATIVE");

/** Files hold the dates of rules as serials, the model as instants of the book's zone. */
function valuesOfFile(
  { criteria, values }: { criteria: string; values: Values },
  book: Book,
): { values: Values; dates?: boolean } {
  if (!isDated(criteria) || values.length === 0) return { values: [...values] };
  return {
    values: values.map((value) => (typeof value === "number" ? epochOf(value, book.timeZone) : value)),
    dates: true,
  };
}

function valuesOfModel({ values, dates }: { values: Values; dates?: boolean }, book: Book): Values {
  return values.map((value) => (dates && typeof value === "number" ? serialOf(value, book.timeZone) : value));
}

/** The blocks as far as the grid reaches. */
export function blocksWithin(blocks: Block[], grid: Grid): Block[] {
  return blocks.flatMap((block) => overlap(block, grid.whole) ?? []);
}

/** Sets a file's validation on the cells of a grid; one whose source is gone is left out. */
export function setValidation(grid: Grid, file: FileValidation): void {
  const { book } = grid;
  const [first] = file.blocks;
  const source = file.source === undefined ? undefined : sourceOf(file.source, grid);
  if (!first || (file.source !== undefined && !source)) return;
  const rule = book.addValidation({
    criteria: file.criteria,
    ...valuesOfFile(file, book),
    ...(source ? { source } : {}),
    showDropdown: file.showDropdown ?? true,
    allowInvalid: file.allowInvalid,
    ...(file.help === undefined ? {} : { help: file.help }),
    anchor: { gridId: grid.id, row: first.top, column: first.left },
  });
  for (const block of blocksWithin(file.blocks, grid))
    grid.changeLook(block, (look) => ({ ...look, validation: rule }));
}

function sourceOf(text: string, grid: Grid): Validation["source"] {
  const found = readBlock(text.replace(/^=/, ""));
  const target = found?.sheet === undefined ? grid : grid.book.gridNamed(found.sheet);
  const rect = found && target && overlap(found.block, target.whole);
  return rect && target ? { gridId: target.id, rect } : undefined;
}

/** A rule of the model for these cells, as a file holds it. */
export function fileOfValidation(rule: Validation, blocks: Block[], book: Book): FileValidation {
  const sheet = rule.source && book.findGrid(rule.source.gridId);
  return {
    blocks,
    criteria: rule.criteria,
    values: valuesOfModel(rule, book),
    ...(sheet && rule.source ? { source: placedText(sheet.name, rule.source.rect) } : {}),
    ...(rule.showDropdown === false ? { showDropdown: false } : {}),
    allowInvalid: rule.allowInvalid,
    ...(rule.help === undefined ? {} : { help: rule.help }),
  };
}

export function conditionOfFile(file: FileCondition | FileGradient, grid: Grid): ConditionalFormat {
  const rects = blocksWithin(file.blocks, grid);
  if ("points" in file) return { rects, gradient: gradientOf(file) };
  return { rects, boolean: { criteria: file.criteria, ...valuesOfFile(file, grid.book), ...file.look } };
}

function gradientOf({ points }: FileGradient): NonNullable<ConditionalFormat["gradient"]> {
  const kept = points.map(({ color, type, value }): GradientPoint => {
    return { color, value: value ?? "", ...(type === "MIN" || type === "MAX" ? {} : { type }) };
  });
  const [min, mid, max] = kept.length > 2 ? kept : [kept[0], undefined, kept[1]];
  return { ...(min ? { min } : {}), ...(mid ? { mid } : {}), ...(max ? { max } : {}) };
}

export function fileOfCondition(
  { rects, boolean, gradient }: ConditionalFormat,
  book: Book,
): FileCondition | FileGradient {
  const blocks = rects.map((rect) => ({ ...rect }));
  if (!boolean) return { blocks, points: pointsOf(gradient ?? {}) };
  const { background, fontColor, bold, italic, strikethrough, underline } = boolean;
  const look: FileCondition["look"] = {
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(strikethrough ? { strikethrough } : {}),
    ...(underline ? { underline } : {}),
  };
  return { blocks, criteria: boolean.criteria, values: valuesOfModel(boolean, book), look };
}

function pointsOf({ min, mid, max }: NonNullable<ConditionalFormat["gradient"]>): FileGradient["points"] {
  const point = ({ color, type, value }: GradientPoint, open: "MIN" | "MAX" | "NUMBER") => ({
    color,
    type: (type as FileGradient["points"][number]["type"] | undefined) ?? open,
    ...(value === "" ? {} : { value }),
  });
  return [
    ...(min ? [point(min, "MIN")] : []),
    ...(mid ? [point(mid, "NUMBER")] : []),
    ...(max ? [point(max, "MAX")] : []),
  ];
}
