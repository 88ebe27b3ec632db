import type { RecomputePreview } from "../../src/sidebar/api.ts";
import type { BookWindow } from "../emulator/people/book-window.ts";
import { aCompany, ask, type Company, verify } from "./company.ts";
import { historyOf, ticketRows } from "./sheets.ts";

const look = (window: BookWindow): RecomputePreview =>
  ask(window, "sidebarRecompute", { from: 2 })["data"] as RecomputePreview;

/** As the browser does: stretch after stretch. */
function apply(window: BookWindow, key: string): { changed: number; problem?: unknown } {
  let changed = 0;
  for (let from: number | null = 2; from !== null;) {
    const { data, problem } = ask(window, "sidebarRecomputeApply", { key, from });
    if (problem) return { changed, problem };
    const answer = data as { changed: number; next: number | null };
    changed += answer.changed;
    from = answer.next;
  }
  return { changed };
}

/** T-1 waits, T-2 is solved, T-3 and T-4 are open; then Medium gets 2 h for the first answer and 4 h to be resolved. */
function afterAChange(tickets = 4): Company {
  const company = aCompany({ tickets });
  company.ana.paste("Tickets", "C2", [["Pending"], ["Resolved"]]);
  company.workspace.clock.advance(3 * 3_600_000);
  company.owner.type("SLA policies", "D4", "2 h");
  company.owner.type("SLA policies", "F4", "4 h");
  return company;
}

test("a new policy is shown before it is applied; until then nothing is written", () => {
  const company = afterAChange();
  const events = historyOf(company.book).length;
  const { key, policies, next } = look(company.owner);
  expect(next).toBeNull();
  expect(policies).toMatchObject([
    {
      policy: "Standard, version 2",
      tickets: 3,
      effects: { breached: 3, earlier: 0, later: 0, unpromised: 0, same: 0 },
      examples: [{ ticketId: "T-1", subject: "Issue 1" }, { ticketId: "T-3" }, { ticketId: "T-4" }],
    },
  ]);
  expect(policies[0]?.examples[1]?.sentence).toMatch(
    /^first response due Mon 2 Mar 13:00 → Mon 2 Mar 11:00, breached at once$/,
  );
  expect(historyOf(company.book)).toHaveLength(events);
  expect(apply(company.owner, key)).toEqual({ changed: 3 });
  expect(
    historyOf(company.book)
      .slice(events)
      .map(({ ticket, type, policy }) => [ticket, type, policy]),
  ).toEqual(["T-1", "T-3", "T-4"].map((ticket) => [ticket, "promised", ["Standard", 2]]));
  expect(ticketRows(company.book).map(({ SLA }) => SLA)).toEqual(["Breached", "Met", "Breached", "Breached"]);
  expect(look(company.owner).policies).toEqual([]);
  expect(verify(company).differences).toEqual([]);
});

test("only a lead applies, and only what was shown", () => {
  const company = afterAChange();
  const { key } = look(company.ana);
  expect(apply(company.ana, key)).toMatchObject({
    problem: { kind: "not-allowed", sentence: expect.stringMatching(/Only a lead/) as string },
  });
  company.owner.paste("Tickets", "B6", [["Another", "Open", "Medium"]]); // under version 2, which can't be changed any more
  company.owner.type("SLA policies", "D4", "1 h");
  expect(apply(company.owner, key)).toMatchObject({
    changed: 0,
    problem: { sentence: expect.stringMatching(/look again/) as string },
  });
  expect(look(company.owner).policies[0]).toMatchObject({ policy: "Standard, version 3", tickets: 4 });
});

test("killed between stretches it goes on where it is needed, and does nothing twice", () => {
  const company = aCompany();
  company.ana.insertRows("Tickets", 200, 2200);
  company.ana.paste(
    "Tickets",
    "B2",
    Array.from({ length: 1500 }, (_, index) => [`Issue ${index}`, "Open", "Low"]),
  );
  company.owner.type("SLA policies", "D5", "20 h");
  const { key, policies } = look(company.owner);
  expect(policies).toMatchObject([{ tickets: 1500, effects: { later: 1500 } }]);
  expect(ask(company.owner, "sidebarRecomputeApply", { key, from: 2 })["data"]).toMatchObject({ changed: 1000 });
  expect(apply(company.owner, key)).toEqual({ changed: 500 });
  expect(historyOf(company.book).filter(({ type }) => type === "promised")).toHaveLength(1500);
  expect(look(company.owner).policies).toEqual([]);
}, 30_000);
