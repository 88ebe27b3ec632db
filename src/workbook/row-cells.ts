import type { Content } from "../domain/ticket/content.ts";
import type { TicketRow } from "../use-cases/desk.ts";
import { type Cell, contentOf, type WallClock } from "./cell.ts";
import { isJunk } from "./derived-cells.ts";
import type { Layout } from "./layout.ts";
import { datesIn, decodeState } from "./state-cell.ts";
import { isCustom, isField, isOurs, STATE_KEY, TICKET_KEY } from "./ticket-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Above this many rows columns without a header are left out, and saved selves are not kept. */
const WHOLE_ROWS_AT_MOST = 1500;
/** The cells of Tickets rows, made rows of. */
export class RowCells {
  constructor(
    private readonly sheet: Sheet,
    private readonly layout: Layout,
    private readonly clock: () => WallClock,
  ) {}

  read(first: number, height: number): TicketRow[] {
    const columns = this.readColumns(first, height);
    return Array.from({ length: height }, (_, index) => this.rowOf(first + index, index, columns));
  }

  /** Without formulas, by one call. */
  readValues(first: number, height: number): TicketRow[] {
    const cells = this.sheet.getRange(first, 1, height, this.layout.width).getValues() as Cell[][];
    const column = (position: number) => (index: number) => cells[index]?.[position - 1] ?? "";
    const fields = this.layout.columns
      .filter(({ key }) => isField(key))
      .map(({ key, position }) => ({ key, isCustom: isCustom(key), value: column(position), formula: () => "" }));
    const [id, state] = [column(this.layout.find(TICKET_KEY) ?? 0), column(this.layout.find(STATE_KEY) ?? 0)];
    return cells.map((_, index) => this.rowOf(first + index, index, { isMany: false, id, state, own: [], fields }));
  }

  private readColumns(first: number, height: number): ReadColumns {
    const whole = height <= WHOLE_ROWS_AT_MOST;
    const valueRuns = this.layout.runs(() => true);
    // Text columns of the desk hold formulas only where somebody forced one in; the others are spared the second read.
    const formulaRuns = this.layout.runs((key) => isCustom(key) || (isField(key) && this.layout.formulas.has(key)));
    const values = this.grid(first, height, { runs: valueRuns, whole, read: (range) => range.getValues() as Cell[][] });
    const formulas = this.grid(first, height, { runs: formulaRuns, whole, read: (range) => range.getFormulas() });
    const fields = this.layout.columns.filter(({ key }) => isField(key));
    return {
      isMany: !whole,
      id: values(this.layout.find(TICKET_KEY) ?? 0),
      state: values(this.layout.find(STATE_KEY) ?? 0),
      own: this.layout.columns
        .filter(({ key }) => isOurs(key) && key !== STATE_KEY)
        .map(({ key, position }) => ({ key, value: values(position) })),
      fields: fields.map(({ key, position }) => ({
        ...{ key, isCustom: isCustom(key) },
        ...{ value: values(position), formula: formulas(position) },
      })),
    };
  }

  /** Cells by column position, then row index, read in one call (whole rows) or one a run. */
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
  ): (position: number) => ReadColumn {
    const wanted = whole
      ? [{ first: 1, width: this.layout.width }]
      : runs.map(({ first: at, keys }) => ({ first: at, width: keys.length }));
    const blocks = wanted.map((run) => ({
      ...run,
      cells: read(this.sheet.getRange(first, run.first, height, run.width)),
    }));
    return (position) => {
      const block = blocks.find((run) => position >= run.first && position < run.first + run.width);
      if (!block) return () => "";
      const { cells, first: from } = block;
      return (index) => cells[index]?.[position - from] ?? "";
    };
  }

  private rowOf(rowNumber: number, index: number, columns: ReadColumns): TicketRow {
    const fields: Record<string, Content> = {};
    for (const { key, isCustom: isTheirs, ...column } of columns.fields) {
      const value = column.value(index);
      const formula = String(column.formula(index));
      if (formula === "" && (value === "" || this.layout.spills.has(key))) continue;
      if (formula !== "" && !isTheirs) this.layout.formulas.add(key);
      if (formula !== "" && fillsNeighbours(formula)) this.layout.spills.add(key);
      fields[key] = contentOf(value, formula, this.clock);
    }
    const savedText = String(columns.state(index));
    const typedId = String(columns.id(index));
    const ownCell = (own: string): Cell | undefined => columns.own.find(({ key }) => key === own)?.value(index);
    const row = { rowNumber, typedId, savedText, hasSubject: (fields["subject"] ?? "") !== "", fields, ownCell };
    const saved = columns.isMany ? undefined : decodeState(savedText);
    const dates = saved?.state ?? datesIn(savedText)?.state;
    const hasJunk =
      dates?.id === typedId && columns.own.some(({ key, value }) => isJunk(key, value(index), dates, this.clock));
    if (!columns.isMany) return { ...row, saved, ...(hasJunk && { hasJunk }) };
    return {
      ...row,
      ...(hasJunk && { hasJunk }),
      get saved() {
        return decodeState(savedText); // kept by nobody: of tens of thousands most are looked at once
      },
    };
  }
}

/** Formulas whose results appear in cells below them, where nothing tells them from typed values. */
export const fillsNeighbours = (formula: string): boolean =>
  /^=\s*(\{|(ARRAYFORMULA|ARRAY_CONSTRAIN|FILTER|SORT|SORTN|UNIQUE|QUERY|IMPORTRANGE|TRANSPOSE|FLATTEN|SEQUENCE|MAP|BYROW|MAKEARRAY|TOCOL|VSTACK|HSTACK|WRAPROWS)\s*\()/i.test(
    formula,
  );

/** A column's cells by row index; blank where it was not read. */
type ReadColumn = (index: number) => Cell;

interface ReadColumns {
  readonly isMany: boolean;
  readonly id: ReadColumn;
  readonly state: ReadColumn;
  readonly own: readonly { readonly key: string; readonly value: ReadColumn }[];
  readonly fields: readonly {
    readonly key: string;
    readonly isCustom: boolean;
    readonly value: ReadColumn;
    readonly formula: ReadColumn;
  }[];
}
