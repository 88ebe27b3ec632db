import type { Grid } from "../emulator/spreadsheet/model/grid.ts";
import { type Bundle, bundleIn, companies, type Company } from "../../scripts/simulate/company.ts";
import { endingOf } from "../../scripts/simulate/history.ts";
import { makePlan } from "../../scripts/simulate/make-plan.ts";
import type { Act, Plan } from "../../scripts/simulate/plan.ts";
import type { World } from "../../scripts/simulate/world.ts";

const bundle = bundleIn("dist");
const open = companies(bundle);

/** Acts one after another, and nothing in their way. */
function quiet(acts: readonly Pick<Act, "kind" | "column" | "text">[]): Plan {
  const drawn = { row: "any" as const, dice: [0, 0, 0, 0, 0, 0.4], isLost: false };
  return {
    seed: 0,
    mode: "quiet",
    steps: acts.map((act, id) => ({ act: { ...drawn, ...act, id, who: id % 2 }, strikes: [] })),
  };
}

/** One update that says something, one ticket logged, one cell typed, one row deleted. */
const QUIET = quiet(
  (["update", "log", "type", "deleteRow"] as const).map((kind) => ({ kind, column: "Assignee", text: "" })),
);

const REFUSED = quiet([{ kind: "type", column: "Status", text: "Nonsense" }]);

const kindsOf = (spoil?: (world: World) => void): string[] =>
  endingOf(open(), QUIET, spoil).wrongs.map(({ kind }) => kind);

test("a quiet history has nothing wrong", () => {
  expect(kindsOf()).toEqual([]);
});

const SPOILS: readonly (readonly [what: string, kind: string, spoil: (world: World) => void])[] = [
  [
    "a value that nobody put there",
    "another value stands there",
    (world) => set(world, { row: 2, column: "Assignee", value: "mallory" }),
  ],
  [
    "a stray value in a blank cell",
    "a value that nobody put there",
    (world) => set(world, { row: 3, column: "Tags", value: "stray" }),
  ],
  ["a lost value", "a value is gone", (world) => set(world, { row: 2, column: "Assignee", value: undefined })],
  ["two rows that changed their subjects", "another value stands there", (world) => swap(world, "Subject")],
  ["two rows that changed their numbers", "another number", (world) => swap(world, "Ticket")],
  ["a doubled number", "a doubled number", (world) => set(world, { row: 3, column: "Ticket", value: "T-2" })],
  ["a missing number", "no number", (world) => set(world, { row: 3, column: "Ticket", value: undefined })],
  ["a lost event", "an acknowledged event is gone", ({ company }) => blank(company.sheet("History"), 4)],
  ["a changed event", "History's chain", ({ company }) => change(company.sheet("History"), 4)],
  ["something said twice in Conversation", "Conversation", ({ company }) => double(company.sheet("Conversation"))],
  ["something said that Conversation lacks", "Conversation", ({ company }) => blank(company.sheet("Conversation"), 1)],
  [
    "a ticket that is back",
    "a deleted ticket came back",
    (world) => set(world, { row: 12, column: "Ticket", value: "T-1" }),
  ],
];

test.each(SPOILS)("%s is found", (_what, kind, spoil) => {
  expect(kindsOf(spoil)).toContain(kind);
});

const seeds = (mode: string): Plan[] => Array.from({ length: 60 }, (_, seed) => makePlan(1000 + seed, mode));

/** Each with histories in one of which it must show. */
const FAULTS: readonly (readonly [fault: string, plans: readonly Plan[], before: string, after: string])[] = [
  [
    "the lock taken out",
    seeds("sidebar"),
    "if (!lock.tryLock(waitMs)) throw",
    "if (!lock.tryLock(waitMs) && false) throw",
  ],
  ["everybody taken for Ben", seeds("typing"), 'getEmail() || "unknown"', 'getEmail() && "ben@example.com"'],
  ["a chain without links", seeds("typing"), "digestOfLines([previousHash, ", 'digestOfLines(["", '],
  [
    "a verification that finds nothing",
    seeds("history"),
    "differences: [...verifier.differences, ...checks.finish(verifier)]",
    "differences: []",
  ],
  ["refused words in silence", [REFUSED], "SpreadsheetApp.getActive().toast(", "void ("],
];

test.each(FAULTS)("%s is found", (_fault, plans, before, after) => {
  const faulty = companies(planted(before, after));
  const fails = (from: () => Company, plan: Plan): boolean => endingOf(from(), plan).wrongs.length > 0;
  const found = plans.some((plan) => fails(faulty, plan) && !fails(open, plan));
  expect(found).toBe(true);
});

/** Changes the bundle's text; fails where the text isn't there, once. */
function planted(before: string, after: string): Bundle {
  const files = bundle.files.map((file) => {
    if (file.type !== "gs") return file;
    expect(file.source.split(before).length - 1).toBe(1);
    return { ...file, source: file.source.replace(before, () => after) };
  });
  return { ...bundle, files };
}

function set(
  { tickets, markers }: World,
  { row, column, value }: { row: number; column: string; value: string | undefined },
): void {
  tickets.store(row, markers.columns().get(column)!, value);
}

function swap({ tickets, markers }: World, column: string): void {
  const at = markers.columns().get(column)!;
  const [one, other] = [tickets.slotAt(2, at), tickets.slotAt(3, at)];
  tickets.store(2, at, other);
  tickets.store(3, at, one);
}

function blank(grid: Grid, row: number): void {
  for (let column = 0; column < grid.maxColumns; column++) grid.store(row, column, undefined);
}

function change(grid: Grid, row: number): void {
  grid.store(row, 2, String(grid.valueAt(row, 2)).replace("Medium", "Urgent"));
}

function double(grid: Grid): void {
  for (let column = 0; column < grid.maxColumns; column++) grid.store(2, column, grid.slotAt(1, column));
}
