import { TransientError } from "../emulator/core/errors.ts";
import type { CallInfo } from "../emulator/core/execution.ts";
import { BEN, type Company, reopened } from "./company.ts";
import { mailWrongs, marksIn } from "./mail-wrongs.ts";
import { outboxRows, rowsAcross } from "./sheets.ts";
import type { Deed, Done } from "./deed.ts";
import { callsOf, disturbed, meanwhile, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const FIVE_MINUTES = 5 * 60_000;
const UNTIL_WARNED = 3 * 60 * 60_000;

/** A few minutes before the first warnings of four tickets. The SLA sheet's hour has sweeps of its own, and would be a third of this one's time. */
const open = ((): (() => Company) => {
  const company = startingPoint()();
  const { triggers } = company.workspace;
  for (const { id, handler } of [...triggers.all()]) if (handler === "onHour") triggers.remove(id);
  company.workspace.clock.reach(Date.UTC(2026, 2, 2, 9) + UNTIL_WARNED - FIVE_MINUTES);
  const snapshot = company.workspace.snapshot();
  return () => reopened(snapshot);
})();

const WARNED: Deed = {
  name: "the timer tells of four tickets",
  act: ({ workspace, project }) => {
    workspace.clock.pass(2 * FIVE_MINUTES);
    project.run("onTimer", [], { trigger: "clock" });
  },
};

const TOLD = 4;

/** Runs the timers a few times more and says what is wrong; `others` are what else was done. */
function faults(company: Company, others: readonly Done[] = []): string[] {
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  const isOneGone = others.some(({ deed }) => deed.deletes);
  const told = marksIn(company).length;
  const few = told === TOLD || isOneGone ? [] : [`${told} of ${TOLD} were told`];
  return [...few, ...mailWrongs(company, { isOneGone }), ...wrongs(company, others)];
}

/** The timer's run is disturbed before each of its calls; `disturb` answers with what else was done. */
function everywhere(disturb: (company: Company, call: CallInfo) => readonly Done[]): string[] {
  const found: string[] = [];
  const calls = callsOf(open, WARNED);
  for (let n = 1; n <= calls; n++) {
    const company = open();
    const others: Done[] = [];
    disturbed(company, WARNED, n, (call) => void others.push(...disturb(company, call)));
    found.push(...faults(company, others).map((fault) => `at ${n}: ${fault}`));
  }
  expect(calls).toBeGreaterThan(30);
  return found;
}

test("undisturbed, both of them get one mail about all four, and nothing is told again", () => {
  const company = open();
  WARNED.act(company);
  expect(company.workspace.mails.map(({ subject }) => subject)).toEqual(["4 tickets due soon", "4 tickets due soon"]);
  expect(faults(company)).toEqual([]);
  expect(outboxRows(company.book)).toHaveLength(2);
});

test.each([0, 1, Infinity])("killed before each of its calls, of the queued writes sent: %d", (landing) => {
  // Every third one leaves its locks behind for as long as it might have run.
  const kill = (_company: Company, { n, execution }: CallInfo): readonly Done[] => {
    execution.kill({ queued: (index) => index < landing, locks: n % 3 === 0 ? "keep" : "release" });
    return [];
  };
  expect(everywhere(kill)).toEqual([]);
});

test("with Google failing once at any of its calls", () => {
  const fail = (): never => {
    throw new TransientError("We're sorry, a server error occurred. Please wait a bit and try again.");
  };
  expect(everywhere(fail)).toEqual([]);
});

/** What somebody else does meanwhile; those of one list take turns. */
const OTHERS: readonly (readonly Deed[])[] = [
  [
    { name: "runs another timer", act: ({ project }) => void project.run("onTimer", [], { trigger: "clock" }) },
    { name: "sorts the Outbox", act: ({ ben }) => ben.sort("Outbox", "A2:L9", [{ column: 2, ascending: false }]) },
  ],
  [
    {
      name: "sorts Tickets",
      act: (company) => company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
    },
    { name: "inserts a row above", act: ({ ben }) => ben.insertRows("Tickets", 2, 1) },
    { name: "deletes a ticket", act: ({ ben }) => ben.deleteRows("Tickets", 2, 1), by: BEN, deletes: "T-1" },
    {
      name: "edits a ticket",
      act: ({ ben }) => ben.type("Tickets", "C3", "On hold"),
      by: BEN,
      expect: { "T-2": { Status: "On hold" } },
    },
  ],
];

test.each(OTHERS.map((deeds) => [deeds.map(({ name }) => name).join(" or "), deeds] as const))(
  "while somebody else %s",
  (_name, deeds) => {
    expect(everywhere((company, { n }) => [meanwhile(company, deeds[n % deeds.length] ?? WARNED)])).toEqual([]);
  },
);
