import { TransientError } from "../emulator/core/errors.ts";
import type { CallInfo } from "../emulator/core/execution.ts";
import { apiWrite } from "../emulator/people/api-write.ts";
import { ask, BEN, type Company } from "./company.ts";
import { asked, type Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleavings, killings } from "./interleaved.ts";
import { question } from "./question.ts";
import { gridOf, historyOf, rowsAcross, ticketRows } from "./sheets.ts";
import { callsOf, disturbed, disturbedAt, everyLanding, meanwhile } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

/** Each answers with what is wrong, sentence by sentence; nothing where the product keeps its promise. */
export type Sweep = (open: () => Company) => Iterable<string>;

const FIVE_MINUTES = 5 * 60_000;
const deed = (name: string): Deed => DEEDS.find((one) => one.name === name) as Deed;

const CHANGE: Deed = {
  name: "T-2 is set to Pending in the sidebar",
  act: ({ ana }) => {
    const changes = { status: "Pending", assignee: "zoe@example.com" };
    return asked(ana, "sidebarUpdateTicket", { requestId: "change", ticketId: "T-2", changes });
  },
  requestId: "change",
  expect: { "T-2": { Status: "Pending", Assignee: "zoe@example.com" } },
};
const SORTS: Deed = {
  name: "sorts the rows",
  act: (company) => company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
  moves: true,
};
const typed = (cell: string, value: string, expect: Deed["expect"]): Deed => ({
  name: `${value} is typed into ${cell}`,
  act: ({ ana }) => ana.type("Tickets", cell, value),
  ...(expect && { expect }),
});

export const sortedUnderTheSidebar: Sweep = (open) => interleavings(open, CHANGE, () => SORTS);
export const killedAndAskedAgain: Sweep = (open) => killings(open, CHANGE);

/** The rows are sorted in the moment of writing, and the run is killed a few calls later. */
export const sortedAndKilled: Sweep = function* (open) {
  for (let n = 10, calls = callsOf(open, CHANGE); n < calls; n++)
    for (const [later, landing] of [0, 1, 2, 3].flatMap((calls) =>
      [1, 2].map((landing) => [calls, landing] as const),
    )) {
      const company = open();
      const kill = ({ execution }: CallInfo): void => execution.kill({ queued: (index) => index < landing });
      const sort = (): void => void meanwhile(company, SORTS);
      const both = (call: CallInfo): void => [sort, () => kill(call)].forEach((act) => act());
      const acts: [number, (call: CallInfo) => void][] =
        later === 0
          ? [[n, both]]
          : [
              [n, sort],
              [n + later, kill],
            ];
      disturbedAt(company, CHANGE, new Map(acts));
      const answer = CHANGE.act(company);
      for (const wrong of wrongs(company, [{ deed: CHANGE, answer }]))
        yield `sorted before ${n}, killed ${later} calls later, ${landing} writes sent: ${wrong}`;
    }
};

/** Columns move in the moment of writing. */
export const columnUnderTheSidebar: Sweep = (open) =>
  interleavings(open, CHANGE, () => ({
    name: "inserts a column",
    act: ({ ben }) => ben.insertColumns("Tickets", 3, 1),
    moves: true,
  }));

/** No trigger tells of it, so that only the desk's last look before it writes saves it: but for a few calls it does. */
export const scriptBesideANewRow: Sweep = function* (open) {
  const types = deed("a new row");
  const calls = callsOf(open, types);
  let lost = 0;
  for (let n = 1; n <= calls; n++) {
    const company = open();
    disturbed(company, types, n, () => apiWrite(company.book, { sheet: "Tickets", a1: "C6" }, [["Pending"]]));
    company.workspace.clock.advance(FIVE_MINUTES);
    if (ticketRows(company.book)[4]?.["Status"] !== "Pending") lost++;
  }
  if (lost > 4) yield `a script's word was lost before ${lost} of ${calls} calls`;
};

/** Google fails once, before one call: few of them (lock, properties) are heard of by whoever asked. */
export const googleFailsOnce: Sweep = function* (open) {
  const calls = callsOf(open, CHANGE);
  let heard = 0;
  for (let n = 1; n <= calls; n++) {
    const done = disturbed(open(), CHANGE, n, () => {
      throw new TransientError("We're sorry, a server error occurred. Please wait a bit and try again.");
    });
    if (done.answer !== "ok") heard++;
  }
  if (heard > calls / 2) yield `${heard} of ${calls} failures were heard of`;
};

