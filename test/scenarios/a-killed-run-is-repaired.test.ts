import { rowsAcross } from "./sheets.ts";
import { callsOf, type Deed, DEEDS, disturbed, startingPoint, wrongs } from "./sweep.ts";

const open = startingPoint();

/** What happens after the kill, before the timer comes round: by turns, so that each call has two of these after it. */
const AFTERWARDS: readonly Deed[] = [
  { name: "another ticket is edited", act: ({ ana }) => ana.type("Tickets", "F2", "dora@example.com") },
  { name: "the same row is edited", act: ({ ana }) => ana.type("Tickets", "F3", "dora@example.com") },
  { name: "another row is typed", act: ({ ana }) => ana.type("Tickets", "B8", "Typed after") },
  {
    name: "the sheet is sorted",
    act: (company) => company.ana.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
  },
];
const NOTHING: Deed = { name: "nothing", act: () => undefined };

type Queued = "keep" | "drop";

function killedEverywhere(deed: Deed, afterAt: (n: number) => Deed, queuedAt: (n: number) => Queued): string[] {
  const found: string[] = [];
  const calls = callsOf(open, deed);
  for (let n = 1; n <= calls; n++) {
    const company = open();
    const after = afterAt(n);
    disturbed(company, deed, n, ({ execution }) => execution.kill({ queued: queuedAt(n) }));
    after.act(company);
    found.push(
      ...wrongs(company, { done: [deed, after] }).map(
        (wrong) => `killed at ${n}, ${queuedAt(n)}, then ${after.name}: ${wrong}`,
      ),
    );
  }
  expect(calls).toBeGreaterThan(4);
  return found;
}

describe.each(DEEDS)("$name, killed before each of its calls", (deed) => {
  test.each(["keep", "drop"] as const)("and nothing more, queued writes: %s", (queued) => {
    expect(
      killedEverywhere(
        deed,
        () => NOTHING,
        () => queued,
      ),
    ).toEqual([]);
  });

  // Which of the queued writes land matters most to the run that repairs; here they do and don't by turns.
  test.each([0, 1])("then something else happens, in the order %d", (order) => {
    const afterAt = (n: number): Deed => AFTERWARDS[(n + order) % AFTERWARDS.length] ?? NOTHING;
    const queuedAt = (n: number): Queued => ((Math.floor(n / 4) + order) % 2 === 0 ? "keep" : "drop");
    expect(killedEverywhere(deed, afterAt, queuedAt)).toEqual([]);
  });
});
