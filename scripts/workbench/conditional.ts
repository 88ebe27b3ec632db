import { conditionHolds } from "../../test/emulator/spreadsheet/model/condition.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { holds, type Rect } from "../../test/emulator/spreadsheet/model/rect.ts";
import type { BooleanRule } from "../../test/emulator/spreadsheet/model/sheet-parts.ts";
import type { CellStyle } from "./protocol.ts";

export type Conditions = (row: number, column: number) => CellStyle;

interface Rule {
  rects: Rect[];
  rule: BooleanRule;
  style: CellStyle;
  /** Results by row, where a custom formula names its columns absolutely and so says the same across the row. */
  byRow: Map<number, boolean> | undefined;
}

const NONE: CellStyle = {};

/** What a sheet's conditional formats add to a cell; of several that hold, the first decides each property. */
export function conditionsOf(grid: Grid): Conditions {
  const rules = grid.parts.conditionalFormats.flatMap(({ rects, boolean }): Rule[] =>
    boolean
      ? [
          {
            rects,
            rule: boolean,
            style: styleOf(boolean),
            byRow: isPerRow(boolean) ? new Map<number, boolean>() : undefined,
          },
        ]
      : [],
  );
  if (rules.length === 0) return () => NONE;
  return (row, column) => {
    let style = NONE;
    for (const rule of rules) {
      const rect = rule.rects.find((one) => holds(one, row, column));
      if (rect && holdsFor(grid, rule, { row, column })) style = { ...rule.style, ...style };
    }
    return style;
  };
}

function styleOf(rule: BooleanRule): CellStyle {
  return {
    ...(rule.background ? { background: rule.background } : {}),
    ...(rule.fontColor ? { color: rule.fontColor } : {}),
    ...(rule.bold ? { bold: true } : {}),
    ...(rule.italic ? { italic: true } : {}),
    ...(rule.strikethrough ? { strike: true } : {}),
    ...(rule.underline ? { underline: true } : {}),
  };
}

function isPerRow({ criteria, values }: BooleanRule): boolean {
  const formula = String(values[0]).replace(/"[^"]*"/g, "");
  return criteria === "CUSTOM_FORMULA" && !/(?<![$A-Za-z])[A-Za-z]{1,3}\$?\d|COLUMN\(|INDIRECT|OFFSET/i.test(formula);
}

function holdsFor(grid: Grid, { rects, rule, byRow }: Rule, at: { row: number; column: number }): boolean {
  const known = byRow?.get(at.row);
  if (known !== undefined) return known;
  const first = rects[0]!;
  const result = conditionHolds(rule, { grid, ...at }, { row: first.top, column: first.left });
  byRow?.set(at.row, result);
  return result;
}
