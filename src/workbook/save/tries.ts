import type { HistoryRow } from "../../domain/history/chain.ts";
import { Strays } from "./strays.ts";

/** What a run remembers from one try to the next, where rows or columns moved under it. */
export interface Tries {
  /** Cells of people's into which an earlier try wrote what was meant for others. */
  readonly strays: Strays;
  /** Rows of History that were read or proved, by seq: what is missing of them is written back. */
  readonly heard: Map<number, HistoryRow>;
}

export const firstTry = (): Tries => ({ strays: new Strays(), heard: new Map() });
