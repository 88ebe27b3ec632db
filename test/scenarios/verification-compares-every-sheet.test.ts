import { makeDemo } from "../../scripts/demo/demo.ts";
import { productFiles } from "../../scripts/product.ts";
import { ANA, BEN, type Company, OWNER, verify } from "./company.ts";
import { open, script } from "./desk-to-verify.ts";
import { gridOf, outboxRows } from "./sheets.ts";

const said = ({ book }: Company): unknown[][] =>
  gridOf(book, "Conversation").valuesOf({ top: 1, left: 0, rows: 4, columns: 6 });

test("the desk is whole, and how much of each was compared is said", () => {
  const company = open();
  expect(said(company).map(([seq, ticket]) => `${String(seq)} ${String(ticket)}`)).toEqual([
    "5 T-1",
    "6 T-2",
    "7 T-1",
    "8 T-3",
  ]);
  expect(outboxRows(company.book).map(({ To, About }) => [To, About])).toEqual(
    [BEN, OWNER].map((to) => [to, "T-2, T-3, T-4"]),
  );
  expect(verify(company)).toEqual({
    text: "4 tickets, 12 events, 4 conversations, 2 mails, 0 differences",
    differences: [],
  });
});

type Deed = readonly [what: string, act: (company: Company) => void, sentences: readonly string[]];

const CONVERSATION: readonly Deed[] = [
  [
    "a text changed",
    ({ ben }) => ben.type("Conversation", "F3", "She means the lift."),
    ['T-2: in Conversation event 6 says "She means the lift.", History "He means the lift.".'],
  ],
  [
    "the end of a long text changed",
    ({ ben, book }) =>
      ben.type("Conversation", "F4", String(gridOf(book, "Conversation").valueAt(3, 5)).replace("Monday", "Friday")),
    ['T-1: in Conversation event 7 says "…t will be mended on Friday.", History "…t will be mended on Monday.".'],
  ],
  [
    "a text emptied",
    ({ ben }) => ben.clear("Conversation", "F2"),
    ['T-1: in Conversation event 5 says "", History "Take the stairs.".'],
  ],
  [
    "a text that is a number now",
    (company) => script(company, "Conversation", "F5", 6),
    ['T-3: in Conversation event 8 says "6", History "5".'],
  ],
  [
    "another author",
    ({ ben }) => ben.type("Conversation", "E3", BEN),
    [`T-2: in Conversation event 6 is by "${BEN}", History says "${ANA}".`],
  ],
  [
    "another kind",
    ({ ben }) => ben.type("Conversation", "D3", "Reply"),
    ['T-2: in Conversation event 6 is "Reply", History says "Note".'],
  ],
  [
    "another ticket",
    ({ ben }) => ben.type("Conversation", "B3", "T-4"),
    ['T-2: in Conversation event 6 stands under "T-4".'],
  ],
  [
    "another time",
    ({ ben }) => ben.type("Conversation", "C3", "2026-03-01 08:17"),
    ["T-2: in Conversation event 6 is of 2026-03-01 hh:mm, History says 2026-03-02 hh:mm."],
  ],
  [
    "a row deleted",
    ({ ben }) => ben.deleteRows("Conversation", 3, 1),
    ['T-2: "He means the lift." (Note, event 6) is missing from Conversation.'],
  ],
  [
    "the last row deleted",
    ({ ben }) => ben.deleteRows("Conversation", 5, 1),
    ['T-3: "5" (Note, event 8) is missing from Conversation.'],
  ],
  [
    "a row added by hand",
    ({ ben }) => ben.paste("Conversation", "A6", [["99", "T-2", "2026-03-02 11:00", "Reply", BEN, "All is well."]]),
    ['Conversation row 6 ("All is well.") is not in History: nothing was said in event "99".'],
  ],
  [
    "a row added by hand, as of an event in which nothing was said",
    ({ ben }) => ben.paste("Conversation", "A6", [["9", "T-2", "2026-03-02 11:00", "Reply", BEN, "All is well."]]),
    ['Conversation row 6 ("All is well.") is not in History: nothing was said in event "9".'],
  ],
  [
    "a row added by hand without an event",
    ({ ben }) => ben.type("Conversation", "F6", "Hello"),
    ['Conversation row 6 ("Hello") is not in History: nothing was said in event nothing.'],
  ],
  [
    "a row copied",
    ({ ben }) => ben.copyPaste("Conversation", "A3:F3", "Conversation", "A6", "all"),
    ["T-2: event 6 stands in Conversation more than once; row 6 is one."],
  ],
  [
    "an event's number changed",
    ({ ben }) => ben.type("Conversation", "A3", "7"),
    [
      'T-1: in Conversation event 7 stands under "T-2".',
      'T-1: in Conversation event 7 says "He means the lift.", History "The lift is old. The lift is old. The lift is old. The lift …".',
      "T-1: in Conversation event 7 is of 2026-03-02 hh:mm, History says 2026-03-02 hh:mm.",
      "T-1: event 7 stands in Conversation more than once; row 4 is one.",
      'T-2: "He means the lift." (Note, event 6) is missing from Conversation.',
    ],
  ],
  [
    "two rows swapped",
    ({ ben }) => ben.moveRows("Conversation", 4, 1, 3),
    [
      "Conversation is not in the order of History: event 7 stands above event 6. Nothing is lost by that; sort it by its column Event.",
    ],
  ],
  [
    "columns moved",
    ({ ben }) => ben.moveColumns("Conversation", 6, 1, 1),
    ["The columns of Conversation were moved, so that it can't be compared. Put them back as they were."],
  ],
  [
    "the sheet deleted",
    ({ ben }) => ben.deleteSheet("Conversation"),
    ["The sheet Conversation is gone. Choose Helpdesk > Set up: what was said is copied from History again."],
  ],
  ["a blank row", ({ ben }) => ben.insertRows("Conversation", 3), []],
  ["a header renamed", ({ ben }) => ben.type("Conversation", "F1", "Was gesagt wurde"), []],
];

