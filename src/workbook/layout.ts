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
  readonly width: number;
  private readonly byKey: ReadonlyMap<string, LayoutColumn>;

  constructor(columns: readonly LayoutColumn[]) {
    this.columns = columns.filter(({ key }) => key !== "");
    this.width = columns.length;
    this.byKey = new Map(this.columns.map((column) => [column.key, column]));
  }

  find(key: string): number | undefined {
    return this.byKey.get(key)?.position;
  }

  headerOf(key: string): string {
    return this.byKey.get(key)?.header ?? key;
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
