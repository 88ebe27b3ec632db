import type { Company } from "./company.ts";
import type { Deed } from "./deed.ts";
import { interleaved } from "./interleaved.ts";
import { ticketRows } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();
const FIRST: Deed = { name: "a subject is typed", act: ({ ana }) => ana.type("Tickets", "B6", "Printer") };
const REFUSED: Deed = { name: "a status is refused", act: ({ ana }) => ana.type("Tickets", "C4", "Nonsense") };

const NEXT: readonly { first: Deed; header: string; cell: string; next: string; ticket: string }[] = [
  { first: FIRST, header: "Status", cell: "C6", next: "Pending", ticket: "Printer" },
  { first: FIRST, header: "Priority", cell: "D6", next: "High", ticket: "Printer" },
  { first: REFUSED, header: "Status", cell: "C4", next: "Pending", ticket: "T-3" },
];

test.each(NEXT)("$first.name, then $next typed into $cell before any call: it stands", (about) => {
  const { first, header, cell, next, ticket } = about;
  const typed: Deed = {
    name: `${next} is typed into ${cell}`,
    act: ({ ana }) => ana.type("Tickets", cell, next),
    expect: { [ticket]: { [header]: next } },
  };
  expect(interleaved(open, first, () => typed, { waits: true })).toEqual([]);
});

/** Google doesn't tell what was pasted: where the desk wrote over it, its own run says where to look again. */
function isToldOrThere(company: Company): string[] {
  const row = ticketRows(company.book).find(({ Subject }) => Subject === "Printer");
  const isTold = company.ana.toasts.some(({ message }) => message.includes("C6"));
  return row?.["Status"] === "Pending" || isTold ? [] : [`Status is ${String(row?.["Status"])}, and nobody was told`];
}

test("a status pasted beside a new subject stands, or whoever pasted it is told where to look again", () => {
  const paste: Deed = {
    name: "Pending is pasted into C6",
    act: ({ ana }) => ana.paste("Tickets", "C6", [["Pending"]]),
    wrongs: isToldOrThere,
  };
  expect(interleaved(open, FIRST, () => paste, { waits: true })).toEqual([]);
});
