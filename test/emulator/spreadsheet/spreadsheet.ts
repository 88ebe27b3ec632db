import type { Kind } from "../core/kinds.ts";
import { type EnumValue } from "../core/service-object.ts";
import { Banding } from "./banding.ts";
import { showOldMenu, type OldMenuItem } from "../services/ui/old-menu.ts";
import { uiOf } from "../services/ui/ui.ts";
import { constant } from "./constants.ts";
import { addMetadata, type DeveloperMetadata, metadataOn } from "./developer-metadata.ts";
import { DeveloperMetadataFinder } from "./developer-metadata-finder.ts";
import { parseNotation } from "./model/a1.ts";
import { copyBook } from "./model/sheets.ts";
import { SheetProblem } from "./model/problem.ts";
import { checkAreaName, NamedRange } from "./named-range.ts";
import { Protection } from "./protection.ts";
import { Range } from "./range.ts";
import { RangeList } from "./range-list.ts";
import { SPREADSHEET_KINDS } from "./spreadsheet-kinds.ts";
import { SpreadsheetSheets } from "./spreadsheet-sheets.ts";
import { TextFinder } from "./text-finder.ts";

/** The file as a whole. Its methods are spread over the classes it extends, by what they are about. */
export class Spreadsheet extends SpreadsheetSheets {
  static readonly googleName = "SpreadsheetApp.Spreadsheet";
  static readonly kinds: Record<string, Kind> = SPREADSHEET_KINDS;

  getId(): string {
    return this.book.id;
  }
  getUrl(): string {
    return this.book.url;
  }
  getName(): string {
    return this.book.name;
  }
  rename(name: string): void {
    this.run.flush();
    this.book.name = name;
  }
  copy(name: string): Spreadsheet {
    this.run.flush();
    const { workspace } = this.run;
    const { locale, timeZone } = this.book;
    const copy = workspace.createSpreadsheet({ name, locale, timeZone, owner: this.run.effectiveUser });
    copyBook(this.book, copy);
    return new Spreadsheet(this.run, copy);
  }
  getSpreadsheetLocale(): string {
    return this.book.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.run.flush();
    this.book.locale = locale;
  }
  getSpreadsheetTimeZone(): string {
    return this.book.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    this.run.flush();
    this.book.timeZone = timeZone;
  }

  getRange(notation: string): Range {
    const area = parseNotation(notation);
    if (!area) return this.rangeNamed(notation);
    return this.getActiveSheet().ofNotation(area);
  }
  private rangeNamed(name: string): Range {
    const range = this.getRangeByName(name);
    if (!range) throw new SheetProblem("Range not found");
    return range;
  }
  getRangeList(notations: string[]): RangeList {
    return new RangeList(
      this.run,
      notations.map((notation) => this.getRange(notation)),
    );
  }
  getRangeByName(name: string): Range | null {
    const area = this.book.namedArea(name.slice(name.lastIndexOf("!") + 1));
    const grid = area && this.book.findGrid(area.gridId);
    return area && grid ? new Range(this.run, grid, area.rect) : null;
  }
  setNamedRange(name: string, range: Range): void {
    checkAreaName(name);
    this.run.flush();
    const known = this.book.namedArea(name);
    const area = { name, gridId: range.grid.id, rect: { ...range.rect } };
    if (known) Object.assign(known, area);
    else this.book.namedAreas.push(area);
    this.book.version++;
  }
  removeNamedRange(name: string): void {
    this.run.flush();
    const area = this.book.namedArea(name);
    if (!area) throw new SheetProblem(`The named range ${name} does not exist.`);
    this.book.namedAreas = this.book.namedAreas.filter((one) => one !== area);
  }
  getNamedRanges(): NamedRange[] {
    this.run.read(1);
    return this.book.namedAreas.map((area) => new NamedRange(this.run, this.book, area));
  }

  createTextFinder(text: string): TextFinder {
    return new TextFinder(
      this.run,
      this.book.grids.map((grid) => ({ grid, rect: () => grid.whole })),
      text,
    );
  }
  getBandings(): Banding[] {
    this.run.read(1);
    return this.book.grids.flatMap((grid) => grid.parts.bandings.map((area) => new Banding(this.run, grid, area)));
  }
  getProtections(type: EnumValue): Protection[] {
    this.run.read(1);
    return this.book.grids.flatMap((grid) =>
      grid.parts.protections
        .filter(({ kind }) => kind === type.name)
        .map((area) => new Protection(this.run, grid, area)),
    );
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): this {
    addMetadata(this.run, this.book, { kind: "SPREADSHEET" }, [key, ...rest]);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    this.run.read(1);
    return metadataOn(this.run, this.book, { kind: "SPREADSHEET" });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.run, this.book);
  }

  toast(message: string, title = "", timeoutSeconds: number | null = 5): void {
    this.run.window?.toast({ title, message, seconds: timeoutSeconds ?? 5 });
  }
  /** The older way to a dialog; the script goes on meanwhile. */
  show(userInterface: unknown): void {
    uiOf(this.run).showDialog(userInterface);
  }
  addMenu(name: string, subMenus: OldMenuItem[]): void {
    showOldMenu(this.run, name, subMenus);
  }
  updateMenu(name: string, subMenus: OldMenuItem[]): void {
    showOldMenu(this.run, name, subMenus);
  }
  removeMenu(name: string): void {
    this.run.window?.removeMenu(this.run.project.id, name);
  }

  getRecalculationInterval(): EnumValue {
    return constant("RecalculationInterval", this.book.recalculation);
  }
  setRecalculationInterval(interval: EnumValue): this {
    this.run.flush();
    this.book.recalculation = interval.name;
    return this;
  }
  isIterativeCalculationEnabled(): boolean {
    return this.book.iterative.enabled;
  }
  setIterativeCalculationEnabled(isOn: boolean): this {
    this.book.iterative.enabled = isOn;
    return this;
  }
  getMaxIterativeCalculationCycles(): number {
    return this.book.iterative.cycles;
  }
  setMaxIterativeCalculationCycles(cycles: number): this {
    this.book.iterative.cycles = cycles;
    return this;
  }
  getIterativeCalculationConvergenceThreshold(): number {
    return this.book.iterative.threshold;
  }
  setIterativeCalculationConvergenceThreshold(threshold: number): this {
    this.book.iterative.threshold = threshold;
    return this;
  }
  getFormUrl(): string | null {
    this.run.read(1);
    return this.book.grids.find(({ parts }) => parts.formUrl)?.parts.formUrl ?? null;
  }
  getSheetName(): string {
    return this.getActiveSheet().getName();
  }
  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }
}
