import { aCompany, type Company, verify } from "./company.ts";
import { historyOf, rowsAcross, ticketRows } from "./sheets.ts";

const shown = ({ book }: Company): string[] =>
  ticketRows(book)
    .map(({ Ticket, Subject, Status, Priority }) => [Ticket, Subject, Status, Priority].join())
    .sort();

/** Ben types what the rules forbid, and before call `n` of his run somebody sorts the rows; whether there was such a call. */
function typedWhileSorted(company: Company, n: number): boolean {
  let isReached = false;
  company.workspace.onCall = (call) => {
    if (call.n !== n || call.execution.functionName !== "onEdit") return;
    company.workspace.onCall = undefined;
    isReached = true;
    company.ana.sort("Tickets", rowsAcross(company, 2, 5), [{ column: 2, ascending: false }]);
  };
  company.ben.paste("Tickets", "C2", [["Sleeping"], ["New"]]);
  company.workspace.onCall = undefined;
  return isReached;
}

test("statuses put back while the rows are sorted leave every other ticket's status as it was, and record nothing", () => {
  for (let n = 1, isReached = true; isReached; n++) {
    const company = aCompany({ tickets: 4 });
    company.ana.paste("Tickets", "C4", [["Pending"], ["Resolved"]]);
    const [before, events] = [shown(company), historyOf(company.book).length];
    isReached = typedWhileSorted(company, n);
    company.workspace.clock.advance(2 * 5 * 60_000);
    expect([n, shown(company)]).toEqual([n, before]);
    expect([
      n,
      historyOf(company.book)
        .slice(events)
        .map(({ ticket, set }) => [ticket, set]),
    ]).toEqual([n, []]);
    expect(verify(company).differences).toEqual([]);
  }
});