const MAILS: readonly Deed[] = [
  [
    "the first mail deleted",
    ({ ben }) => ben.deleteRows("Outbox", 2, 1),
    ["Mail 12-1/2 is missing from the Outbox; it was written together with 12-2/2."],
  ],
  [
    "the last mail deleted",
    ({ ben }) => ben.deleteRows("Outbox", 3, 1),
    ["Mail 12-2/2 is missing from the Outbox; it was written together with 12-1/2."],
  ],
  [
    "all mails deleted",
    ({ ben }) => ben.deleteRows("Outbox", 2, 2),
    ["T-2", "T-3", "T-4"].map(
      (id, index) =>
        `${id}: on 2026-03-02 hh:mm people were to be told of its deadline (event ${10 + index}), but no mail in the Outbox is about that.`,
    ),
  ],
  [
    "About edited to another ticket",
    ({ ben }) => ben.type("Outbox", "D2", "T-2, T-1, T-4"),
    ["Mail 12-1/2 names T-1 in About, but History tells of no warning of it that this mail could be about."],
  ],
  [
    "About edited to no ticket",
    ({ ben }) => ben.type("Outbox", "D2", "T-2, T-99, T-4"),
    ['Mail 12-1/2 names "T-99" in About, a ticket that History doesn\'t know.'],
  ],
  [
    "About shortened",
    ({ ben }) => ben.type("Outbox", "D2", "T-2"),
    ['Mail 12-1/2 names 1 in About, its subject says "3 tickets due soon".'],
  ],
  [
    "a mail added by hand",
    ({ ben }) => ben.paste("Outbox", "A4", [["hello", "eve@example.com", "Hi", ""]]),
    ['Outbox row 4 ("hello", to eve@example.com) is no mail that the desk wrote.'],
  ],
  [
    "a mail copied",
    ({ ben }) => ben.copyPaste("Outbox", "A3:L3", "Outbox", "A4", "all"),
    ["Mail 12-2/2 stands in the Outbox more than once; row 4 is one."],
  ],
  [
    "the sheet deleted",
    ({ ben }) => ben.deleteSheet("Outbox"),
    ["The sheet Outbox is gone. Choose Helpdesk > Set up: it is made anew."],
  ],
  ["sorted by people", ({ ben }) => ben.moveRows("Outbox", 3, 1, 2), []],
];

describe.each([
  ["Conversation", CONVERSATION],
  ["the Outbox", MAILS],
] as const)("verification looks at %s, and names", (_, deeds) => {
  test.each(deeds)("%s", (_what, act, sentences) => {
    const company = open();
    act(company);
    // How long calls take, and so the minute of what is recorded, is no business of this test.
    const found = verify(company).differences.map((sentence) => sentence.replace(/\d\d:\d\d(:\d\d)?/g, "hh:mm"));
    expect(found).toEqual(sentences);
  });
});

test("a company that has worked for eight weeks has no difference, in whatever it did", () => {
  const workspace = makeDemo(productFiles(), () => undefined);
  const [book] = workspace.books.values();
  const [project] = workspace.projects;
  if (!book || !project) throw new Error("The demo has no book.");
  const owner = workspace.person(workspace.owner).open(book);
  owner.clickMenu("Helpdesk", "Open sidebar");
  expect(verify({ owner })).toEqual({
    text: expect.stringMatching(
      /^\d{3} tickets, 1,\d{3} events, [1-9]\d\d conversations, [1-9]\d mails, 0 differences$/,
    ) as string,
    differences: [],
  });
});
