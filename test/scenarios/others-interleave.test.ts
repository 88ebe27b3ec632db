import { rowsAcross } from "./sheets.ts";
import { callsOf, type Deed, DEEDS, disturbed, startingPoint, wrongs } from "./sweep.ts";

const open = startingPoint();

/** What somebody else does while a run is under way, by turns, three of them before each call; its own triggers then want the lock that the run holds. */
const EDITS: readonly Deed[] = [
  { name: "edits the same cell", act: ({ ben }) => ben.type("Tickets", "C3", "On hold") },
  {
    name: "sorts the sheet",
    act: (company) => company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
  },
  { name: "inserts a row above", act: ({ ben }) => ben.insertRows("Tickets", 2, 1) },
  { name: "inserts a column", act: ({ ben }) => ben.insertColumns("Tickets", 2, 1) },
  { name: "moves a column", act: ({ ben }) => ben.moveColumns("Tickets", 4, 1, 3) },
  { name: "deletes another row", act: ({ ben }) => ben.deleteRows("Tickets", 2, 1), deletes: true },
];

/** Which of these comes matters less: they take turns. */
const BYSTANDERS: readonly Deed[] = [
  { name: "edits another ticket", act: ({ ben }) => ben.type("Tickets", "F5", "dora@example.com") },
  {
    name: "types a new row",
    act: ({ ben }) => ben.type("Tickets", "B9", "Meanwhile"),
    expect: { Meanwhile: { Priority: "Medium" } },
  },
  { name: "the timer comes", act: ({ project }) => void project.run("onTimer", [], { trigger: "clock" }) },
];

function disturbedEverywhere(deed: Deed, otherAt: (n: number) => Deed): string[] {
  const found: string[] = [];
  const calls = callsOf(open, deed);
  for (let n = 1; n <= calls; n++) {
    const company = open();
    const other = otherAt(n);
    disturbed(company, deed, n, () => {
      other.act(company);
      company.workspace.engine.queue.drain(); // at once, inside the other run
    });
    found.push(
      ...wrongs(company, { done: [deed, other], expected: [other] }).map(
        (wrong) => `${other.name} before ${n}: ${wrong}`,
      ),
    );
  }
  expect(calls).toBeGreaterThan(4);
  return found;
}

describe.each(DEEDS)("$name, while somebody else", (deed) => {
  test.each([0, 2, 4])("works on the same rows and columns, in the order %d", (order) => {
    expect(disturbedEverywhere(deed, (n) => EDITS[(n + order) % EDITS.length] as Deed)).toEqual([]);
  });

  test("works elsewhere", () => {
    expect(disturbedEverywhere(deed, (n) => BYSTANDERS[n % BYSTANDERS.length] as Deed)).toEqual([]);
  });
});
