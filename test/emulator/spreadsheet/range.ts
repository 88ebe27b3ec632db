import type { EnumValue } from "../core/service-object.ts";
import type { Kind } from "../core/kinds.ts";
import { tableOfChart } from "../charts/range-table.ts";
import { DataTable } from "../services/charts/data-table.ts";
import { Banding } from "./banding.ts";
import { addMetadata, metadataOn, type DeveloperMetadata } from "./developer-metadata.ts";
import { DeveloperMetadataFinder } from "./developer-metadata-finder.ts";
import { Filter } from "./filter.ts";
import { addBanding } from "./model/bandings.ts";
import { targetOfRange } from "./model/metadata.ts";
import { intersects } from "./model/rect.ts";
import { mayEdit } from "./model/write.ts";
import { Protection } from "./protection.ts";
import { RangeMoves } from "./range-moves.ts";
import { RANGE_KINDS } from "./range-kinds.ts";
import { RichTextValue, TextStyle } from "./rich-text.ts";
import { richTextAt, textStyleAt, writeRichText, writeTextStyle } from "./rich-cells.ts";
import { selectionOf } from "./selected.ts";
import { TextFinder } from "./text-finder.ts";

/** A block of cells of one sheet. Its methods are spread over the classes it extends, by what they are about. */
export class Range extends RangeMoves {
  static readonly googleName = "SpreadsheetApp.Range";
  static readonly kinds: Record<string, Kind> = RANGE_KINDS;
  /** Edit events read these without a service call. */
  static readonly fields = ["rowStart", "rowEnd", "columnStart", "columnEnd"];
  static readonly lenient = { setDataValidations: [0] };
  /** Names from before 2014, which Google still serves. */
  static readonly extras = [
    ...["getBackgroundColor", "getBackgroundColors", "setBackgroundColor", "setBackgroundColors"],
    "getColumnIndex",
  ];

  activate(): this {
    selectionOf(this.run, this.grid.book).select(this.grid, [this.rect]);
    return this;
  }
  activateAsCurrentCell(): this {
    selectionOf(this.run, this.grid.book).moveTo(this.grid, this.rect);
    return this;
  }

  canEdit(): boolean {
    const rect = this.reading(1);
    const { book, parts } = this.grid;
    const user = this.run.effectiveUser;
    const blocked = parts.protections.some((area) => {
      if (mayEdit(this.grid, area, user)) return false;
      return area.kind === "SHEET" || (area.rect !== undefined && intersects(area.rect, rect));
    });
    return book.mayEdit(user) && !blocked;
  }
  protect(): Protection {
    this.run.flush();
    return Protection.add(this.run, this.grid, this.checked());
  }

  createFilter(): Filter {
    this.run.flush();
    return Filter.create(this.run, this.grid, this.checked());
  }
  getFilter(): Filter | null {
    this.reading(0);
    return this.grid.parts.filter ? new Filter(this.run, this.grid) : null;
  }

  createTextFinder(text: string): TextFinder {
    return new TextFinder(this.run, [{ grid: this.grid, rect: () => this.rect }], text);
  }

  applyRowBanding(theme?: EnumValue, showHeader?: boolean, showFooter?: boolean): Banding {
    return this.band(false, { theme, showHeader, showFooter });
  }
  applyColumnBanding(theme?: EnumValue, showHeader?: boolean, showFooter?: boolean): Banding {
    return this.band(true, { theme, showHeader, showFooter });
  }
  private band(
    byColumns: boolean,
    {
      theme,
      showHeader,
      showFooter,
    }: Record<"showHeader" | "showFooter", boolean | undefined> & { theme: EnumValue | undefined },
  ): Banding {
    return this.changing((rect, grid) => {
      const shown = { header: showHeader ?? true, footer: showFooter ?? false };
      const area = addBanding(grid, rect, { byColumns, theme: theme?.name ?? "LIGHT_GREY", ...shown });
      return new Banding(this.run, grid, area);
    });
  }
  getBandings(): Banding[] {
    const rect = this.reading(0);
    const met = this.grid.parts.bandings.filter((area) => intersects(area.rect, rect));
    return met.map((area) => new Banding(this.run, this.grid, area));
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): this {
    const target = targetOfRange(this.grid, this.rect);
    addMetadata(this.run, this.grid.book, target, [key, ...rest]);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    this.reading(0);
    return metadataOn(this.run, this.grid.book, targetOfRange(this.grid, this.rect));
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.run, this.grid.book, { grid: this.grid, rect: this.rect });
  }

  getRichTextValue(): RichTextValue | null {
    return this.first((r, c) => richTextAt(this.run, this.grid, r, c));
  }
  getRichTextValues(): (RichTextValue | null)[][] {
    return this.collect((r, c) => richTextAt(this.run, this.grid, r, c));
  }
  setRichTextValue(value: RichTextValue): this {
    return this.setRichTextValues(
      Array.from({ length: this.rect.rows }, () => Array<RichTextValue>(this.rect.columns).fill(value)),
    );
  }
  setRichTextValues(values: RichTextValue[][]): this {
    this.checkForm(values);
    this.writing((rect, grid) => writeRichText(grid, rect, values));
    return this;
  }
  getTextStyle(): TextStyle {
    return this.first((r, c) => textStyleAt(this.run, this.grid, r, c));
  }
  getTextStyles(): TextStyle[][] {
    return this.collect((r, c) => textStyleAt(this.run, this.grid, r, c));
  }
  setTextStyle(style: TextStyle): this {
    this.writing((rect, grid) => writeTextStyle(grid, rect, () => style));
    return this;
  }
  setTextStyles(styles: TextStyle[][]): this {
    this.checkForm(styles);
    this.writing((rect, grid) => writeTextStyle(grid, rect, (r, c) => styles[r - rect.top]?.[c - rect.left]));
    return this;
  }

  /** The cells as a chart of the Charts service takes them; without a header row the columns have no names. */
  getDataTable(firstRowIsHeader = false): DataTable {
    const ranges = [{ gridId: this.grid.id, rect: this.reading() }];
    const numHeaders = firstRowIsHeader ? 1 : 0;
    const like = { transposed: false, mergeStrategy: "MERGE_COLUMNS", hiddenDimensionStrategy: "SHOW_BOTH" };
    const { columns, locale } = tableOfChart(this.grid.book, { ranges, numHeaders, ...like });
    return new DataTable(this.run, columns, locale);
  }
}
