/** One thing that somebody does, told in words that fit any add-on; `at` is epoch ms. */
export type DemoAct = { at: number; by: string } & (
  | { does: "menu"; path: string[] }
  | { does: "deleteSheet"; sheet: string }
  | { does: "paste"; sheet: string; a1: string; rows: string[][] }
  /** A call from the sidebar; "{name}" in a text is filled in with what was remembered under that name. */
  | { does: "call"; name: string; question: Record<string, unknown>; remember?: string }
  /** Types into the cell of the column with that header, in the row whose first column holds the remembered text. */
  | { does: "set"; sheet: string; row: string; column: string; text: string }
  /** Types a new row at the end of a sheet, one cell after the other. */
  | { does: "append"; sheet: string; cells: Record<string, string>; remember?: string }
);
