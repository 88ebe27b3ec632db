import { apiWrite } from "../emulator/people/api-write.ts";
import { ANA, type Company } from "./company.ts";
import { historyOf, rowsAcross } from "./sheets.ts";
import { callsOf, disturbed, startingPoint } from "./sweep.ts";

const open = startingPoint();

/** Ana types a subject into row 6; a script has written one into row 7. */
const TYPES = { name: "Ana types a subject", act: ({ ana }: Company) => ana.type("Tickets", "B6", "Typed") };

test("a row that changed places with hers before her run came is no ticket of hers, and none without a subject", () => {
  const found: string[] = [];
  for (let n = 1, calls = callsOf(open, TYPES); n <= calls; n++) {
    const company = open();
    apiWrite(company.book, { sheet: "Tickets", a1: "B7" }, [["Other"]]);
    disturbed(company, TYPES, n, () =>
      company.ben.sort("Tickets", rowsAcross(company, 6, 7), [{ column: 2, ascending: true }]),
    );
    company.workspace.clock.advance(5 * 60_000);
    const made = historyOf(company.book).filter(({ type, ticket }) => type === "created" && !/^T-[1-5]$/.test(ticket));
    for (const { actor, set } of made)
      if (!("subject" in set) || (set["subject"] === "Other" && actor === ANA))
        found.push(`before ${n}: ${actor} created ${JSON.stringify(set)}`);
  }
  expect(found).toEqual([]);
});
