import fc from "fast-check";
import { chainHash, type HistoryRow } from "../../../src/domain/history/chain.ts";
import { decodeEvents } from "../../../src/domain/history/decode.ts";
import { encodeEvent } from "../../../src/domain/history/encode.ts";
import type { NewEvent, TicketEvent } from "../../../src/domain/history/event.ts";
import type { Fields } from "../../../src/domain/ticket/content.ts";
import { at } from "../../support/at.ts";
import { anyFields } from "../../support/contents.ts";
import { anEvent } from "../../support/tickets.ts";
import { parseTyped } from "../../emulator/values/typed.ts";

const START = { seq: 0, hash: "" };
const RECORDED = at("Mon 09:01");
const LONGEST_CELL = 50_000;

function encodeAll(events: readonly NewEvent[]): HistoryRow[] {
  return events.reduce<HistoryRow[]>(
    (rows, event) => [...rows, ...encodeEvent(event, RECORDED, rows.at(-1) ?? START)],
    [],
  );
}

/** What must come back: each event with the seq of its first row. */
function expected(events: readonly NewEvent[]): TicketEvent[] {
  let seq = 1;
  return events.map((event) => {
    const own = { ...event, seq, recordedAt: RECORDED };
    seq += encodeEvent(event, RECORDED, START).length;
    return own;
  });
}

const columns = (count: number, text: string): Fields =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, text]));

describe("an event in History", () => {
  const cases: readonly (readonly [why: string, changes: Partial<NewEvent>, rows: number])[] = [
    ["nothing set", {}, 1],
    [
      "every kind of content",
      { set: { a: "x", b: 1.5, c: true, d: { formula: "=A1" }, e: { date: "2026-03-02T09:00:00" } } },
      1,
    ],
    ["a cleared field", { set: { assignee: "" } }, 1],
    ["what may be absent", { row: 17, requestId: "r-1", because: "Logged on behalf of Bo." }, 1],
    ["the desk itself", { ticketId: "", type: "configured", set: { columns: "columns moved" } }, 1],
    ["a text that just fits", { set: { description: "a".repeat(44_000) } }, 1],
    ["a text of 60,000 characters", { set: { description: "a".repeat(60_000) } }, 5],
    ["a text of quotes", { set: { description: '"'.repeat(60_000) } }, 8],
    ["a text of control characters", { set: { description: "\u0001".repeat(50_000) } }, 17],
    ["a text of lone surrogates", { set: { description: "\ud83d".repeat(50_000) } }, 17],
    ["a text of emoji, cut in the middle of one", { set: { description: `a${"😀".repeat(30_000)}` } }, 5],
    ["a formula of 45,000 characters", { set: { c1: { formula: `="${"a".repeat(45_000)}"` } } }, 4],
    ["200 columns of 500 characters", { set: columns(200, "b".repeat(500)) }, 7],
    ["2,000 columns of 40 characters", { set: columns(2000, "c".repeat(40)) }, 7],
    ["a reason without end", { because: "because ".repeat(9000) }, 5],
    ["texts that look like our own marks", { set: { pieces: 3, more: "{}", c1: '{"more":"x"}' } }, 1],
  ];
  it.each(cases)("comes back as it was: %s", (_why, changes, rowCount) => {
    const event = anEvent(changes);
    const rows = encodeEvent(event, RECORDED, START);
    expect(rows).toHaveLength(rowCount);
    expect(decodeEvents(rows)).toEqual({ events: expected([event]), damaged: [] });
    for (const { json } of rows) expect(json.length).toBeLessThanOrEqual(LONGEST_CELL);
  });

  it("comes back as it was, whatever it sets and wherever it stands", () => {
    const anyEvent = fc.record({
      ticketId: fc.constantFrom("T-1", "T-2", ""),
      set: anyFields(),
      because: fc.string({ unit: "binary", maxLength: 10 }),
    });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 4 }), (changes) => {
        const events = changes.map((change) => anEvent(change));
        const rows = encodeAll(events);
        expect(decodeEvents(rows)).toEqual({ events: expected(events), damaged: [] });
        rows.forEach((row, index) => {
          expect(row.json.length).toBeLessThanOrEqual(LONGEST_CELL);
          expect(row.seq).toBe(index + 1);
          expect(row.hash).toBe(chainHash(rows[index - 1]?.hash ?? "", row));
        });
      }),
      { numRuns: 150 },
    );
  });

  it("stays the text it is in a cell that nobody formatted", () => {
    const typed = { locale: "de_DE", timeZone: "Etc/UTC", nowMs: RECORDED };
    fc.assert(
      fc.property(anyFields(), (set) => {
        for (const { json } of encodeEvent(anEvent({ set }), RECORDED, START)) {
          expect(parseTyped(json, typed)).toEqual({ value: json });
          expect(Buffer.from(json, "utf8").toString("utf8")).toBe(json); // no half of a surrogate pair
        }
      }),
      { numRuns: 50 },
    );
  });

  it("goes on from the end it is given", () => {
    const [first] = encodeEvent(anEvent(), RECORDED, { seq: 41, hash: "h41" });
    expect(first?.seq).toBe(42);
    expect(first?.hash).toBe(chainHash("h41", { seq: 42, ticketId: "T-1", json: first?.json ?? "" }));
  });
});

