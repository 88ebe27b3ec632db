import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { killings } from "./interleaved.ts";
import { rowsAcross } from "./sheets.ts";
import { callsOf, killedBefore, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const open = startingPoint();

/** What happens after the kill, before the timer comes round: by turns, so that each call has two of these after it. */
const AFTERWARDS: readonly Deed[] = [
  {
    name: "another ticket is edited",
    act: ({ ana }) => ana.type("Tickets", "H2", "Software"),
    expect: { "T-1": { Category: "Software" } },
  },
  {
    name: "the same row is edited",
    act: ({ ana }) => ana.type("Tickets", "H3", "Software"),
    expect: { "T-2": { Category: "Software" } },
  },
  {
    name: "another row is typed",
    act: ({ ana }) => ana.type("Tickets", "B8", "Typed after"),
    expect: { "Typed after": { Status: "New" } },
  },
  {
    name: "the sheet is sorted",
    act: (company) => company.ana.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
  },
];

describe.each(DEEDS)("$name, killed before each of its calls", (deed) => {
  test("with every first part of its queue sent; who asked the sidebar asks again, and is answered", () => {
    expect([...killings(open, deed)]).toEqual([]);
  });

  // How many of the queued writes are sent, and what comes then, takes turns. Nobody asks again: what was asked is done wholly, or not at all.
  test.each([0, 1])("then something else happens, in the order %d", (order) => {
    const found: string[] = [];
    const calls = callsOf(open, deed);
    for (let n = 1; n <= calls; n++) {
      const company = open();
      const after = AFTERWARDS[(n + order) % AFTERWARDS.length] as Deed;
      const landing = (Math.floor(n / 4) + order) % 4;
      const { queued: _, ...done } = killedBefore(company, deed, { n, landing });
      after.act(company);
      found.push(
        ...wrongs(company, [done, { deed: after, answer: undefined }]).map(
          (wrong) => `killed at ${n}, ${landing} writes sent, then ${after.name}: ${wrong}`,
        ),
      );
    }
    expect(found).toEqual([]);
    expect(calls).toBeGreaterThan(4);
  });
});