/** Whoever types a subject goes on with the next cell while the row is being numbered. */
export const typedNext: Sweep = (open) => {
  const next = typed("C6", "Pending", { Typed: { Status: "Pending" } });
  return interleavings(open, deed("a new row"), () => next, { waits: true });
};

/** Typed over what the desk wrote, and typed back by somebody else before the first one's own run. */
export const typedBack: Sweep = function* (open) {
  const company = open();
  company.ana.type("Tickets", "B6", "Typed");
  company.workspace.holdTriggers(() => {
    company.ana.type("Tickets", "C6", "Pending");
    company.ben.paste("Tickets", "C6", [["New"]]);
  });
  company.workspace.clock.advance(FIVE_MINUTES);
  const row = ticketRows(company.book).find(({ Subject }) => Subject === "Typed");
  if (row?.["Status"] !== "New") yield `Status is ${String(row?.["Status"])}, not as it was typed last`;
};

export const typedBesideAnEdit: Sweep = (open) => {
  const bens: Deed = {
    name: "Ben types a description",
    act: ({ ben }) => ben.type("Tickets", "K3", "Ben's words."),
    by: BEN,
    expect: { "T-2": { Description: "Ben's words." } },
  };
  return interleavings(open, deed("an edit"), () => bens, { waits: true });
};

export const rowInsertedInHistory: Sweep = (open) =>
  interleavings(open, deed("an edit"), () => ({
    name: "a row is inserted in History",
    act: ({ ben }) => ben.insertRows("History", 3, 1),
  }));

/** An event that a run has read, deleted under it, is written back: before some call at least, and then nothing is wrong. */
export const rowDeletedInHistory: Sweep = function* (open) {
  const takes: Deed = {
    name: "the last event is deleted",
    act: ({ ben, book }) => ben.deleteRows("History", gridOf(book, "History").lastRow(), 1),
  };
  const wrong = new Set<string>();
  for (const sentence of interleavings(open, deed("an edit"), () => takes))
    wrong.add(/before (\d+)/.exec(sentence)?.[1] ?? "");
  const kept = callsOf(open, deed("an edit")) - wrong.size;
  if (kept < 3) yield `an event that was deleted before a call came back before ${kept} calls only`;
};

export const junkByAScript: Sweep = function* (open) {
  const company = open();
  const before = ticketRows(company.book)[1]?.["Updated by"];
  const grid = gridOf(company.book, "Tickets");
  const column = grid.valuesOf({ top: 0, left: 0, rows: 1, columns: grid.maxColumns })[0]?.indexOf("Updated by") ?? 0;
  apiWrite(company.book, { sheet: "Tickets", a1: `${String.fromCharCode(65 + column)}3` }, [["nobody"]]);
  company.workspace.clock.advance(FIVE_MINUTES);
  const now = ticketRows(company.book)[1]?.["Updated by"];
  if (now !== before) yield `Updated by holds ${String(now)}`;
};

/** A number that a row has shown is never another's. */
export const numbersShown: Sweep = function* (open) {
  const types = deed("a new row");
  for (let n = 1, calls = callsOf(open, types); n <= calls; n++)
    for (const { company, landing } of everyLanding(open, types, n)) {
      const shown = ticketRows(company.book)[4]?.["Ticket"] ?? "";
      company.ben.type("Tickets", "B9", "Another");
      company.workspace.clock.advance(FIVE_MINUTES);
      const now = ticketRows(company.book).find(({ Subject }) => Subject === "Typed")?.["Ticket"];
      if (shown !== "" && now !== shown)
        yield `killed at ${n}, ${landing} sent: ${String(shown)} became ${String(now)}`;
    }
};

export const typedRowDeleted: Sweep = function* (open) {
  const types = deed("a new row");
  for (let n = 1, calls = callsOf(open, types); n <= calls; n++)
    for (const { company, landing } of everyLanding(open, types, n)) {
      company.ben.deleteRows("Tickets", 6, 1);
      company.workspace.clock.advance(FIVE_MINUTES);
      if (ticketRows(company.book).some(({ Subject }) => Subject === "Typed"))
        yield `killed at ${n}, ${landing} sent: the row came back`;
    }
};

