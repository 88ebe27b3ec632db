import { TransientError } from "../emulator/core/errors.ts";
import type { CallInfo } from "../emulator/core/execution.ts";
import { type Company, reopened } from "./company.ts";
import { mailWrongs, marksIn } from "./mail-wrongs.ts";
import { outboxRows, rowsAcross } from "./sheets.ts";
import { callsOf, type Deed, disturbed, startingPoint, wrongs } from "./sweep.ts";

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
function faults(company: Company, others: readonly Deed[] = []): string[] {
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  const isOneGone = others.some(({ deletes }) => deletes);
  const told = marksIn(company).length;
  const few = told === TOLD || isOneGone ? [] : [`${told} of ${TOLD} were told`];
  return [...few, ...mailWrongs(company, { isOneGone }), ...wrongs(company, { done: [WARNED, ...others] })];
}

function everywhere(disturb: (company: Company, n: number) => (call: CallInfo) => void, others: readonly Deed[]) {
  const found: string[] = [];
  const calls = callsOf(open, WARNED);
  for (let n = 1; n <= calls; n++) {
    const company = open();
    disturbed(company, WARNED, n, disturb(company, n));
    found.push(...faults(company, [others[n % others.length] ?? WARNED]).map((fault) => `at ${n}: ${fault}`));
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

test.each(["keep", "drop"] as const)("killed before each of its calls, queued writes: %s", (queued) => {
  // Every third one leaves its locks behind for as long as it might have run.
  const kill = (_company: Company, n: number) => {
    return ({ execution }: CallInfo) => execution.kill({ queued, locks: n % 3 === 0 ? "keep" : "release" });
  };
  expect(everywhere(kill, [WARNED])).toEqual([]);
});

test("with Google failing once at any of its calls", () => {
  const fail = (): never => {
    throw new TransientError("We're sorry, a server error occurred. Please wait a bit and try again.");
  };
  expect(everywhere(() => fail, [WARNED])).toEqual([]);
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
    { name: "deletes a ticket", act: ({ ben }) => ben.deleteRows("Tickets", 2, 1), deletes: true },
    { name: "edits a ticket", act: ({ ben }) => ben.type("Tickets", "C3", "On hold") },
  ],
];

test.each(OTHERS.map((deeds) => [deeds.map(({ name }) => name).join(" or "), deeds] as const))(
  "while somebody else %s",
  (_name, deeds) => {
    const disturb = (company: Company, n: number) => () => {
      deeds[n % deeds.length]?.act(company);
      company.workspace.engine.queue.drain();
    };
    expect(everywhere(disturb, deeds)).toEqual([]);
  },
);
