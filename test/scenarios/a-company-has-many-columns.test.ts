import { aCompany, type Company, verify } from "./company.ts";
import { cell, gridOf, historyOf, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;

/** Two tickets, and columns of the company's own with long headers, pasted at once. */
function withColumns(count: number): Company {
  const company = aCompany({ tickets: 2 });
  const { maxColumns } = gridOf(company.book, "Tickets");
  company.ana.insertColumns("Tickets", maxColumns + 1, count);
  const headers = Array.from({ length: count }, (_, index) => `What our customers call it, part ${index + 1}`);
  company.ana.paste("Tickets", cell(company, "", 1).replace(/\d+/, "1"), [headers]);
  return company;
}

const failed = ({ workspace }: Company): unknown[] =>
  workspace.executions.flatMap(({ error }) => (error ? [error.message] : []));

const filled = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index} ${"what they said about it ".repeat(4)}`);

test.each([
  [60, "more than one run marks"],
  [300, "more than one property holds the headers of"],
  [1100, "more than a hidden State cell can tell the contents of, or Google marks"],
])("%d columns at once, %s: everything is recorded", (count) => {
  const company = withColumns(count);
  const at = cell(company, "What our customers call it, part 1", 2);
  company.ana.paste("Tickets", at, [filled(count)]);
  company.workspace.clock.advance(3 * FIVE_MINUTES);
  company.ben.type("Tickets", "C2", "Pending");
  company.ben.type("Tickets", at, "Another");
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  expect(failed(company)).toEqual([]);
  const sets = historyOf(company.book).filter(({ ticket, type }) => ticket === "T-1" && type === "edited");
  expect(sets).toHaveLength(3);
  expect(ticketRows(company.book)[0]).toMatchObject({ Ticket: "T-1", Status: "Pending" });
  expect(verify(company)).toMatchObject({ differences: [] });
});
