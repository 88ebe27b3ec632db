import { recordEdits } from "../use-cases/record-edits.ts";
import { rememberedSheets } from "../workbook/open-desk.ts";
import { reportProblems, withDesk } from "./with-desk.ts";

/** A simple trigger may run for 30 s; whoever edits next should not wait long. */
const WAIT_MS = 3000;
const ROWS_AT_ONCE = 2000;

/** The simple trigger: somebody typed, cleared, pasted or filled. What it can't record, the reconciler will. */
export function onEdit({ range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const first = Math.max(2, range.getRow());
  const last = range.getLastRow();
  const sheetId = range.getSheet().getSheetId();
  const rows = Math.min(ROWS_AT_ONCE, Math.max(1, last - first + 1));
  reportProblems(() => {
    withDesk(
      {
        source: "sheet",
        waitMs: WAIT_MS,
        window: 250 + rows,
        concerns: (memory) => rememberedSheets(memory)["tickets"] === sheetId,
      },
      (desk, workbook) => {
        const end = rows < ROWS_AT_ONCE ? last : Math.min(last, workbook.tickets.lastRow(), first + ROWS_AT_ONCE - 1);
        recordEdits(desk, workbook.read({ first, last: end }));
      },
    );
  });
}
