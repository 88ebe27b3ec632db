import { productFiles } from "../../scripts/product.ts";
import type { CallInfo } from "../emulator/core/execution.ts";
import { type Company, reopened } from "./company.ts";
import { rowsAcross, ticketRows } from "./sheets.ts";
import { callsOf, type Deed, DEEDS, disturbed, startingPoint, wrongs } from "./sweep.ts";

const open = startingPoint();
const SMALL = ["an edit", "a new row", "a ticket logged", "a copied row"];

const DISTURBANCES: readonly (readonly [string, (company: Company, call: CallInfo) => void])[] = [
  ["killed, queued writes kept", (_company, { execution }) => execution.kill({ queued: "keep" })],
  ["killed, queued writes dropped", (_company, { execution }) => execution.kill({ queued: "drop" })],
  [
    "killed, the first queued write lost",
    (_company, { execution }) => execution.kill({ queued: (index) => index > 0 }),
  ],
  [
    "killed, the rows that were inserted and what was first written there lost",
    (_company, { execution }) => execution.kill({ queued: (index) => index > 1 }),
  ],
  ["another row typed", (company) => meanwhile(company, () => company.ben.type("Tickets", "B9", "Meanwhile"))],
  ["sorted", (company) => meanwhile(company, () => sort(company))],
];

function meanwhile({ workspace }: Company, act: () => void): void {
  act();
  workspace.engine.queue.drain();
}

function sort(company: Company): void {
  company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]);
}

/** A small version of the sweeps, on the product as `plant` has changed it: the first thing that is wrong. */
function sweep(plant: (company: Company) => void, deeds: readonly string[] = SMALL): string | undefined {
  const company = open();
  plant(company);
  const snapshot = company.workspace.snapshot();
  const opened = (): Company => reopened(snapshot);
  for (const deed of DEEDS.filter(({ name }) => deeds.includes(name))) {
    const calls = callsOf(opened, deed);
    for (const [name, disturb] of DISTURBANCES)
      for (let n = 1; n <= calls; n++) {
        const [wrong] = wrongAfter(opened(), deed, { n, disturb });
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
  disturbed(company, deed, n, (call) => disturb(company, call));
  const isAlive = company.workspace.executions.every(({ killed }) => !killed);
  const strangers = isAlive ? strangeSelves(company) : [];
  company.ana.type("Tickets", "B12", "Typed after");
  return [...strangers, ...wrongs(company, { done: [deed] })];
}

/** Rows in which a run, though nobody killed it, has left another ticket's saved self. */
function strangeSelves({ book }: Company): string[] {
  return ticketRows(book).flatMap(({ Ticket, State }) => {
    if (State === "" || String(State).startsWith(`{"t":"${String(Ticket)}"`)) return [];
    return [`${String(Ticket)} has the saved self ${String(State).slice(0, 20)}`];
  });
}

/** Changes the bundle's text; fails where the text isn't there, once. */
function planted(before: string, after: string): (company: Company) => void {
  const { files, manifest } = productFiles();
  const faulty = files.map((file) =>
    file.type === "gs" ? { ...file, source: replaceOnce(file.source, before, after) } : file,
  );
  return ({ project }) => project.save(faulty, manifest);
}

function replaceOnce(source: string, before: string, after: string): string {
  expect(source.split(before)).toHaveLength(2);
  return source.replace(before, () => after);
}

const APPEND = `this.history.append(rows);
      if (rows.length > 0 && !this.history.proves(rows, this.end)) throw new RowsMoved();`;
const SAVE = "if (saved.length > 0) this.saveRows(saved);";

const FAULTS = [
  ["the lock taken out", "a new row", "if (!lock.tryLock(waitMs)) throw", "if (!lock.tryLock(waitMs) && false) throw"],
  ["History not flushed before the rows", "an edit", APPEND, "this.history.append(rows);"],
  ["saved selves not read back", "an edit", "if (!writer.proves()) {", "if (!writer.proves() && false) {"],
  [
    "what no run has acknowledged never looked for",
    "a ticket logged",
    "seq > head.seq)).events",
    "seq > Infinity)).events",
  ],
  [
    "copies taken for nobody's rows",
    "a copied row",
    '({ id }) => ({\n    kind: "newcomer"',
    '({ id }) => ({\n    kind: "nobody"',
  ],
  [
    "clocks that only all events tell left out",
    "a deadline set back in the sidebar",
    "if (late.length === 0) return",
    "if (late.length >= 0) return",
  ],
] as const;

test("the product as it is passes the small sweep", () => {
  expect(sweep(() => undefined)).toBeUndefined();
});

test.each(FAULTS)("%s is found by sweeping over %s", (_fault, deed, before, after) => {
  expect(sweep(planted(before, after), [deed])).toEqual(expect.any(String));
});

test("rows written before History is found", () => {
  const { files } = productFiles();
  const source = files.find(({ type }) => type === "gs")?.source ?? "";
  const between = source.slice(source.indexOf(APPEND) + APPEND.length, source.indexOf(SAVE));
  const fault = planted(`${APPEND}${between}${SAVE}`, `${SAVE}\n      ${APPEND}${between}`);
  expect(sweep(fault, ["an edit"])).toEqual(expect.any(String));
});
