import type { EnumValue } from "../core/service-object.ts";
import { type Color, colorOf, colorText } from "./color.ts";
import { constant } from "./constants.ts";
import { ConditionalFormatRule } from "./conditional-format-rule.ts";
import { fitColumns, fitRows } from "./model/auto-size.ts";
import { isRowHiddenByFilter } from "./model/filtering.ts";
import type { Grid } from "./model/grid.ts";
import type { LookChange } from "./model/look.ts";
import { SheetProblem } from "./model/problem.ts";
import { changeExistingLooks, clearContents, clearNotes, withNumberFormatOnly, withoutFormat } from "./model/region.ts";
import type { Sheet } from "./sheet.ts";
import { SheetRows } from "./sheet-rows.ts";

const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 21;
const whole = (grid: Grid) => grid.whole;

/** How a sheet as a whole looks: frozen parts, sizes, colours, clearing, conditional formats. */
export class SheetSettings extends SheetRows {
  clear(options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): Sheet {
    const { contentsOnly = false, formatOnly = false } = options;
    const both = contentsOnly === formatOnly;
    return this.writing(whole, (grid) => {
      if (both || contentsOnly) clearContents(grid, grid.whole);
      if (both || formatOnly) clearAllFormats(grid, both ? withoutFormat : withNumberFormatOnly);
    });
  }
  clearContents(): Sheet {
    return this.writing(whole, (grid) => clearContents(grid, grid.whole));
  }
  clearFormats(): Sheet {
    return this.writing(whole, (grid) => clearAllFormats(grid, withNumberFormatOnly));
  }
  clearNotes(): Sheet {
    return this.writing(whole, (grid) => clearNotes(grid, grid.whole));
  }

  getFrozenRows(): number {
    return this.reading().parts.frozenRows;
  }
  getFrozenColumns(): number {
    return this.reading().parts.frozenColumns;
  }
  setFrozenRows(rows: number): void {
    this.setting((grid) => {
      if (rows >= grid.maxRows) throw new SheetProblem("You can't freeze all visible rows on the sheet.");
      grid.parts.frozenRows = Math.max(0, Math.trunc(rows));
    });
  }
  setFrozenColumns(columns: number): void {
    this.setting((grid) => {
      if (columns >= grid.maxColumns) throw new SheetProblem("You can't freeze all visible columns on the sheet.");
      grid.parts.frozenColumns = Math.max(0, Math.trunc(columns));
    });
  }

  getTabColor(): string | null {
    return this.reading().parts.tabColor ?? null;
  }
  getTabColorObject(): Color | null {
    return colorOf(this.run, this.getTabColor());
  }
  setTabColorObject(color: Color | null): Sheet {
    return this.setTabColor(color);
  }
  setTabColor(color: string | Color | null): Sheet {
    const css = colorText(color);
    return this.setting(({ parts }) => {
      if (css) parts.tabColor = css;
      else if (css === null) delete parts.tabColor;
    });
  }
  hasHiddenGridlines(): boolean {
    return this.reading().parts.hiddenGridlines;
  }
  setHiddenGridlines(hide: boolean): Sheet {
    return this.setting(({ parts }) => void (parts.hiddenGridlines = hide));
  }
  isRightToLeft(): boolean {
    return this.reading().parts.rightToLeft;
  }
  setRightToLeft(isOn: boolean): Sheet {
    return this.setting(({ parts }) => void (parts.rightToLeft = isOn));
  }

  getColumnWidth(position: number): number {
    return this.reading().columns[position - 1]?.width ?? DEFAULT_WIDTH;
  }
  setColumnWidth(position: number, width: number): Sheet {
    return this.setColumnWidths(position, 1, width);
  }
  setColumnWidths(start: number, numColumns: number, width: number): Sheet {
    return this.setting((grid) => {
      for (let c = start - 1; c < start - 1 + numColumns; c++) grid.columns[c] = { ...grid.columns[c], width };
    });
  }
  getRowHeight(position: number): number {
    return this.reading().extras[position - 1]?.height ?? DEFAULT_HEIGHT;
  }
  setRowHeight(position: number, height: number): Sheet {
    return this.setRowHeights(position, 1, height);
  }
  setRowHeights(start: number, numRows: number, height: number): Sheet {
    return this.setRowHeightsForced(start, numRows, Math.max(DEFAULT_HEIGHT, height));
  }
  setRowHeightsForced(start: number, numRows: number, height: number): Sheet {
    return this.setting((grid) => {
      for (let r = start - 1; r < start - 1 + numRows; r++) grid.extraOf(r).height = height;
    });
  }
  autoResizeColumn(position: number): Sheet {
    return this.autoResizeColumns(position, 1);
  }
  autoResizeColumns(start: number, numColumns: number): Sheet {
    return this.setting((grid) => fitColumns(grid, start - 1, numColumns));
  }
  autoResizeRows(start: number, numRows: number): Sheet {
    return this.setting((grid) => fitRows(grid, start - 1, numRows));
  }

  isRowHiddenByFilter(rowPosition: number): boolean {
    return isRowHiddenByFilter(this.reading(), rowPosition - 1);
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const grid = this.reading();
    return grid.parts.conditionalFormats.map((model) => ConditionalFormatRule.of(this.run, grid, model));
  }
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    for (const rule of rules) rule.assertOn(this.grid);
    const kept = rules.map((rule) => rule.kept);
    this.setting((grid) => {
      grid.parts.conditionalFormats = kept;
    });
  }
  clearConditionalFormatRules(): void {
    this.setting((grid) => {
      grid.parts.conditionalFormats = [];
    });
  }

  isSheetHidden(): boolean {
    return this.reading().parts.hidden;
  }
  showSheet(): Sheet {
    return this.setting(({ parts }) => void (parts.hidden = false));
  }
  hideSheet(): Sheet {
    return this.setting((grid) => {
      const visible = grid.book.grids.filter((one) => one !== grid && !one.parts.hidden);
      if (visible.length === 0) throw new SheetProblem("You can't hide all the sheets in a document.");
      grid.parts.hidden = true;
    });
  }
  getType(): EnumValue {
    return constant("SheetType", "GRID");
  }
}

function clearAllFormats(grid: Grid, change: LookChange): void {
  changeExistingLooks(grid, grid.whole, change);
  grid.parts.conditionalFormats = [];
  grid.parts.bandings = [];
}
