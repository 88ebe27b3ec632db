import type { Content, Saved } from "../domain/ticket/content.ts";
import { guarded } from "./guard.ts";

export type Cell = string | number | boolean | Date;

/** A zone's wall clock: epoch ms → "2026-03-02T09:00:00", and back. */
export interface WallClock {
  readonly textAt: (epochMs: number) => string;
  readonly dateOf: (text: string) => Date;
}

/** A cell as history keeps it. Of formula cells only the formula counts, never its result. */
export function contentOf(value: Cell, formula: string, clock: () => WallClock): Content {
  if (formula !== "") return { formula };
  if (typeof value === "object") return { date: clock().textAt(value.getTime()) };
  return value;
}

/** What to write so that the cell holds this content again. */
export function cellOf(content: Saved, clock: () => WallClock): Cell {
  if (typeof content === "string") return guarded(content);
  if (typeof content !== "object") return content;
  if ("formula" in content) return content.formula;
  if ("date" in content) return clock().dateOf(content.date);
  return "";
}

/** The content of a cell once this was written into it. */
export function contentWritten(cell: Cell, clock: () => WallClock): Content {
  if (typeof cell !== "string") return contentOf(cell, "", clock);
  if (cell.startsWith("'")) return cell.slice(1);
  return cell.startsWith("=") ? { formula: cell } : cell;
}
