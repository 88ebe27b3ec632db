import { BEN } from "./company.ts";
import type { Deed } from "./deed.ts";
import { rowsAcross } from "./sheets.ts";

/** What a colleague may do to the rows and columns that a run is working on. */
export const COLLEAGUES: readonly Deed[] = [
  {
    name: "edits the same cell",
    act: ({ ben }) => ben.type("Tickets", "C3", "On hold"),
    by: BEN,
    expect: { "T-2": { Status: "On hold" } },
  },
  {
    name: "sorts the sheet",
    act: (company) => company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
    moves: true,
  },
  { name: "inserts a row above", act: ({ ben }) => ben.insertRows("Tickets", 2, 1), moves: true },
  { name: "inserts a column", act: ({ ben }) => ben.insertColumns("Tickets", 2, 1), moves: true },
  { name: "moves a column", act: ({ ben }) => ben.moveColumns("Tickets", 4, 1, 3), moves: true },
  {
    name: "deletes another row",
    act: ({ ben }) => ben.deleteRows("Tickets", 2, 1),
    by: BEN,
    moves: true,
    deletes: "T-1",
  },
];
