import { apiWrite } from "../emulator/people/api-write.ts";
import type { Company } from "./company.ts";
import { asked, type Deed } from "./deed.ts";
import { historyOf, ticketRows } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const open = startingPoint();

/** What was saved of T-2 is Medium. */
const MEDIUM: Deed = {
  name: "the sidebar asks for Medium",
  act: ({ ana }) =>
    asked(ana, "sidebarUpdateTicket", { requestId: "same", ticketId: "T-2", changes: { priority: "Medium" } }),
  edits: ["T-2 Priority"],
};
const script = ({ book }: Company): void => apiWrite(book, { sheet: "Tickets", a1: "D3" }, [["High"]]);

const priorities = ({ book }: Company): string[] =>
  historyOf(book).flatMap(({ ticket, actor, set: { priority } }) =>
    ticket === "T-2" && typeof priority === "string" ? [`${priority} by ${actor}`] : [],
  );

test("a value of the sidebar that equals the saved one replaces what stands unrecorded in the cell, and both are recorded", () => {
  const company = open();
  script(company);
  const answer = MEDIUM.act(company);
  expect(wrongs(company, [{ deed: MEDIUM, answer }])).toEqual([]);
  expect(ticketRows(company.book)[1]).toMatchObject({ Ticket: "T-2", Priority: "Medium" });
  expect(priorities(company).slice(1)).toEqual(["High by unknown", "Medium by ana@example.com"]);
});
