import type { CellValue } from "./cell.ts";
import type { Dependency } from "./formula-cell.ts";
import { Grid } from "./grid.ts";
import { keptBook, type KeptBook, restoredBook } from "./kept-book.ts";
import { Looks } from "./look.ts";
import { SheetProblem, tooManyCells } from "./problem.ts";
import type { Rect, Shift } from "./rect.ts";
import { type Switches, switchesWith } from "../../switches.ts";
import type { Validation } from "./validation.ts";

const MOST_CELLS = 10_000_000;

export interface NamedArea {
  name: string;
  gridId: number;
  rect: Rect;
}

export interface Metadata {
  id: number;
  key: string;
  value?: string;
  visibility: "DOCUMENT" | "PROJECT";
  at:
    | { kind: "SPREADSHEET" }
    | { kind: "SHEET"; gridId: number }
    | { kind: "ROW" | "COLUMN"; gridId: number; index: number };
}

export interface BookOptions {
  id: string;
  name: string;
  locale?: string;
  timeZone?: string;
  owner?: string;
  now?: () => number;
  rows?: number;
  columns?: number;
  /** Those of the Workspace, where the book belongs to one. */
  switches?: Switches;
}

/** One spreadsheet file: its sheets and what belongs to the file as a whole. */
export class Book {
  readonly id: string;
  name: string;
  locale: string;
  timeZone: string;
  owner: string;
  editors: string[] = [];
  viewers: string[] = [];
  /** Whether anyone with the link may edit, so that any person can open the book; protections ask for names all the same. */
  isOpenToAll = true;
  grids: Grid[] = [];
  namedAreas: NamedArea[] = [];
  metadata: Metadata[] = [];
  validations = new Map<number, Validation>();
  readonly looks = new Looks();
  readonly switches: Switches;
  /** Runs a function of the book's script for a cell; undefined where the script has none of that name. */
  customFunction:
    ((name: string, argsOf: () => unknown[]) => CellValue | (CellValue | undefined)[][] | undefined) | undefined;
  /** Told when rows or columns have been inserted, deleted or moved, by whomever. */
  onShift: ((grid: Grid, shift: Shift) => void) | undefined;
  recalculation = "ON_CHANGE";
  iterative = { enabled: false, cycles: 50, threshold: 0.05 };
  /** The clock of TODAY() and of typed dates without a year, in epoch ms. */
  now: () => number;
  /** Grows with every change of any cell. */
  version = 0;
  /** Collects what a running formula reads. */
  tracker: Dependency[] | undefined;
  /** Functions that are not known here and that values read since it was emptied hang on. */
  readonly unknownFunctions = new Set<string>();
  private lastNumber = 0;
  /** Where the row of `random` stands; kept in snapshots. */
  randomSeed = 1;

  constructor({ id, name, locale = "en_US", timeZone = "Etc/UTC", owner = "", ...options }: BookOptions) {
    const { now, rows, columns, switches } = options;
    this.switches = switches ?? switchesWith();
    this.id = id;
    this.name = name;
    this.locale = locale;
    this.timeZone = timeZone;
    this.owner = owner;
    this.now = now ?? (() => 0);
    this.grids.push(new Grid(this, { id: 0, name: "Sheet1", rows: rows ?? 1000, columns: columns ?? 26 }));
  }

  get url(): string {
    return `https://docs.google.com/spreadsheets/d/${this.id}/edit`;
  }

  /** A number that nothing else in this book bears: ids of sheets, rules, protections, charts and metadata. */
  nextNumber(): number {
    return ++this.lastNumber;
  }

  /** The next of a row of numbers from 0 to below 1, the same in every run; for RAND and randomize. */
  random(): number {
    this.randomSeed = (Math.imul(this.randomSeed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.randomSeed / 4_294_967_296;
  }

  get numbersGiven(): number {
    return this.lastNumber;
  }

  set numbersGiven(last: number) {
    this.lastNumber = Math.max(this.lastNumber, last);
  }

  findGrid(id: number): Grid | undefined {
    return this.grids.find((grid) => grid.id === id);
  }

  /** By exact name, else as formulas and A1 notation find it, whatever the case. */
  gridNamed(name: string): Grid | undefined {
    const exact = this.grids.find((grid) => grid.name === name);
    return exact ?? this.grids.find((grid) => grid.name.toLowerCase() === name.toLowerCase());
  }

  cells(): number {
    return this.grids.reduce((sum, grid) => sum + grid.maxRows * grid.maxColumns, 0);
  }

  /** Throws Google's refusal when so many more cells do not fit into one book. */
  makeRoom(more: number): void {
    if (more > 0 && this.cells() + more > MOST_CELLS) throw tooManyCells();
  }

  /** Throws Google's refusal when another sheet bears that name. */
  checkName(name: string, except?: Grid): void {
    const taken = this.grids.some((grid) => grid !== except && grid.name.toLowerCase() === name.toLowerCase());
    if (taken) throw new SheetProblem(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }

  freeName(): string {
    for (let n = this.grids.length + (this.grids.length ? 0 : 1); ; n++) {
      const name = `Sheet${n}`;
      if (!this.grids.some((grid) => grid.name.toLowerCase() === name.toLowerCase())) return name;
    }
  }

  /** Adds an empty sheet at a 0-based position. */
  addGrid({
    name,
    index,
    rows = 1000,
    columns = 26,
  }: {
    name?: string;
    index?: number;
    rows?: number;
    columns?: number;
  }): Grid {
    const title = name ?? this.freeName();
    this.checkName(title);
    this.makeRoom(rows * columns);
    const grid = new Grid(this, { id: this.newGridId(), name: title, rows, columns });
    this.grids.splice(index ?? this.grids.length, 0, grid);
    this.version++;
    return grid;
  }

  /** Google's sheet ids look random; ours are scattered but the same in every run. */
  newGridId(): number {
    let id: number;
    do id = (this.nextNumber() * 1_640_531_527) % 2_147_483_647;
    while (this.findGrid(id));
    return id;
  }

  addValidation(rule: Omit<Validation, "id">): Validation {
    const kept = { ...rule, id: this.nextNumber() };
    this.validations.set(kept.id, kept);
    return kept;
  }

  isEditor(email: string): boolean {
    return email === this.owner || this.editors.includes(email);
  }

  mayEdit(email: string): boolean {
    return this.isOpenToAll || this.isEditor(email);
  }

  namedArea(name: string): NamedArea | undefined {
    return this.namedAreas.find((area) => area.name.toLowerCase() === name.toLowerCase());
  }

  /** The values under a name, for formulas. */
  valuesNamed(name: string): CellValue[][] | undefined {
    const area = this.namedArea(name);
    return area && this.findGrid(area.gridId)?.valuesOf(area.rect);
  }

  toJSON(): KeptBook {
    return keptBook(this);
  }

  static fromJSON(kept: KeptBook, now: () => number, switches?: Switches): Book {
    return restoredBook(kept, now, switches);
  }
}
