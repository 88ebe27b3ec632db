import type { Kind } from "../core/kinds.ts";
import { ServiceObject } from "../core/service-object.ts";
import { type Ui, uiOf } from "../services/ui/ui.ts";
import { ColorBuilder } from "./color.ts";
import { ConditionalFormatRuleBuilder } from "./conditional-format-rule-builder.ts";
import { DataValidationBuilder } from "./data-validation-builder.ts";
import { FilterCriteriaBuilder } from "./filter-criteria-builder.ts";
import { Book } from "./model/book.ts";
import { SheetProblem } from "./model/problem.ts";
import type { Range } from "./range.ts";
import type { RangeList } from "./range-list.ts";
import { RichTextValueBuilder } from "./rich-text-value-builder.ts";
import type { Selection } from "./selection.ts";
import type { Sheet } from "./sheet.ts";
import { forgetView } from "./views.ts";
import { Spreadsheet } from "./spreadsheet.ts";
import { TextStyleBuilder } from "./text-style-builder.ts";

/** The service. "Active" is the container, or what setActiveSpreadsheet has named. */
export class SpreadsheetApp extends ServiceObject {
  static readonly googleName = "SpreadsheetApp";
  static readonly kinds: Record<string, Kind> = {
    flush: "flush",
    create: "structure",
    openById: "read",
    openByUrl: "read",
  };
  private chosen: Book | undefined;

  private get active(): Spreadsheet | null {
    const book = this.chosen ?? this.run.book;
    return book instanceof Book ? new Spreadsheet(this.run, book) : null;
  }

  getActive(): Spreadsheet | null {
    return this.active;
  }
  getActiveSpreadsheet(): Spreadsheet | null {
    return this.active;
  }
  setActiveSpreadsheet(spreadsheet: Spreadsheet): void {
    this.chosen = spreadsheet.book;
  }
  getActiveSheet(): Sheet | null {
    return this.active?.getActiveSheet() ?? null;
  }
  setActiveSheet(sheet: Sheet, restoreSelection?: boolean): Sheet {
    return sheet.getParent().setActiveSheet(sheet, restoreSelection);
  }
  getActiveRange(): Range | null {
    return this.active?.getActiveRange() ?? null;
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  getActiveRangeList(): RangeList | null {
    return this.active?.getActiveRangeList() ?? null;
  }
  setActiveRangeList(list: RangeList): RangeList {
    return list.activate();
  }
  getCurrentCell(): Range | null {
    return this.active?.getCurrentCell() ?? null;
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }
  getSelection(): Selection | null {
    return this.active?.getSelection() ?? null;
  }

  /** Sends waiting writes; what they do wrong is thrown here. */
  flush(): void {
    this.run.flush();
    if (this.run.workspace.switches.laterReads === "until flush") forgetView(this.run);
  }

  create(name: string, rows?: number, columns?: number): Spreadsheet {
    this.run.flush();
    const size = rows === undefined ? {} : { rows, columns: columns ?? 26 };
    const owner = this.run.effectiveUser;
    return new Spreadsheet(this.run, this.run.workspace.createSpreadsheet({ name, owner, ...size }));
  }
  openById(id: string): Spreadsheet {
    const book = this.run.workspace.books.get(id);
    if (!book || !mayOpen(book, this.run.effectiveUser)) {
      throw new SheetProblem("No item with the given ID could be found, or you do not have permission to access it.");
    }
    return new Spreadsheet(this.run, book);
  }
  openByUrl(url: string): Spreadsheet {
    const id = /\/spreadsheets\/d\/([\w-]+)/.exec(url)?.[1];
    if (id === undefined) throw new SheetProblem("Invalid argument: url");
    return this.openById(id);
  }

  getUi(): Ui {
    return uiOf(this.run);
  }

  newColor(): ColorBuilder {
    return new ColorBuilder(this.run);
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run);
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.run);
  }
  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.run);
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.run);
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.run);
  }
}

const mayOpen = (book: Book, email: string): boolean => book.mayEdit(email) || book.viewers.includes(email);
