import type { Switches } from "../emulator/switches.ts";
import { ANA, type Company } from "./company.ts";
import type { Deed } from "./deed.ts";
import { interleaved } from "./interleaved.ts";
import { historyOf, ticketRows } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";

const ROWS = [
  ["Pasted one", "Open", "High"],
  ["Pasted two", "Pending", "Low"],
];

/** What Google does at an undo is told in more than one way. */
const SWITCHES: readonly Partial<Switches>[] = [
  { undoEvent: "fires", undoScope: "own cells" },
  { undoEvent: "fires", undoScope: "script writes too" },
  { undoEvent: "silent", undoScope: "own cells" },
];

function openWith(switches: Partial<Switches>): () => Company {
  const open = startingPoint();
  return () => {
    const company = open();
    Object.assign(company.workspace.switches, switches);
    return company;
  };
}

const paste = ({ ana }: Company): void => ana.paste("Tickets", "B6", ROWS);

/** Rows below the four tickets that hold anything, and new tickets that are not deleted, once. */
function ghosts({ book }: Company): string[] {
  const rows = ticketRows(book).slice(4);
  const left = rows.flatMap((row) => Object.entries(row).filter(([, content]) => content !== ""));
  const events = historyOf(book);
  const made = events.filter(({ type, ticket }) => type === "created" && !/^T-[1-5]$/.test(ticket));
  const alive = made.filter(
    ({ ticket }) => events.filter((event) => event.ticket === ticket && event.type === "deleted").length !== 1,
  );
  return [
    ...left.map(([header, content]) => `${header} still holds "${String(content).slice(0, 40)}"`),
    ...alive.map(({ ticket }) => `${ticket} is not deleted, once`),
  ];
}

test.each(SWITCHES)(
  "undone, a paste of new rows leaves them free, and its tickets deleted ($undoEvent, $undoScope)",
  (switches) => {
    const company = openWith(switches)();
    paste(company);
    company.ana.undo();
    company.workspace.clock.advance(5 * 60_000);
    expect(ghosts(company)).toEqual([]);
    // Where an undo takes numbers and saved selves away too, only the timer finds that tickets are gone.
    const isKnown = switches.undoEvent === "fires" && switches.undoScope === "own cells";
    const deleted = historyOf(company.book).filter(({ type, ticket }) => type === "deleted" && ticket !== "T-5");
    expect(deleted.map(({ ticket, actor }) => [ticket, actor])).toEqual(
      ["T-6", "T-7"].map((ticket) => [ticket, isKnown ? ANA : "unknown"]),
    );
    company.ana.type("Tickets", "B6", "Typed there");
    expect(ticketRows(company.book)[4]).toMatchObject({ Ticket: "T-8", Subject: "Typed there", Status: "New" });
  },
);

test.each(SWITCHES)(
  "undone before any call of its run, a paste of new rows leaves no ghost ($undoEvent, $undoScope)",
  (switches) => {
    const PASTE: Deed = { name: "new rows are pasted", act: paste };
    const undo: Deed = { name: "it is undone", act: ({ ana }) => ana.undo(), wrongs: ghosts };
    const found = interleaved(openWith(switches), PASTE, () => undo, { waits: true });
    expect(found.filter((wrong) => !/recorded as deleted/.test(wrong))).toEqual([]); // ghosts() tells which must be
  },
);
