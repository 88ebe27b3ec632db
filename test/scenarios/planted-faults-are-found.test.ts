import { productFiles } from "../../scripts/product.ts";
import type { CallInfo } from "../emulator/core/execution.ts";
import type { Company } from "./company.ts";
import type { Deed, Done } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { type Fault, openWith } from "./planted.ts";
import { rowsAcross, ticketRows } from "./sheets.ts";
import { callsOf, disturbed, meanwhile } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const SMALL = ["an edit", "a new row", "a ticket logged", "a copied row"];

const TYPES: Deed = {
  name: "another row is typed",
  act: ({ ben }) => ben.type("Tickets", "B9", "Meanwhile"),
  by: "ben@example.com",
  expect: { Meanwhile: { Status: "New" } },
};
const SORTS: Deed = {
  name: "the sheet is sorted",
  act: (company) => company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
};

const kill =
  (queued: "keep" | "drop" | ((index: number) => boolean)) =>
  (_company: Company, { execution }: CallInfo): readonly Done[] => {
    execution.kill({ queued });
    return [];
  };

const DISTURBANCES: readonly (readonly [string, (company: Company, call: CallInfo) => readonly Done[]])[] = [
  ["killed, queued writes kept", kill("keep")],
  ["killed, queued writes dropped", kill("drop")],
  ["killed, the first queued write lost", kill((index) => index > 0)],
  ["killed, the rows that were inserted and what was first written there lost", kill((index) => index > 1)],
  ["another row typed", (company) => [meanwhile(company, TYPES)]],
  ["sorted", (company) => [meanwhile(company, SORTS)]],
];

/** A small version of the sweeps, on the product with these faults: the first thing that is wrong. */
function sweep(faults: readonly Fault[], deeds: readonly string[] = SMALL): string | undefined {
  const open = openWith(...faults);
  for (const deed of DEEDS.filter(({ name }) => deeds.includes(name))) {
    const calls = callsOf(open, deed);
    for (const [name, disturb] of DISTURBANCES)
      for (let n = 1; n <= calls; n++) {
        const [wrong] = wrongAfter(open(), deed, { n, disturb });
        if (wrong !== undefined) return `${deed.name}, ${name} before call ${n}: ${wrong}`;
      }
  }
  return undefined;
}

function wrongAfter(
  company: Company,
  deed: Deed,
  { n, disturb }: { n: number; disturb: (typeof DISTURBANCES)[number][1] },
): string[] {
  const others: Done[] = [];
  const done = disturbed(company, deed, n, (call) => void others.push(...disturb(company, call)));
  const isAlive = company.workspace.executions.every(({ killed }) => !killed);
  const strangers = isAlive ? strangeSelves(company) : [];
  company.ana.type("Tickets", "B12", "Typed after");
  return [...strangers, ...wrongs(company, [done, ...others])];
}

/** Rows in which a run, though nobody killed it, has left another ticket's saved self. */
function strangeSelves({ book }: Company): string[] {
  return ticketRows(book).flatMap(({ Ticket, State }) => {
    if (State === "" || String(State).startsWith(`{"t":"${String(Ticket)}"`)) return [];
    return [`${String(Ticket)} has the saved self ${String(State).slice(0, 20)}`];
  });
}

const APPEND = "if (!this.historyEnd.append(recorded)) throw new RowsMoved();";
const SAVE = "if (encoded.saved.length > 0) this.saveRows(encoded.saved);";

const FAULTS: readonly (readonly [name: string, deed: string, fault: Fault])[] = [
  [
    "the lock taken out",
    "a new row",
    ["if (!lock.tryLock(waitMs)) throw", "if (!lock.tryLock(waitMs) && false) throw"],
  ],
  ["saved selves not read back", "an edit", ["if (!writer.proves()) throw", "if (!writer.proves() && false) throw"]],
  [
    "what no run has acknowledged never looked for",
    "a ticket logged",
    ["seq > head.seq)).events", "seq > Infinity)).events"],
  ],
  [
    "copies taken for nobody's rows",
    "a copied row",
    ['({ id }) => ({\n    kind: "newcomer"', '({ id }) => ({\n    kind: "nobody"'],
  ],
  [
    "clocks that only all events tell left out",
    "a deadline set back in the sidebar",
    ["if (late.length === 0) return", "if (late.length >= 0) return"],
  ],
];

test("the product as it is passes the small sweep", () => {
  expect(sweep([])).toBeUndefined();
});

test.each(FAULTS)("%s is found by sweeping over %s", (_name, deed, fault) => {
  expect(sweep([fault], [deed])).toEqual(expect.any(String));
});

test("rows written before History is found", () => {
  const { files } = productFiles();
  const source = files.find(({ type }) => type === "gs")?.source ?? "";
  const between = source.slice(source.indexOf(APPEND) + APPEND.length, source.indexOf(SAVE));
  const fault = [`${APPEND}${between}${SAVE}`, `${SAVE}\n      ${APPEND}${between}`] as const;
  expect(sweep([fault], ["an edit"])).toEqual(expect.any(String));
});
