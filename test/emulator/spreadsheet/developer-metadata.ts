import type { Execution } from "../core/execution.ts";
import type { Kind } from "../core/kinds.ts";
import { EnumValue, ServiceObject } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import { DeveloperMetadataLocation } from "./developer-metadata-location.ts";
import type { Book, Metadata } from "./model/book.ts";
import { checkBudget, checkedTarget, sameTarget, type Target, targetOfRange } from "./model/metadata.ts";
import type { Range } from "./range.ts";
import type { Sheet } from "./sheet.ts";

/** What the variants of addDeveloperMetadata have in common: key, then value and visibility in either absence. */
export function addMetadata(
  run: Execution,
  book: Book,
  target: Target | undefined,
  args: (string | EnumValue)[],
): void {
  const at = checkedTarget(target);
  const [key, ...rest] = args;
  const value = rest.find((arg) => typeof arg === "string");
  const visibility = rest.find((arg) => arg instanceof EnumValue)?.name === "PROJECT" ? "PROJECT" : "DOCUMENT";
  run.write(1, () => {
    checkBudget(book, at, { key: String(key), value });
    const id = book.nextNumber();
    book.metadata.push({ id, key: String(key), visibility, at, ...(value === undefined ? {} : { value }) });
  });
}

export function metadataOn(run: Execution, book: Book, target: Target | undefined): DeveloperMetadata[] {
  if (!target) return [];
  return book.metadata
    .filter(({ at }) => sameTarget(at, target))
    .map((model) => new DeveloperMetadata(run, book, model));
}

export class DeveloperMetadata extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.DeveloperMetadata";
  static readonly kinds: Record<string, Kind> = {
    moveToColumn: "structure",
    moveToRow: "structure",
    moveToSheet: "structure",
    moveToSpreadsheet: "structure",
    remove: "structure",
    setKey: "structure",
    setValue: "structure",
    setVisibility: "structure",
  };

  constructor(
    run: Execution,
    private readonly book: Book,
    private readonly model: Metadata,
  ) {
    super(run);
  }

  getId(): number {
    return this.model.id;
  }
  getKey(): string {
    return this.model.key;
  }
  getValue(): string | null {
    return this.model.value ?? null;
  }
  getVisibility(): EnumValue {
    return constant("DeveloperMetadataVisibility", this.model.visibility);
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.run, this.book, this.model.at);
  }

  private change(apply: () => void): this {
    this.run.write(1, apply);
    return this;
  }
  private moveTo(target: Target | undefined): this {
    const at = checkedTarget(target);
    return this.change(() => {
      checkBudget(this.book, at, { ...this.model, except: this.model });
      this.model.at = at;
    });
  }
  moveToRow(row: Range): this {
    return this.moveTo(targetOfRange(row.grid, row.rect));
  }
  moveToColumn(column: Range): this {
    return this.moveTo(targetOfRange(column.grid, column.rect));
  }
  moveToSheet(sheet: Sheet): this {
    return this.moveTo({ kind: "SHEET", gridId: sheet.grid.id });
  }
  moveToSpreadsheet(): this {
    return this.moveTo({ kind: "SPREADSHEET" });
  }
  setKey(key: string): this {
    return this.change(() => {
      checkBudget(this.book, this.model.at, { ...this.model, key, except: this.model });
      this.model.key = key;
    });
  }
  setValue(value: string): this {
    return this.change(() => {
      checkBudget(this.book, this.model.at, { ...this.model, value, except: this.model });
      this.model.value = value;
    });
  }
  setVisibility(visibility: EnumValue): this {
    return this.change(() => {
      this.model.visibility = visibility.name as Metadata["visibility"];
    });
  }
  remove(): void {
    this.change(() => {
      this.book.metadata = this.book.metadata.filter((one) => one !== this.model);
    });
  }
}
