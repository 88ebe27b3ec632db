import type { ChartModel } from "../emulator/spreadsheet/model/charts.ts";
import { type Company, OWNER } from "./company.ts";
import { gridOf } from "./sheets.ts";

type Value = string | number | boolean;

/** The owner chooses "Refresh SLA sheet"; answers with what went wrong, and the calls it took. */
export function tryRefresh({ project, workspace }: Company): { error?: Error | undefined; calls: number } {
  const { error } = project.run("refreshSla", [], { user: OWNER, trigger: "menu" });
  return { error, calls: workspace.executions[workspace.executions.length - 1]?.callCount ?? 0 };
}

/** The same; throws what went wrong. */
export function refresh(company: Company): number {
  const { error, calls } = tryRefresh(company);
  if (error) throw error;
  return calls;
}

/** The cells of a sheet as they are. */
export function cellsOf(company: Company, name: string): Value[][] {
  const grid = gridOf(company.book, name);
  return grid.valuesOf(grid.whole);
}

/** What the tiles show, by the name of the figure: value, change, and what it rests on. */
export function tilesOf(company: Company, name = "SLA"): Record<string, Value[]> {
  const cells = cellsOf(company, name);
  // Our rows are found as the product finds them: people may have put rows of their own between.
  const rowOf = (mark: string): Value[] => cells.find(([first]) => first === mark) ?? [];
  const tiles = rowOf("names").flatMap((text, column) =>
    text === "" || text === "list" || text === "names"
      ? []
      : [[String(text), ["values", "changes", "counts"].map((mark) => rowOf(mark)[column] ?? "")] as const],
  );
  return Object.fromEntries(tiles);
}

/** A table of `SLA data` by its title: rows of texts and numbers, the header first. */
export function tableOf(company: Company, title: string, name = "SLA data"): Value[][] {
  const cells = cellsOf(company, name);
  const left = cells[0]?.indexOf(title) ?? -1;
  const headers = cells[1]?.slice(left) ?? [];
  const width = headers.includes("") ? headers.indexOf("") : headers.length;
  return cells
    .slice(1)
    .map((row) => row.slice(left, left + width))
    .filter((row) => row.some((cell) => cell !== ""));
}

/** The sentence below the tiles. */
export function sentenceOf(company: Company, name = "SLA"): string {
  return String(
    cellsOf(company, name)
      .flat()
      .find((cell) => String(cell).includes("As of")) ?? "",
  );
}

export const chartsOf = (company: Company, name = "SLA"): ChartModel[] => gridOf(company.book, name).parts.charts;

/** Every cell that shows an error or no number. */
export function badCells(company: Company): Value[] {
  return ["SLA", "SLA data"].flatMap((name) =>
    cellsOf(company, name)
      .flat()
      .filter((cell) => /NaN|Infinity|undefined|#[A-Z]+[!?/]|\[object/.test(String(cell))),
  );
}

/** Where the links of a sheet lead. */
export function linksOf(company: Company, name = "SLA"): string[] {
  const runs = gridOf(company.book, name).extras.flatMap((row) => [...(row?.runs?.values() ?? [])].flat());
  return runs.flatMap((run) => /"(#gid=[^"]+)"/.exec(JSON.stringify(run))?.[1] ?? []);
}
