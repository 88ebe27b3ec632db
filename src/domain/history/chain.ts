import { digestOfLines } from "./digest.ts";

/** One row of the History sheet: seq, ticket, JSON, hash. A long event takes several rows, each with a seq and hash of its own. */
export interface HistoryRow {
  readonly seq: number;
  readonly ticketId: string;
  readonly json: string;
  readonly hash: string;
}

/** The hash that chains a row to the one before it ("" before the first). It starts with a letter, so that no cell takes it for a number. */
export function chainHash(previousHash: string, row: Omit<HistoryRow, "hash">): string {
  return `h${digestOfLines([previousHash, String(row.seq), row.ticketId, row.json])}`;
}
