import fc from "fast-check";
import { GoneNumbers } from "../../src/domain/ticket/gone-numbers.ts";
import type { Fields } from "../../src/domain/ticket/content.ts";
import { doubles, missedRows } from "../../src/use-cases/find-missed.ts";
import { recordDeletions, takeCensus } from "../../src/use-cases/record-deletions.ts";
import { recordEdits } from "../../src/use-cases/record-edits.ts";
import { aDesk, type MemoryDesk } from "../support/desk.ts";
import { aVerifier } from "../support/small-history.ts";

/** What people do to a sheet. Rows are counted from 0, round and round. */
type Deed =
  | { readonly kind: "type"; readonly row: number; readonly cells: Fields }
  | { readonly kind: "copy"; readonly row: number; readonly to: number }
  | { readonly kind: "delete" | "wipe" | "clear" | "edit trigger"; readonly row: number }
  | { readonly kind: "sort" }
  | { readonly kind: "reconcile" };

const row = fc.nat(6);
const cell = fc.constantFrom("", "a", "b", "Open", "closed", "New", "Low", "T-1", "T-3", "T-50", "mine!");
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant("type" as const),
    row,
    cells: fc.dictionary(fc.constantFrom("subject", "status", "priority", "c1", "ticket"), cell, {
      noNullPrototype: true,
    }),
  }),
  fc.record({ kind: fc.constant("copy" as const), row, to: row }),
  fc.record({
    kind: fc.constantFrom("delete" as const, "wipe" as const, "edit trigger" as const, "clear" as const),
    row,
  }),
  fc.record({ kind: fc.constant("sort" as const) }),
  fc.record({ kind: fc.constant("reconcile" as const) }),
);

function does(desk: MemoryDesk, gone: GoneNumbers, done: Deed): void {
  desk.now += 60_000;
  if (done.kind === "reconcile") return reconcile(desk, gone);
  if (done.kind === "sort") return void desk.rows.reverse();
  const rowNumber = (done.row % (desk.rows.length + 1)) + 2;
  if (done.kind === "type") return desk.type(rowNumber, done.cells);
  if (rowNumber > desk.rows.length + 1) return;
  if (done.kind === "copy") return desk.copyRow(rowNumber, (done.to % (desk.rows.length + 1)) + 2);
  if (done.kind === "delete") return desk.deleteRow(rowNumber);
  if (done.kind === "wipe") return void (desk.at(rowNumber).saved = undefined);
  if (done.kind === "clear") return void (desk.at(rowNumber).cells = {});
  recordEdits(desk, desk.read({ first: rowNumber, last: rowNumber }));
}

/** As the timer does: deletions and returns by the numbers, then every row that nobody recorded. */
function reconcile(desk: MemoryDesk, gone: GoneNumbers): void {
  const ids = desk.rows.map(({ ticket }) => ticket);
  const lookUp = (numbers: readonly number[]) =>
    numbers.flatMap((number) => desk.known.fromHistory(`T-${number}`) ?? []);
  const census = takeCensus(ids, { gone, lastNumber: desk.lastNumber, recent: desk.events, by: "unknown", lookUp });
  recordDeletions(desk, census.deleted);
  for (const id of census.returned) recordReturn(desk, id);
  const twice = doubles(ids);
  recordEdits(desk, missedRows(desk.read(), { hasColumn: () => true, isDouble: (id) => twice.has(id) }));
}

function recordReturn(desk: MemoryDesk, id: string): void {
  const state = desk.known.fromHistory(id);
  const [first] = desk.known.rowsShowing(id);
  if (!state?.deletedAt || first === undefined || desk.at(first).saved?.state.id !== id) return;
  desk.at(first).saved = { state, row: first };
  recordEdits(desk, desk.read({ first, last: first }));
}

/** A number typed where no ticket stands yet waits for its subject; two such rows and a ticket may show one number until then. */
function takeNumbersFromBlankRows(desk: MemoryDesk): void {
  for (const row of desk.rows) if (row.saved?.state.id !== row.ticket && !("subject" in row.cells)) row.ticket = "";
}

function differences(desk: MemoryDesk): string[] {
  const verifier = aVerifier();
  verifier.takeHistory(desk.history);
  verifier.takeRows(
    desk.rows.map(({ ticket, saved, cells }, index) => {
      const self = saved?.state.id === ticket ? saved.state : undefined;
      return { rowNumber: index + 2, typedId: ticket, hasSubject: "subject" in cells, fields: cells, saved: self };
    }),
    (key) => key,
  );
  verifier.finish();
  return verifier.differences.map(({ sentence }) => sentence);
}

describe("whatever people do to the sheet", () => {
  it("History tells it in the end, without a difference", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const desk = aDesk("Printer", "Mail", "Phone");
        const gone = new GoneNumbers("");
        reconcile(desk, gone);
        for (const done of deeds) does(desk, gone, done);
        takeNumbersFromBlankRows(desk);
        for (let round = 1; round <= 3; round++) reconcile(desk, gone);
        expect(differences(desk)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
