import { NotEmulated } from "../core/errors.ts";
import type { EnumValue } from "../core/service-object.ts";
import type { Kind } from "../core/kinds.ts";
import { Banding } from "./banding.ts";
import { addMetadata, type DeveloperMetadata, metadataOn } from "./developer-metadata.ts";
import { DeveloperMetadataFinder } from "./developer-metadata-finder.ts";
import { EmbeddedChart } from "./embedded-chart.ts";
import type { EmbeddedChartBuilder } from "./embedded-chart-builder.ts";
import { newChart } from "./embedded-chart-builders.ts";
import { Filter } from "./filter.ts";
import { addChart, dropChart, replaceChart } from "./model/charts.ts";
import { copyGrid, renameGrid } from "./model/sheets.ts";
import { NamedRange } from "./named-range.ts";
import { Protection } from "./protection.ts";
import type { Range } from "./range.ts";
import type { RangeList } from "./range-list.ts";
import { Selection } from "./selection.ts";
import { selectionOf } from "./selected.ts";
import { SHEET_KINDS } from "./sheet-kinds.ts";
import { SheetSettings } from "./sheet-settings.ts";
import { Spreadsheet } from "./spreadsheet.ts";
import { TextFinder } from "./text-finder.ts";

/** One tab. Its methods are spread over the classes it extends, by what they are about. */
export class Sheet extends SheetSettings {
  static readonly googleName = "SpreadsheetApp.Sheet";
  static readonly kinds: Record<string, Kind> = SHEET_KINDS;

  getName(): string {
    return this.grid.name;
  }
  getSheetName(): string {
    return this.grid.name;
  }
  getSheetId(): number {
    return this.grid.id;
  }
  getIndex(): number {
    return this.grid.book.grids.indexOf(this.grid) + 1;
  }
  getParent(): Spreadsheet {
    return new Spreadsheet(this.run, this.grid.book);
  }
  setName(name: string): this {
    this.run.flush();
    renameGrid(this.existing(), name);
    return this;
  }
  copyTo(spreadsheet: Spreadsheet): Sheet {
    this.run.flush();
    const grid = copyGrid(this.existing(), spreadsheet.book, { name: `Copy of ${this.grid.name}` });
    return new Sheet(this.run, grid);
  }
  getFormUrl(): string | null {
    return this.reading().parts.formUrl ?? null;
  }

  activate(): this {
    selectionOf(this.run, this.grid.book).show(this.grid);
    return this;
  }
  getSelection(): Selection {
    return new Selection(this.run, selectionOf(this.run, this.grid.book));
  }
  getActiveRange(): Range | null {
    return this.getSelection().getActiveRange();
  }
  getActiveCell(): Range | null {
    return this.getSelection().getCurrentCell();
  }
  getCurrentCell(): Range | null {
    return this.getSelection().getCurrentCell();
  }
  getActiveRangeList(): RangeList | null {
    return this.getSelection().getActiveRangeList();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveSelection(selected: Range | string): Range {
    return (typeof selected === "string" ? this.getRange(selected) : selected).activate();
  }
  setActiveRangeList(list: RangeList): RangeList {
    return list.activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }

  createTextFinder(text: string): TextFinder {
    const { grid } = this;
    return new TextFinder(this.run, [{ grid, rect: () => grid.whole }], text);
  }
  getFilter(): Filter | null {
    return this.reading().parts.filter ? new Filter(this.run, this.grid) : null;
  }
  getBandings(): Banding[] {
    return this.reading().parts.bandings.map((area) => new Banding(this.run, this.grid, area));
  }
  getNamedRanges(): NamedRange[] {
    const { book, id } = this.reading();
    return book.namedAreas.filter(({ gridId }) => gridId === id).map((area) => new NamedRange(this.run, book, area));
  }

  protect(): Protection {
    this.run.flush();
    return Protection.add(this.run, this.existing());
  }
  getProtections(type: EnumValue): Protection[] {
    const areas = this.reading().parts.protections.filter(({ kind }) => kind === type.name);
    return areas.map((area) => new Protection(this.run, this.grid, area));
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): this {
    addMetadata(this.run, this.grid.book, { kind: "SHEET", gridId: this.grid.id }, [key, ...rest]);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOn(this.run, this.reading().book, { kind: "SHEET", gridId: this.grid.id });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.run, this.grid.book, { grid: this.grid });
  }

  newChart(): EmbeddedChartBuilder {
    return newChart(this.run, this.grid.book);
  }
  getCharts(): EmbeddedChart[] {
    return this.reading().parts.charts.map(
      (model) => new EmbeddedChart(this.run, this.grid.book, structuredClone(model)),
    );
  }
  /** What the emulator cannot make, no sheet has. */
  getDrawings(): [] {
    return [];
  }
  getImages(): [] {
    return [];
  }
  getPivotTables(): [] {
    return [];
  }
  getSlicers(): [] {
    return [];
  }
  insertChart(chart: EmbeddedChart): void {
    this.run.flush();
    chart.model.id = addChart(this.existing(), chart.model);
    chart.warnOfIgnored();
  }
  updateChart(chart: EmbeddedChart): void {
    this.run.flush();
    if (!replaceChart(this.existing(), chart.model))
      throw new NotEmulated("Sheet.updateChart of a chart not in the sheet");
    chart.warnOfIgnored();
  }
  removeChart(chart: EmbeddedChart): void {
    this.run.flush();
    if (!dropChart(this.existing(), chart.model.id))
      throw new NotEmulated("Sheet.removeChart of a chart not in the sheet");
  }
}
