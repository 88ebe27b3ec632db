import type { Execution } from "../core/execution.ts";
import type { Kind } from "../core/kinds.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { User } from "../services/session/user.ts";
import { constant } from "./constants.ts";
import { emailOf } from "./people.ts";
import type { Grid } from "./model/grid.ts";
import { SheetProblem } from "./model/problem.ts";
import type { Rect } from "./model/rect.ts";
import type { ProtectedArea } from "./model/sheet-parts.ts";
import { mayEdit } from "./model/write.ts";
import { NamedRange } from "./named-range.ts";
import { Range } from "./range.ts";

export class Protection extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.Protection";
  /** The reference shows removeEditors with addresses and with users; its declarations list the addresses only. */
  static readonly lenient = { removeEditors: [0] };
  static readonly kinds: Record<string, Kind> = Object.fromEntries(
    (
      "addEditor addEditors remove removeEditor removeEditors setDescription setDomainEdit setNamedRange setRange " +
      "setRangeName setUnprotectedRanges setWarningOnly"
    )
      .split(" ")
      .map((name) => [name, "structure"]),
  );

  constructor(
    run: Execution,
    private readonly grid: Grid,
    private readonly area: ProtectedArea,
  ) {
    super(run);
  }

  /** Protects a block, or the sheet when no block is given; the editors of the file keep access until removed. */
  static add(run: Execution, grid: Grid, rect?: Rect): Protection {
    const { book } = grid;
    const known = rect ? undefined : grid.parts.protections.find(({ kind }) => kind === "SHEET");
    const area: ProtectedArea = known ?? {
      id: book.nextNumber(),
      kind: rect ? "RANGE" : "SHEET",
      description: "",
      warningOnly: false,
      domainEdit: false,
      editors: [...book.editors],
      unprotected: [],
      ...(rect ? { rect: { ...rect } } : {}),
    };
    if (!known) grid.parts.protections.push(area);
    return new Protection(run, grid, area);
  }

  private change(apply: (area: ProtectedArea) => void): this {
    if (!mayEdit(this.grid, this.area, this.run.effectiveUser)) {
      throw new SheetProblem("You don't have permission to edit this protected range.");
    }
    apply(this.area);
    return this;
  }

  addEditor(user: string | User): this {
    return this.addEditors([emailOf(user)]);
  }
  addEditors(emails: string[]): this {
    return this.change((area) => {
      if (area.warningOnly) throw new SheetProblem("You can't add editors to a warning-based protection.");
      area.editors = [...new Set([...area.editors, ...emails])];
    });
  }
  removeEditor(user: string | User): this {
    return this.removeEditors([user]);
  }
  removeEditors(users: (string | User)[]): this {
    const emails = users.map(emailOf);
    return this.change((area) => {
      area.editors = area.editors.filter((email) => !emails.includes(email));
    });
  }
  /** The owner always may edit and is not listed (platform C5); nobody is listed under a mere warning. */
  getEditors(): User[] {
    if (this.area.warningOnly) return [];
    const { owner } = this.grid.book;
    return this.area.editors.filter((email) => email !== owner).map((email) => new User(this.run, email));
  }
  canEdit(): boolean {
    return this.grid.book.mayEdit(this.run.effectiveUser) && mayEdit(this.grid, this.area, this.run.effectiveUser);
  }
  canDomainEdit(): boolean {
    return this.area.domainEdit;
  }
  setDomainEdit(editable: boolean): this {
    return this.change((area) => (area.domainEdit = editable));
  }
  getDescription(): string {
    return this.area.description;
  }
  setDescription(description: string): this {
    return this.change((area) => (area.description = description));
  }
  getProtectionType(): EnumValue {
    return constant("ProtectionType", this.area.kind);
  }
  getRange(): Range {
    return new Range(this.run, this.grid, this.area.rect ?? this.grid.whole);
  }
  setRange(range: Range): this {
    return this.change((area) => (area.rect = range.rect));
  }
  getRangeName(): string | null {
    return this.area.rangeName ?? null;
  }
  setRangeName(name: string): this {
    const named = this.grid.book.namedArea(name);
    if (!named) throw new SheetProblem(`The named range ${name} does not exist.`);
    return this.change((area) => {
      area.rangeName = named.name;
      area.rect = { ...named.rect };
    });
  }
  setNamedRange(range: NamedRange): this {
    return this.setRangeName(range.getName());
  }
  getUnprotectedRanges(): Range[] {
    return this.area.unprotected.map((rect) => new Range(this.run, this.grid, rect));
  }
  setUnprotectedRanges(ranges: Range[]): this {
    return this.change((area) => {
      if (area.kind === "RANGE") throw new SheetProblem("Unprotected ranges can only be set on a protected sheet.");
      area.unprotected = ranges.map(({ rect }) => ({ ...rect }));
    });
  }
  isWarningOnly(): boolean {
    return this.area.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    return this.change((area) => (area.warningOnly = warningOnly));
  }
  remove(): void {
    this.change((area) => {
      this.grid.parts.protections = this.grid.parts.protections.filter((one) => one !== area);
    });
  }
}
