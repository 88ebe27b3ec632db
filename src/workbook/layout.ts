import { isHidden, isOurs } from "./ticket-columns.ts";

/** Where each column of a sheet stands now. Positions are 1-based. */
export interface LayoutColumn {
  readonly key: string;
  readonly header: string;
  readonly position: number;
}

/** Columns that stand side by side, so that one call reads or writes them all. */
export interface ColumnRun {
  readonly first: number;
  readonly keys: readonly string[];
}

export class Layout {
  readonly columns: readonly LayoutColumn[];
  /** The header row as it stood, columns without a header too. */
  readonly headers: readonly string[];
  readonly width: number;
  readonly spills: Set<string>;
  /** Keys of columns in which formulas were seen. */
  readonly formulas: Set<string>;
  private readonly byKey: ReadonlyMap<string, LayoutColumn>;

  /** `seen`: what earlier runs saw in the columns; more may be found while rows are read. */
  constructor(columns: readonly LayoutColumn[], seen: { spills: readonly string[]; formulas: readonly string[] }) {
    this.spills = new Set(seen.spills);
    this.formulas = new Set(seen.formulas);
    this.columns = columns.filter(({ key }) => key !== "");
    this.headers = columns.map(({ header }) => header);
    this.width = columns.length;
    this.byKey = new Map(this.columns.map((column) => [column.key, column]));
  }

  find(key: string): number | undefined {
    return this.byKey.get(key)?.position;
  }

  keyAt(position: number): string | undefined {
    return this.columns.find((column) => column.position === position)?.key;
  }

  /** Whether every column stands where it stands in the other, and whether the same ones are filled by array formulas. */
  isLike(other: Layout): boolean {
    const places = ({ columns, spills }: Layout): string =>
      columns.map(({ key, position }) => `${key} ${position} ${spills.has(key)}`).join();
    return places(this) === places(other);
  }

  /** The keys of the columns between two positions, leftmost first. */
  keysBetween({ first, last }: { readonly first: number; readonly last: number }): string[] {
    return this.columns.flatMap(({ key, position }) => (position >= first && position <= last ? [key] : []));
  }

  headerOf(key: string): string {
    return this.byKey.get(key)?.header ?? key;
  }

  /** Headers of the desk's own columns between two positions: of hidden ones only where there are no others. */
  ownHeaders({ first, last }: { readonly first: number; readonly last: number }): string[] {
    const own = this.columns.filter(({ key, position }) => isOurs(key) && position >= first && position <= last);
    const visible = own.filter(({ key }) => !isHidden(key));
    return (visible.length > 0 ? visible : own).map(({ header }) => header);
  }

  /** The columns whose key passes, as runs of neighbours, leftmost first. */
  runs(passes: (key: string) => boolean): ColumnRun[] {
    const runs: { first: number; keys: string[] }[] = [];
    for (const { key, position } of this.columns) {
      if (!passes(key)) continue;
      const last = runs[runs.length - 1];
      if (last && last.first + last.keys.length === position) last.keys.push(key);
      else runs.push({ first: position, keys: [key] });
    }
    return runs;
  }
}
