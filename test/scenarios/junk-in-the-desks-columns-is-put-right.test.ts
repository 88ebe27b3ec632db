import { apiWrite } from "../emulator/people/api-write.ts";
import { type Company, verify } from "./company.ts";
import type { Deed } from "./deed.ts";
import { interleaved } from "./interleaved.ts";
import { cell, gridOf, historyOf, ticketRows } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";

const FIVE_MINUTES = 5 * 60_000;
const open = startingPoint();
const T2 = 3;

/** What a script that knows nothing of the desk may leave there. */
const JUNK: readonly (readonly [header: string, junk: string | number])[] = [
  ["Created", "2020-01-01"],
  ["Updated", 5],
  ["Updated by", "nobody@example.com"],
  ["Resolved", "2020-01-01"],
  ["Closed", "soon"],
  ["SLA", "fine"],
  ["Time left", "soon"],
  ["First response due", "never"],
  ["Resolution due", "never"],
];

const holds = ({ book }: Company, header: string): unknown =>
  ticketRows(book).find(({ Ticket }) => Ticket === "T-2")?.[header];

const scribble = (company: Company, header: string, junk: string | number): void =>
  apiWrite(company.book, { sheet: "Tickets", a1: cell(company, header, T2) }, [[junk]]);

/** What the desk shows there by itself five minutes later. */
function undisturbed(header: string): unknown {
  const company = open();
  company.workspace.clock.advance(FIVE_MINUTES);
  return holds(company, header);
}

test.each(JUNK)("%s: a script's %p is gone once the timer has come round, and is no edit", (header, junk) => {
  const company = open();
  const events = historyOf(company.book).length;
  scribble(company, header, junk);
  company.workspace.clock.advance(FIVE_MINUTES);
  const isMoving = header === "Time left"; // hours left, as of the last look
  expect(holds(company, header)).toEqual(isMoving ? expect.any(Number) : undisturbed(header));
  expect(historyOf(company.book)).toHaveLength(events);
  expect(verify(company).differences).toEqual([]);
});

const TIMER: Deed = {
  name: "the timer",
  act: ({ project }) => void project.run("onTimer", [], { trigger: "clock" }),
};

test("junk that a script writes before any call of the timer is gone when it has come again", () => {
  const wanted = undisturbed("Updated by");
  const scribbles: Deed = {
    name: "a script writes",
    act: (company) => scribble(company, "Updated by", "nobody@example.com"),
    wrongs: (company) => {
      const now = holds(company, "Updated by");
      return now === wanted ? [] : [`Updated by is "${String(now)}"`];
    },
  };
  expect(interleaved(open, TIMER, () => scribbles)).toEqual([]);
});

/** 0 for "A3". */
const lettersOf = (a1: string): number =>
  [...a1.replace(/\d+$/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

test("hours under the format of a date are hours again, and stay so", () => {
  const company = open();
  const grid = gridOf(company.book, "Tickets");
  const left = lettersOf(cell(company, "Time left", T2));
  const look = (): string | undefined => grid.lookAt(T2 - 1, left).numberFormat;
  const before = look();
  grid.changeLook({ top: T2 - 1, left, rows: 1, columns: 1 }, (was) => ({ ...was, numberFormat: "yyyy-mm-dd" }));
  expect(verify(company).differences).not.toEqual([]);
  company.workspace.clock.advance(FIVE_MINUTES);
  expect([verify(company).differences, look()]).toEqual([[], before]);
});
