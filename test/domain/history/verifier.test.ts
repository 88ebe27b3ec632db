import type { HistoryRow } from "../../../src/domain/history/chain.ts";
import type { Difference } from "../../../src/domain/history/difference.ts";
import type { ShownRow } from "../../../src/domain/history/verifier.ts";
import {
  aVerifier,
  changedRow,
  EVENTS,
  HEADERS,
  HISTORY,
  LONG,
  LONG_ROWS,
  recorded,
  rowChanged,
  ROWS,
  savedAt,
  sentences,
  verify,
  without,
} from "../../support/small-history.ts";

describe("a desk as History tells it", () => {
  it("has no difference", () => {
    const [verifier] = verify(HISTORY, ROWS);
    expect(verifier?.differences).toEqual([]);
    expect([verifier?.tickets, verifier?.events]).toEqual([3, EVENTS.length]);
    expect(HISTORY).toHaveLength(EVENTS.length - 1 + LONG_ROWS);
  });

  it("has none where it is empty", () => {
    expect(sentences([], [])).toEqual([]);
  });

  it("has none where a column is gone: nobody can see what it held", () => {
    const verifier = aVerifier();
    verifier.takeHistory(HISTORY);
    verifier.takeRows(rowChanged(3, { fields: { subject: "Printer", status: "Pending" } }), (key) =>
      key === "c1" ? "" : key,
    );
    verifier.finish();
    expect(verifier.differences).toEqual([]);
  });

  it.each(["T-8", "T-3", "mine!"])("has none where %s is typed and no ticket stands yet", (typedId) => {
    const waiting = { rowNumber: 9, typedId, hasSubject: false, fields: {}, saved: undefined };
    expect(sentences(HISTORY, [...ROWS, waiting])).toEqual([]);
  });

  it("may be taken in pieces, as long as events stay whole", () => {
    const verifier = aVerifier();
    for (const [from, to] of [
      [0, 3],
      [3, 6],
      [6, 11],
      [11, 12],
    ] as const)
      verifier.takeHistory(HISTORY.slice(from, to));
    for (const row of ROWS) verifier.takeRows([row], (key) => HEADERS[key] ?? "");
    verifier.finish();
    expect([verifier.differences, verifier.tickets, verifier.events]).toEqual([[], 3, EVENTS.length]);
  });
});

type Case = readonly [why: string, history: readonly HistoryRow[], rows: readonly ShownRow[], sentences: string[]];

const CHANGED = (seq: number): string => `Event ${seq} was changed after it was recorded, or one before it is missing.`;

const ofTickets: readonly Case[] = [
  [
    "a cell changed",
    HISTORY,
    rowChanged(2, { fields: { subject: "Post", status: "Open" } }),
    ['T-2: Subject is "Post", History says "Mail".'],
  ],
  [
    "a cell emptied",
    HISTORY,
    rowChanged(2, { fields: { status: "Open" } }),
    ['T-2: Subject is "", History says "Mail".'],
  ],
  [
    "a cell filled",
    HISTORY,
    rowChanged(2, { fields: { subject: "Mail", status: "Open", c1: 0 } }),
    ['T-2: Cost is "0", History says "".'],
  ],
  [
    "a number that became a text",
    HISTORY,
    rowChanged(3, { fields: { subject: "Printer", status: "Pending", c1: "5" } }),
    ['T-1: Cost is "5", History says "5".'],
  ],
  [
    "a cleared cell filled again",
    HISTORY,
    rowChanged(5, { fields: { ...ROWS[3]?.fields, assignee: "ada" } }),
    ['T-4: Assignee is "ada", History says "".'],
  ],
  [
    "a long text with another end",
    HISTORY,
    rowChanged(5, { fields: { subject: "Door", description: `${LONG.slice(0, 49_000)}!` } }),
    [`T-4: Description is "${LONG.slice(0, 60)}…", History says "(49999 characters)".`],
  ],
  [
    "a saved self that is behind",
    HISTORY,
    rowChanged(3, { saved: savedAt(1) }),
    ["T-1: its row was saved at event 1, History's last is 3."],
  ],
  [
    "no saved self",
    HISTORY,
    rowChanged(3, { saved: undefined }),
    ["T-1: its row was saved at event none, History's last is 3."],
  ],
  [
    "a row gone",
    HISTORY,
    ROWS.filter(({ typedId }) => typedId !== "T-2"),
    ["T-2 is in History but has no row in Tickets."],
  ],
  [
    "a row twice",
    HISTORY,
    [...ROWS, { ...ROWS[0], rowNumber: 9 } as ShownRow],
    ["T-2 stands in more than one row; row 9 is one."],
  ],
  [
    "a number that History never heard of",
    HISTORY,
    [...ROWS, { rowNumber: 9, typedId: "T-8", hasSubject: true, fields: {}, saved: savedAt(9) }],
    ["Row 9 (T-8) is not in History."],
  ],
  [
    "a subject without number",
    HISTORY,
    [...ROWS, { rowNumber: 9, typedId: "", hasSubject: true, fields: { subject: "x" }, saved: undefined }],
    ["Row 9 (no number) is not in History."],
  ],
  [
    "a deleted ticket that stands there",
    HISTORY,
    [
      ...ROWS,
      {
        rowNumber: 9,
        typedId: "T-3",
        hasSubject: true,
        fields: { subject: "Phone", status: "Open" },
        saved: savedAt(5),
      },
    ],
    ["T-3 is deleted in History but stands in row 9."],
  ],
];

