import type { Content } from "../domain/ticket/content.ts";
import type { TicketRow, RowSpan } from "../use-cases/desk.ts";
import { type Cell, contentOf, type WallClock } from "./cell.ts";
import type { Layout } from "./layout.ts";
import { decodeState } from "./state-cell.ts";
import { isField, STATE_KEY, TICKET_KEY } from "./ticket-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Above this many rows only the columns that matter are read, in a call per run of neighbours. */
const WHOLE_ROWS_AT_MOST = 1500;
const SPARE_ROWS_AT_LEAST = 50;
const SPARE_ROWS_ADDED = 200;

/** Reads Tickets rows as the desk sees them: number, saved self and the editable fields. */
export class TicketsSheet {
  constructor(
    readonly sheet: Sheet,
    readonly layout: Layout,
    private readonly clock: () => WallClock,
  ) {}

  read({ first, last }: RowSpan): TicketRow[] {
    const height = last - first + 1;
    if (height < 1) return [];
    const cells = this.readCells(first, height);
    return Array.from({ length: height }, (_, index) => this.rowOf(first + index, cells(index)));
  }

  /** Numbers and saved selves only: the cheapest proof of which ticket stands where. */
  readIdentities({ first, last }: RowSpan): { id: string; state: string }[] {
    const height = last - first + 1;
    const column = (key: string): Cell[] => this.columnCells(key, first, height);
    const states = column(STATE_KEY);
    return column(TICKET_KEY).map((id, index) => ({ id: String(id), state: String(states[index] ?? "") }));
  }

  /** Rows that show a ticket number, ascending. */
  rowsShowing(id: string): number[] {
    const position = this.layout.find(TICKET_KEY);
    if (position === undefined || id === "") return [];
    const column = columnLetters(position);
    const found = this.sheet
      .getRange(`${column}2:${column}`)
      .createTextFinder(id)
      .matchEntireCell(true)
      .matchCase(true)
      .findAll();
    return found.map((range) => range.getRow()).sort((one, other) => one - other);
  }

  /** People type new tickets below the last one: some empty rows always stand ready. */
  keepSpareRows(): void {
    const spare = this.sheet.getMaxRows() - this.lastRow();
    if (spare < SPARE_ROWS_AT_LEAST) this.sheet.insertRowsAfter(this.sheet.getMaxRows(), SPARE_ROWS_ADDED);
  }

  /** Every row's ticket number from row 2 on, in one read of one column. */
  allIds(): string[] {
    const position = this.layout.find(TICKET_KEY);
    const height = this.lastRow() - 1;
    if (position === undefined || height < 1) return [];
    return this.sheet
      .getRange(2, position, height, 1)
      .getValues()
      .map(([id]) => String(id));
  }

  lastRow(): number {
    return this.sheet.getLastRow();
  }

  private columnCells(key: string, first: number, height: number): Cell[] {
    const position = this.layout.find(key);
    if (position === undefined) return [];
    return this.sheet
      .getRange(first, position, height, 1)
      .getValues()
      .map(([cell]) => cell as Cell);
  }

  private readCells(first: number, height: number): (index: number) => ReadCell {
    const whole = height <= WHOLE_ROWS_AT_MOST;
    const valueRuns = this.layout.runs((key) => whole || isField(key) || key === STATE_KEY || key === TICKET_KEY);
    const formulaRuns = this.layout.runs(isField);
    const values = this.grid(first, height, { runs: valueRuns, whole, read: (range) => range.getValues() as Cell[][] });
    const formulas = this.grid(first, height, { runs: formulaRuns, whole, read: (range) => range.getFormulas() });
    return (index) => (position) => ({
      value: values(index, position) ?? "",
      formula: String(formulas(index, position) ?? ""),
    });
  }

  /** Cells by row index and column position, read in one call (whole rows) or one a run. */
  private grid(
    first: number,
    height: number,
    {
      runs,
      whole,
      read,
    }: {
      runs: ReturnType<Layout["runs"]>;
      whole: boolean;
      read: (range: GoogleAppsScript.Spreadsheet.Range) => Cell[][];
    },
  ): (index: number, position: number) => Cell | undefined {
    const wanted = whole
      ? [{ first: 1, width: this.layout.width }]
      : runs.map(({ first: at, keys }) => ({ first: at, width: keys.length }));
    const blocks = wanted.map((run) => ({
      ...run,
      cells: read(this.sheet.getRange(first, run.first, height, run.width)),
    }));
    return (index, position) => {
      const block = blocks.find((run) => position >= run.first && position < run.first + run.width);
      return block?.cells[index]?.[position - block.first];
    };
  }

  private rowOf(rowNumber: number, cell: ReadCell): TicketRow {
    const fields: Record<string, Content> = {};
    let isBlank = true;
    for (const { key, position } of this.layout.columns) {
      if (!isField(key)) continue;
      const { value, formula } = cell(position);
      if (formula !== "" && fillsNeighbours(formula)) this.layout.spills.add(key);
      if (formula === "" && (value === "" || this.layout.spills.has(key))) continue;
      fields[key] = contentOf(value, formula, this.clock);
      isBlank = false;
    }
    const at = (key: string): Cell => cell(this.layout.find(key) ?? 0).value;
    const typedId = String(at(TICKET_KEY));
    const saved = decodeState(at(STATE_KEY));
    return {
      rowNumber,
      typedId,
      saved,
      isBlank: isBlank && typedId === "",
      hasSubject: (fields["subject"] ?? "") !== "",
      fields,
    };
  }
}

/** Formulas whose results appear in cells below them, where nothing tells them from typed values. */
const fillsNeighbours = (formula: string): boolean =>
  /^=\s*(\{|(ARRAYFORMULA|ARRAY_CONSTRAIN|FILTER|SORT|SORTN|UNIQUE|QUERY|IMPORTRANGE|TRANSPOSE|FLATTEN|SEQUENCE|MAP|BYROW|MAKEARRAY|TOCOL|VSTACK|HSTACK|WRAPROWS)\s*\()/i.test(
    formula,
  );

/** 1 → "A", 27 → "AA". */
export function columnLetters(position: number): string {
  const letter = String.fromCharCode(65 + ((position - 1) % 26));
  return position <= 26 ? letter : columnLetters(Math.floor((position - 1) / 26)) + letter;
}

type ReadCell = (position: number) => { value: Cell; formula: string };