describe("damaged History", () => {
  const long = anEvent({ set: { description: "a".repeat(60_000) } });
  const rows = encodeAll([anEvent({ set: { subject: "one" } }), long, anEvent({ set: { subject: "three" } })]);
  const withJson = (seq: number, json: string): HistoryRow[] =>
    rows.map((row) => (row.seq === seq ? { ...row, json } : row));
  const without = (...seqs: number[]): HistoryRow[] => rows.filter(({ seq }) => !seqs.includes(seq));

  const cases: readonly (readonly [why: string, rows: HistoryRow[], subjects: string[], damaged: number[]])[] = [
    ["nothing", rows, ["one", "", "three"], []],
    ["a row emptied", withJson(1, ""), ["", "three"], [1]],
    ["a row cut in the middle", withJson(1, rows[0]?.json.slice(0, 40) ?? ""), ["", "three"], [1]],
    ["another JSON", withJson(1, "[1,2]"), ["", "three"], [1]],
    ["null", withJson(1, "null"), ["", "three"], [1]],
    ["a number", withJson(1, "12"), ["", "three"], [1]],
    ["an event without contents", withJson(1, '{"type":"edited","previous":0,"set":null}'), ["", "three"], [1]],
    ["a content that is none", withJson(1, rows[0]?.json.replace('"one"', "null") ?? ""), ["", "three"], [1]],
    ["an event without its time", withJson(1, rows[0]?.json.replace('"at"', '"att"') ?? ""), ["", "three"], [1]],
    ["the last piece is missing", without(6), ["one", "three"], [2, 3, 4, 5]],
    ["a piece in the middle is missing", without(4), ["one", "three"], [2, 3, 5, 6]],
    ["the row before the pieces is missing", without(2), ["one", "three"], [3, 4, 5, 6]],
    ["a piece is no piece", withJson(4, "{}"), ["one", "three"], [2, 3, 4, 5, 6]],
    ["the end is cut off", without(5, 6, 7), ["one"], [2, 3, 4]],
    ["a count of pieces that is none", withJson(2, '{"type":"edited","pieces":-1}'), ["one", "three"], [2, 3, 4, 5, 6]],
    ["a count beyond all rows", withJson(2, '{"type":"edited","pieces":1e9}'), ["one", "three"], [2, 3, 4, 5, 6]],
  ];
  it.each(cases)("names the rows that say nothing: %s", (_why, damagedRows, subjects, damaged) => {
    const decoded = decodeEvents(damagedRows);
    expect(decoded.damaged).toEqual(damaged);
    expect(decoded.events.map(({ set }) => set["subject"] ?? "")).toEqual(subjects);
  });
});
