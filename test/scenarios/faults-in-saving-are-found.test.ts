import { type Fault, openWith } from "./planted.ts";
import * as sweeps from "./saving-sweeps.ts";
import type { Sweep } from "./saving-sweeps.ts";

const SMALL_SLICES: Fault = ["ROWS_A_SLICE = 6e4", "ROWS_A_SLICE = 3"];

interface Planted {
  readonly name: string;
  readonly by: Sweep;
  readonly fault: Fault;
}

const FAULTS: readonly Planted[] = [
  {
    name: "people's cells before State",
    by: sweeps.sortedAndKilled,
    fault: [
      "writer.writeOwn(old);\n        writer.putBack(old);",
      "writer.putBack(old);\n        writer.writeOwn(old);",
    ],
  },
  { name: "one try", by: sweeps.sortedUnderTheSidebar, fault: [/if \(attempt\d* < TRIES\d*\) continue;/, ""] },
  {
    name: "one try where Google fails",
    by: sweeps.googleFailsOnce,
    fault: ["TRIES_AT_FAILURE = 3", "TRIES_AT_FAILURE = 1"],
  },
  {
    name: "numbers not reserved",
    by: sweeps.numbersShown,
    fault: [/this\.lastNumber \+= count\d*;\s+this\.write\(\);/, "this.lastNumber += arguments[0];"],
  },
  {
    name: "a row's State ignored when rows that were read without the lock are proved",
    by: sweeps.editedUnderTheTimer,
    fault: ["return id === typedId && state === savedText;", "return id === typedId;"],
  },
  {
    name: "recovery adding typed rows again",
    by: sweeps.typedRowDeleted,
    fault: ['source !== "sheet" && source !== "reconcile";', "true;"],
  },
  {
    name: '"@" at the start unguarded',
    by: sweeps.handedToGoogle,
    fault: ["['=+\\-@", "['=+\\-"],
  },
  {
    name: "Outbox unguarded where a mail is added",
    by: sweeps.handedToGoogle,
    fault: [/\]\.map\(guarded\)(?=\s+\);)/, "].map(String)"],
  },
  {
    name: "Outbox unguarded where a mail's state is written",
    by: sweeps.handedToGoogle,
    fault: ["iso(sentAt), error].map(guarded)", "iso(sentAt), error]"],
  },
  {
    name: "the time of a sidebar call taken under the lock",
    by: sweeps.waitsForItsTurn,
    fault: ["actor: caller.email, at };", "actor: caller.email, at: now() };"],
  },
  {
    name: "the time of an edit taken under the lock",
    by: sweeps.waitsForItsTurn,
    fault: ["recordEdit(memory, event, { at, waiter });", "recordEdit(memory, event, { at: now(), waiter });"],
  },
  {
    name: "the second look left out",
    by: sweeps.scriptBesideANewRow,
    fault: ["withDeskWrites(this.stillDue(saved), ", "withDeskWrites(saved, "],
  },
  {
    name: "what the desk wrote left out of State",
    by: sweeps.typedNext,
    fault: [/withDeskWrites\(this\.stillDue\(saved\), .*?\(\)\)/, "this.stillDue(saved)"],
  },
  { name: "debts left out", by: sweeps.killedAndAskedAgain, fault: ["...knowledge.owedTo(row, raw), ", ""] },
  {
    name: "strays not noted",
    by: sweeps.columnUnderTheSidebar,
    fault: ["this.cells.push(...strays.filter(", "void (strays.filter("],
  },
  {
    name: "History not read back",
    by: sweeps.rowInsertedInHistory,
    fault: ["if (found.length !== wanted.length || ", "if (false && "],
  },
  {
    name: "events that were heard of not written back",
    by: sweeps.rowDeletedInHistory,
    fault: ["if (missing.length > 0) growLog(", "if (missing.length > 0) ("],
  },
  {
    name: "History's order not mended",
    by: sweeps.rowInsertedInHistory,
    fault: ["else if (unsorted) ", "else if (unsorted && false) "],
  },
  {
    name: "oldValue ignored",
    by: sweeps.typedBack,
    fault: [/(?<=content\d* !== void 0) && sameContent\(content\d*, oldValue\)/, ""],
  },
  {
    name: "every cell the author's",
    by: sweeps.typedBesideAnEdit,
    fault: ["return keys.includes(key) && (", "return true || ("],
  },
  { name: "junk not looked at", by: sweeps.junkByAScript, fault: [/if \(row\.hasJunk.*?\) return true;/, ""] },
  {
    name: "numbers proved without contents",
    by: sweeps.newRowsChangePlaces,
    fault: ["here.savedText === seen.savedText && holdsStill(here, seen)", "here.savedText === seen.savedText"],
  },
  {
    name: "numbers proved without saved selves",
    by: sweeps.newRowsChangePlaces,
    fault: ["here.savedText === seen.savedText && holdsStill(here, seen)", "true"],
  },
];

/** Nothing more is looked for then. */
function first(sentences: Iterable<string>): string | undefined {
  for (const sentence of sentences) return sentence;
  return undefined;
}

test.each(FAULTS)("$name is found", ({ by, fault }) => {
  expect(first(by(openWith(fault)))).toEqual(expect.any(String));
});

test("a slice that leaves a row out is found", () => {
  const skips: Fault = [/span\.last \+ 1 : (?:void 0|undefined);/, "span.last + 2 : undefined;"];
  expect(first(sweeps.everyRowLookedAt(openWith(SMALL_SLICES, skips)))).toEqual(expect.any(String));
});

test.each([...new Set(FAULTS.map(({ by }) => by))].map((by) => ({ name: by.name, by })))(
  "the product as it is passes: $name",
  ({ by }) => {
    expect([...by(openWith())]).toEqual([]);
  },
);

test("the product with small slices leaves no row out", () => {
  expect([...sweeps.everyRowLookedAt(openWith(SMALL_SLICES))]).toEqual([]);
});
