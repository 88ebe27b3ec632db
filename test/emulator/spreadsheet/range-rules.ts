import { DataValidation } from "./data-validation.ts";
import type { Grid } from "./model/grid.ts";
import type { Look } from "./model/look.ts";
import { mergeRects, mergesIn, unmerge } from "./model/merges.ts";
import { bottomOf, contains, type Rect } from "./model/rect.ts";
import { changeExistingLooks, clearContents, clearNotes, withNumberFormatOnly, withoutFormat } from "./model/region.ts";
import type { Validation } from "./model/validation.ts";
import { checkRulesAllowed } from "./model/tables.ts";
import { writeBlock } from "./model/write.ts";
import type { Range } from "./range.ts";
import { RangeRotation } from "./range-rotation.ts";
import { isRowHiddenByFilter } from "./model/filtering.ts";

/** What `clear` may be told. */
interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
  validationsOnly?: boolean;
  skipFilteredRows?: boolean;
}

const withRule =
  (rule: Validation | undefined) =>
  (look: Look): Look => {
    const { validation: _old, ...format } = look;
    return rule ? { ...format, validation: rule } : format;
  };

/** Notes, validation, merging and clearing. */
export class RangeRules extends RangeRotation {
  getNote(): string {
    return this.first((r, c) => this.grid.noteAt(r, c));
  }
  getNotes(): string[][] {
    return this.collect((r, c) => this.grid.noteAt(r, c));
  }
  setNote(note: string | null): Range {
    return this.writing(({ top, left, rows, columns }, grid) => {
      for (let r = top; r < top + rows; r++) for (let c = left; c < left + columns; c++) grid.setNote(r, c, note ?? "");
    });
  }
  setNotes(notes: (string | number | null)[][]): Range {
    this.checkForm(notes);
    return this.writing(({ top, left, rows, columns }, grid) => {
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) grid.setNote(top + r, left + c, noteText(notes[r]?.[c]));
      }
    });
  }
  clearNote(): Range {
    return this.writing((rect, grid) => clearNotes(grid, rect));
  }

  getDataValidation(): DataValidation | null {
    return this.first((r, c) => this.ruleAt(r, c));
  }
  getDataValidations(): (DataValidation | null)[][] {
    return this.collect((r, c) => this.ruleAt(r, c));
  }
  private ruleAt(row: number, column: number): DataValidation | null {
    const rule = this.grid.lookAt(row, column).validation;
    return rule ? DataValidation.of(this.run, this.grid.book, rule) : null;
  }
  setDataValidation(rule: DataValidation | null): Range {
    return this.ruling((rect, grid) => {
      const kept = rule?.keptIn(grid, { row: rect.top, column: rect.left });
      grid.changeLook(rect, withRule(kept));
    });
  }
  setDataValidations(rules: (DataValidation | null)[][]): Range {
    this.checkForm(rules);
    return this.ruling(({ top, left }, grid) => {
      const known = new Map<DataValidation, Validation>();
      rules.forEach((line, r) => {
        line.forEach((rule, c) => {
          const at = { row: top + r, column: left + c };
          const kept = rule ? (known.get(rule) ?? rule.keptIn(grid, at)) : undefined;
          if (rule && kept) known.set(rule, kept);
          grid.setLookId(at.row, at.column, grid.book.looks.idOf(withRule(kept)(grid.lookAt(at.row, at.column))));
        });
      });
    });
  }
  clearDataValidations(): Range {
    return this.ruling((rect, grid) => changeExistingLooks(grid, rect, withRule(undefined)));
  }
  private ruling(apply: (rect: Rect, grid: Grid) => void): Range {
    return this.writing((rect, grid) => {
      checkRulesAllowed(grid, rect);
      apply(rect, grid);
    });
  }

  insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): Range {
    const values = [checkedValue, uncheckedValue].filter((value) => value !== undefined) as (
      string | number | boolean
    )[];
    return this.ruling((rect, grid) => {
      const rule = grid.book.addValidation({ criteria: "CHECKBOX", values, allowInvalid: true });
      grid.changeLook(rect, withRule(rule));
      const off = values.length === 0 ? false : (values[1] ?? "");
      writeBlock(grid, rect, () => ({ value: off }));
    });
  }
  /** Takes the rule away, and the value where it is one of the checkbox's own. */
  removeCheckboxes(): Range {
    return this.writing((rect, grid) => {
      for (const { row, column } of cellsOf(rect)) {
        const values = this.checkboxValues(row, column);
        if (!values) continue;
        const value = grid.valueAt(row, column);
        if (value === values.on || value === values.off) grid.store(row, column, undefined);
        grid.setLookId(row, column, grid.book.looks.idOf(withRule(undefined)(grid.lookAt(row, column))));
      }
    });
  }

  clear(options: ClearOptions = {}): Range {
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options;
    const all = !contentsOnly && !formatOnly && !commentsOnly && !validationsOnly;
    return this.writing((rect, grid) => {
      for (const part of this.unfiltered(rect, options.skipFilteredRows === true)) {
        if (all || contentsOnly) clearContents(grid, part);
        if (all || formatOnly) changeExistingLooks(grid, part, all ? withoutFormat : withNumberFormatOnly);
        if (commentsOnly) clearNotes(grid, part);
        if (validationsOnly) checkRulesAllowed(grid, part);
        if (validationsOnly) changeExistingLooks(grid, part, withRule(undefined));
      }
      if (all || formatOnly) dropFormatRules(this.grid.parts, rect);
    });
  }
  private unfiltered(rect: Rect, skip: boolean): Rect[] {
    if (!skip) return [rect];
    const rows: Rect[] = [];
    for (let top = rect.top; top <= bottomOf(rect); top++) {
      if (!isRowHiddenByFilter(this.grid, top)) rows.push({ ...rect, top, rows: 1 });
    }
    return rows;
  }
  clearContent(): Range {
    return this.writing((rect, grid) => clearContents(grid, rect));
  }
  clearFormat(): Range {
    return this.writing((rect, grid) => {
      changeExistingLooks(grid, rect, withNumberFormatOnly);
      dropFormatRules(grid.parts, rect);
    });
  }

  merge(): Range {
    return this.merging((rect) => [rect]);
  }
  mergeAcross(): Range {
    return this.merging((rect) =>
      Array.from({ length: rect.rows }, (_, i) => ({ ...rect, top: rect.top + i, rows: 1 })),
    );
  }
  mergeVertically(): Range {
    return this.merging((rect) =>
      Array.from({ length: rect.columns }, (_, i) => ({ ...rect, left: rect.left + i, columns: 1 })),
    );
  }
  private merging(split: (rect: Rect) => Rect[]): Range {
    return this.writing((rect, grid) => mergeRects(grid, split(rect)));
  }
  breakApart(): Range {
    return this.writing((rect, grid) => unmerge(grid, rect));
  }
  isPartOfMerge(): boolean {
    return mergesIn(this.grid, this.reading(1)).length > 0;
  }
  getMergedRanges(): Range[] {
    return mergesIn(this.grid, this.reading(1)).map((rect) => this.at(rect));
  }
}

function* cellsOf(rect: Rect): Generator<{ row: number; column: number }> {
  for (let row = rect.top; row < rect.top + rect.rows; row++) {
    for (let column = rect.left; column < rect.left + rect.columns; column++) yield { row, column };
  }
}

/** Clearing formats takes conditional formats and bandings with it where they lie wholly inside. */
function dropFormatRules(parts: RangeRules["grid"]["parts"], rect: Rect): void {
  for (const rule of parts.conditionalFormats) rule.rects = rule.rects.filter((area) => !contains(rect, area));
  parts.conditionalFormats = parts.conditionalFormats.filter(({ rects }) => rects.length > 0);
  parts.bandings = parts.bandings.filter((band) => !contains(rect, band.rect));
}

/** Whole numbers become "1.0", as Java writes them (issuetracker 429373214). */
function noteText(note: string | number | null | undefined): string {
  return Number.isInteger(note) ? Number(note).toFixed(1) : String(note ?? "");
}
