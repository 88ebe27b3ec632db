import { BEN } from "./company.ts";
import type { Deed, Done } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { callsOf, disturbedAt, meanwhile, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const open = startingPoint();
const LOG = DEEDS.find(({ name }) => name === "a ticket logged") as Deed;
const COLUMN: Deed = { name: "a column is inserted", act: ({ ben }) => ben.insertColumns("Tickets", 2, 1) };
const ROWS: readonly Deed[] = [
  { name: "rows are inserted above", act: ({ ben }) => ben.insertRows("Tickets", 2, 2) },
  { name: "the first row is deleted", act: ({ ben }) => ben.deleteRows("Tickets", 2, 1), by: BEN, deletes: "T-1" },
];

/** What is left in the column that was inserted is another test's. */
const LEFT_OVER = /^T-\d+: {2}holds /;

/** A third of all pairs of calls, the column first or the rows, so that each call is disturbed at every distance by turns. */
function* pairs(calls: number): Generator<readonly [number, number]> {
  for (let one = 1; one <= calls; one++) for (let other = 1 + (one % 3); other <= calls; other += 3) yield [one, other];
}

test.each(ROWS)("a ticket is logged while a column is inserted and $name: every subject stands once", (rows) => {
  const found: string[] = [];
  for (const [one, other] of pairs(callsOf(open, LOG))) {
    const company = open();
    const its: Done[] = [];
    const insert = (): void => void its.push(meanwhile(company, COLUMN));
    const move = (): void => void its.push(meanwhile(company, rows));
    const both = (): void => [insert, move].forEach((act) => act());
    const acts: [number, () => void][] =
      one === other
        ? [[one, both]]
        : [
            [one, insert],
            [other, move],
          ];
    const done = disturbedAt(company, LOG, new Map(acts));
    const unheard = done.answer === "ok" ? [] : [`answered with "${String(done.answer)}"`];
    const all = [...unheard, ...wrongs(company, [done, ...its])];
    const ofTickets = all.filter((wrong) => !LEFT_OVER.test(wrong));
    found.push(...ofTickets.map((wrong) => `the column before ${one}, the rows before ${other}: ${wrong}`));
  }
  expect(found).toEqual([]);
});