/** Two new rows change places while the one is being numbered: neither ticket ever has the other's subject. */
export const newRowsChangePlaces: Sweep = function* (open) {
  const withTwo = (): Company => {
    const company = open();
    apiWrite(company.book, { sheet: "Tickets", a1: "B7" }, [["Other"]]);
    return company;
  };
  const swaps: Deed = {
    name: "the new rows change places",
    act: (company) => company.ben.sort("Tickets", rowsAcross(company, 6, 7), [{ column: 2, ascending: true }]),
    moves: true,
    wrongs: ({ book }) => {
      const own = historyOf(book).filter(({ ticket, set }) => "subject" in set && !/^T-[1-5]$/.test(ticket));
      const subjects = own.map(({ set }) => String(set["subject"])).sort();
      return subjects.join() === "Other,Typed" ? [] : [`History tells the subjects ${subjects.join()}`];
    },
  };
  yield* interleavings(withTwo, deed("a new row"), () => swaps);
};

/** A row that was read without the lock is edited before its difference is recorded. */
export const editedUnderTheTimer: Sweep = (open) => {
  const types: Deed = {
    name: "Ben types into the cell",
    act: ({ ben }) => ben.type("Tickets", "E4", "dora@example.com"),
    by: BEN,
    expect: { "T-3": { Assignee: "dora@example.com" } },
  };
  const timer = { ...deed("the timer"), expect: {} };
  return interleavings(open, timer, () => types);
};

/** A large desk's rows are looked at slice by slice; the bundle's slices are to be made small. */
export const everyRowLookedAt: Sweep = function* (open) {
  const company = open();
  apiWrite(
    company.book,
    { sheet: "Tickets", a1: "F2" },
    ["a", "b", "c", "d"].map((name) => [`${name}@example.com`]),
  );
  company.workspace.clock.advance(3 * FIVE_MINUTES);
  const found = historyOf(company.book).flatMap(({ set: { requester } }) =>
    typeof requester === "string" ? [requester.slice(0, 1)] : [],
  );
  if (found.sort().join("") !== "abcd") yield `found: ${found.join()}`;
};

/** What happened is told as of when the run began, however long it waited for its turn. */
export const waitsForItsTurn: Sweep = function* (open) {
  const acts: readonly ((company: Company) => void)[] = [
    ({ ana }) => ana.type("Tickets", "C3", "Pending"),
    ({ ana }) => void ask(ana, "sidebarLogTicket", question()),
  ];
  for (const act of acts) {
    const company = open();
    const { clock } = company.workspace;
    const at = clock.now();
    company.workspace.onCall = ({ name }) => {
      if (name === "Lock.tryLock") clock.pass(2500);
    };
    act(company);
    company.workspace.onCall = undefined;
    const events = historyOf(company.book);
    const late = (events[events.length - 1]?.at ?? 0) - at;
    if (late < 0 || late > 1500) yield `told as ${late} ms after it happened`;
  }
};

const RISKY = /^(?:[=+\-@]|\d[\d.,:/-]*$)/;

/** Texts that Sheets might take for something else, handed to Google without an apostrophe. */
export const handedToGoogle: Sweep = function* (open) {
  const company = open();
  const seen: string[] = [];
  company.workspace.onCall = ({ name, args }) => {
    if (name === "Range.setValues" || name === "Range.setValue") seen.push(...textsIn(args));
  };
  ask(company.ana, "sidebarLogTicket", question({ subject: "@home", requesterName: "=1+1", description: "-5" }));
  company.workspace.clock.advance(4 * 3_600_000); // deadlines come, and mails about them
  company.workspace.onCall = undefined;
  if (company.workspace.mails.length === 0) yield "no mail was sent";
  if (!seen.includes("'@home")) yield "@home was not handed over";
  for (const text of seen) if (RISKY.test(text)) yield `handed over as it is: ${text}`;
};

const textsIn = (args: unknown): string[] =>
  typeof args === "string"
    ? [args]
    : typeof args === "object" && args !== null && "length" in args
      ? Array.from(args as ArrayLike<unknown>).flatMap(textsIn)
      : [];