const ofHistory: readonly Case[] = [
  [
    "an event altered",
    changedRow(2, { json: HISTORY[1]?.json.replace("Mail", "Post") ?? "" }),
    ROWS,
    [CHANGED(2), 'T-2: Subject is "Mail", History says "Post".'],
  ],
  [
    "an event given to another ticket",
    changedRow(2, { ticketId: "T-5" }),
    [...ROWS.slice(1)],
    [CHANGED(2), "T-5 is in History but has no row in Tickets."],
  ],
  ["a hash altered", changedRow(2, { hash: "h0" }), ROWS, [CHANGED(2), CHANGED(3)]],
  ["an event that can't be read", changedRow(6, { json: "{" }), ROWS, [CHANGED(6), "History row 7 can't be read."]],
  ["an event removed", without(6), ROWS, ["History goes from event 5 to 7.", CHANGED(7)]],
  [
    "the first event removed",
    without(1),
    ROWS.slice(0, 1),
    [
      "History goes from event 0 to 2.",
      CHANGED(2),
      "Event 3 follows 1, but the ticket's last event is 0.",
      "T-1 is in History but has no row in Tickets.",
      "T-4 is in History but has no row in Tickets.",
    ],
  ],
  [
    "the end cut off",
    HISTORY.slice(0, 11),
    ROWS,
    ["T-4: its row was saved at event 12, History's last is 7.", 'T-4: Assignee is "", History says "ada".'],
  ],
  [
    "a piece of a long event cut off",
    HISTORY.slice(0, 10),
    ROWS,
    [7, 8, 9, 10].map((seq) => `History row ${seq + 1} can't be read.`).concat("Row 5 (T-4) is not in History."),
  ],
  [
    "two rows of History changed places",
    [...HISTORY.slice(0, 1), ...HISTORY.slice(2, 3), ...HISTORY.slice(1, 2), ...HISTORY.slice(3)],
    ROWS,
    [
      "History goes from event 1 to 3.",
      CHANGED(3),
      "History goes from event 3 to 2.",
      CHANGED(2),
      "History goes from event 2 to 4.",
      CHANGED(4),
    ],
  ],
  [
    "an event twice, chained anew",
    recorded((event, index) =>
      index === 5 ? { ...event, ticketId: "T-2", type: "edited", previous: 0, set: { status: "Open" } } : event,
    ),
    ROWS,
    ["Event 6 follows 0, but the ticket's last event is 2.", "T-2: its row was saved at event 2, History's last is 6."],
  ],
];

describe("Verify history names", () => {
  it.each([...ofTickets, ...ofHistory])("%s", (_why, history, rows, expected) => {
    expect(sentences(history, rows)).toEqual(expected);
  });

  it.each([...ofTickets, ...ofHistory])("the same in three passes: %s", (_why, history, rows, expected) => {
    expect(sentences(history, rows, 3).sort()).toEqual([...expected].sort());
  });

  it("which ticket a difference is about, so that it can be opened", () => {
    const [verifier] = verify(HISTORY, rowChanged(2, { saved: savedAt(1) }));
    expect(verifier?.differences).toEqual<Difference[]>([{ ticketId: "T-2", sentence: expect.any(String) as string }]);
  });

  it("as many tickets and events in three passes as in one", () => {
    const passes = verify(HISTORY, ROWS, 3);
    expect(passes.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(3);
    expect(passes.reduce((sum, { events }) => sum + events, 0)).toBe(EVENTS.length);
  });
});

it("takes a state that only all events together tell, unless there was one more since", () => {
  const verifier = aVerifier();
  verifier.takeHistory(HISTORY);
  expect(verifier.ticketsWhere(({ fields }) => "c1" in fields)).toEqual(["T-1"]);
  verifier.complete({ ...savedAt(3), fields: { subject: "Told by all" } });
  verifier.complete({ ...savedAt(9), id: "T-2", fields: { subject: "Told too late" } });
  verifier.takeRows(ROWS, (key) => HEADERS[key] ?? "");
  verifier.finish();
  expect(verifier.differences.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('T-1: Subject is "Printer", History says "Told by all"'),
    expect.stringContaining("T-1: Status"),
    expect.stringContaining("T-1: Cost"),
  ]);
});
