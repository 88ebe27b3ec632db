import type { EventType, TicketEvent } from "../../src/domain/history/event.ts";
import { GoneNumbers } from "../../src/domain/ticket/gone-numbers.ts";
import { takeCensus } from "../../src/use-cases/record-deletions.ts";
import { at } from "../support/at.ts";
import { aRecordedEvent, aTicket } from "../support/tickets.ts";

/** History tells of T-1 to T-5, of which T-5 is deleted. */
const TOLD = new Map(
  [1, 2, 3, 4, 5].map((number) => [
    number,
    aTicket({ id: `T-${number}`, ...(number === 5 && { deletedAt: at("Mon 09:00"), updatedBy: "ann" }) }),
  ]),
);

function census(ids: readonly string[], gone: string, lastNumber: number, recent: readonly TicketEvent[] = []) {
  const asked: number[] = [];
  const taken = takeCensus(ids, {
    gone: new GoneNumbers(gone),
    lastNumber,
    recent,
    by: "bob",
    lookUp: (numbers) => {
      asked.push(...numbers);
      return numbers.flatMap((number) => TOLD.get(number) ?? []);
    },
  });
  return {
    deleted: taken.deleted.map(({ id }) => id),
    deletedBy: taken.deletedBy,
    returned: taken.returned,
    gone: taken.gone.toString(),
    asked,
  };
}

describe("takeCensus", () => {
  const cases: readonly (readonly [why: string, ids: string[], gone: string, last: number, found: object])[] = [
    ["an empty desk", [], "", 0, { deleted: [], returned: [], gone: "", asked: [] }],
    ["all there", ["T-1", "T-2"], "", 2, { deleted: [], returned: [], gone: "", asked: [] }],
    [
      "all there, in whatever order, with blank and foreign rows between",
      ["", "T-2", "hello", "T-1", ""],
      "",
      2,
      { deleted: [], gone: "" },
    ],
    ["one deleted", ["T-1", "T-3"], "", 3, { deleted: ["T-2"], returned: [], gone: ";bob:2", asked: [2] }],
    [
      "two deleted that stood apart: no one person is said to have deleted both",
      ["T-2", "T-4"],
      "",
      4,
      { deleted: ["T-1", "T-3"], deletedBy: "unknown", gone: ";unknown:1,3" },
    ],
    ["two deleted that stood together", ["T-1", "T-4"], "", 4, { deletedBy: "bob", gone: ";bob:2-3" }],
    [
      "two deleted in a sorted sheet: nothing tells whether they stood together",
      ["T-4", "T-1"],
      "",
      4,
      { deleted: ["T-2", "T-3"], deletedBy: "unknown" },
    ],
    ["all deleted", [], "", 4, { deleted: ["T-1", "T-2", "T-3", "T-4"], gone: ";bob:1-4" }],
    ["the last one deleted", ["T-1"], "", 2, { deleted: ["T-2"], gone: ";bob:2" }],
    ["one known to be gone", ["T-1", "T-3"], "2", 3, { deleted: [], returned: [], gone: "2", asked: [] }],
    ["a number that a killed run wasted", ["T-1"], "2-5", 7, { deleted: [], gone: "2-7", asked: [6, 7] }],
    [
      "one whose deletion is recorded, though the list was lost",
      ["T-1", "T-2", "T-3", "T-4"],
      "",
      5,
      { deleted: [], gone: ";ann:5" },
    ],
    ["one that came back", ["T-1", "T-2"], "2", 2, { deleted: [], returned: ["T-2"], gone: "", asked: [] }],
    [
      "one that came back while another went",
      ["T-1", "T-3"],
      "3",
      3,
      { deleted: ["T-2"], returned: ["T-3"], gone: ";bob:2" },
    ],
    ["a number twice", ["T-1", "T-1"], "", 1, { deleted: [], returned: [], gone: "" }],
    ["a ticket from the time of another prefix", ["HD-1", "T-2"], "", 2, { deleted: [], gone: "" }],
    ["a number above the counter", ["T-1", "T-99"], "", 1, { deleted: [], returned: [], gone: "" }],
  ];
  it.each(cases)("%s", (_why, ids, gone, lastNumber, found) => {
    expect(census(ids, gone, lastNumber)).toMatchObject(found);
  });

  const told = (...types: EventType[]): TicketEvent[] => types.map((type) => aRecordedEvent({ ticketId: "T-2", type }));
  it.each([
    [
      "restored, and its row gone again before the next census",
      told("deleted", "restored"),
      { deleted: ["T-2"], gone: ";bob:2" },
    ],
    ["created under a number that counted as wasted, and gone", told("created"), { deleted: ["T-2"], gone: ";bob:2" }],
    [
      "deleted last: that is known, and nobody is asked",
      told("restored", "deleted"),
      { deleted: [], gone: "2", asked: [] },
    ],
  ])("counts what History told of late: %s", (_why, recent, found) => {
    expect(census(["T-1"], "2", 2, recent)).toMatchObject(found);
  });

  it("still finds a ticket that is deleted in History and stands in a row", () => {
    expect(census(["T-1", "T-2"], "2", 2, told("created"))).toMatchObject({ returned: ["T-2"], gone: "" });
  });
});
