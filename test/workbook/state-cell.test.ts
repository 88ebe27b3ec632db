import fc from "fast-check";
import { sameContent, type Saved, savedForm } from "../../src/domain/ticket/content.ts";
import type { TicketDates, TicketState } from "../../src/domain/ticket/ticket.ts";
import { datesIn, decodeState, encodeState, identityIn } from "../../src/workbook/state-cell.ts";
import { parseTyped } from "../emulator/values/typed.ts";
import { at } from "../support/at.ts";
import { anyFields } from "../support/contents.ts";
import { aTicket } from "../support/tickets.ts";

const columns = (count: number, text: string): Record<string, Saved> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, text]));

const datesOf = ({ id, createdAt, updatedAt, updatedBy, resolvedAt, closedAt }: TicketState): TicketDates => ({
  ...{ id, createdAt, updatedAt, updatedBy },
  ...(resolvedAt !== undefined && { resolvedAt }),
  ...(closedAt !== undefined && { closedAt }),
});

describe("a State cell", () => {
  it.each([
    ["an open ticket", {}],
    ["a closed one", { resolvedAt: at("Tue 09:00"), closedAt: at("Wed 09:00") }],
    ["instants of the epoch", { createdAt: 0, resolvedAt: 0, closedAt: 0 }],
    ["nothing in it", { fields: {} }],
    [
      "every kind of content",
      {
        fields: {
          a: "x",
          b: 0,
          c: false,
          d: { formula: "=A1" },
          e: { date: "2026-03-02T09:00:00" },
          f: savedForm("x".repeat(600)),
        },
      },
    ],
    ["a nameless author", { updatedBy: "" }],
  ])("gives back %s", (_why, changes) => {
    const state = aTicket(changes);
    expect(decodeState(encodeState(state, 17))).toStrictEqual({ state, row: 17 });
    expect(identityIn(encodeState(state, 17))).toStrictEqual({ id: state.id, seq: state.seq });
    expect(datesIn(encodeState(state, 17))).toStrictEqual({ state: datesOf(state), row: 17 });
  });

  it.each(['"', "\\", '","x":1,"z":2,"f":', "\u2028 ü 日", '\\",'])(
    "tells its dates whoever made the last update: %j",
    (updatedBy) => {
      const state = aTicket({ updatedBy, closedAt: -5 });
      expect(datesIn(encodeState(state, 2))).toStrictEqual({ state: datesOf(state), row: 2 });
    },
  );

  it.each(["", "T-1", '{"t":"T-1","r":2', '{"t":"T-1","r":2,"s":5,"u":7}'])(
    "tells no dates where it holds %j",
    (cell) => {
      expect(datesIn(cell)).toBeUndefined();
    },
  );

  it.each(["", "T-1", '{"t":"T-1","r":2', 5, undefined])("tells no ticket where it holds %j", (cell) => {
    expect(identityIn(cell)).toBeUndefined();
  });

  it("gives back whatever a ticket holds, as one text that Sheets leaves alone", () => {
    const typed = { locale: "en_US", timeZone: "Etc/UTC", nowMs: 0 };
    fc.assert(
      fc.property(anyFields(), (contents) => {
        const fields = Object.fromEntries(Object.entries(contents).map(([key, content]) => [key, savedForm(content)]));
        const cell = encodeState(aTicket({ fields }), 2);
        expect(decodeState(cell)?.state.fields).toEqual(fields);
        expect(parseTyped(cell, typed)).toEqual({ value: cell });
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["200 columns of 500 characters", 200, "a".repeat(500)],
    ["200 columns of 500 quotes", 200, '"'.repeat(500)],
    ["200 columns of 500 control characters", 200, "\u0001".repeat(500)],
    ["400 columns of 120 characters", 400, "b".repeat(120)],
    ["700 columns of 61 characters", 700, "c".repeat(61)],
  ])("stays below 50,000 characters with %s, and knows each text again", (_why, count, text) => {
    const cell = encodeState(aTicket({ fields: columns(count, text) }), 2);
    expect(cell.length).toBeLessThan(50_000);
    const { fields } = decodeState(cell)?.state ?? aTicket();
    expect(Object.keys(fields)).toHaveLength(count);
    for (const saved of Object.values(fields)) {
      expect(sameContent(saved, text)).toBe(true);
      expect(sameContent(saved, `${text}!`)).toBe(false);
    }
  });

  it("is written the same again after it was read: only so can a read-back prove it", () => {
    for (const count of [1, 50, 200]) {
      const cell = encodeState(aTicket({ fields: columns(count, "a".repeat(500)) }), 2);
      const { state, row } = decodeState(cell) ?? { state: aTicket(), row: 0 };
      expect(encodeState(state, row)).toBe(cell);
    }
  });

  const whole = encodeState(aTicket(), 2);
  it.each<[string, unknown]>([
    ["nothing", ""],
    ["a number", 5],
    ["a date", new Date(0)],
    ["words", "saved?"],
    ["another JSON", '{"a":1}'],
    ["a cut cell", whole.slice(0, -5)],
    ["half of it", whole.slice(0, 30)],
    ["an id alone", '{"t":"T-1"}'],
    ["no fields", whole.replace(/"f":.*$/, '"f":null}')],
    ["a row that is no number", whole.replace('"r":2', '"r":"2"')],
    ["an id that is no text", whole.replace('"T-1"', "1")],
  ])("is no saved self where it holds %s", (_why, cell) => {
    expect(decodeState(cell)).toBeUndefined();
  });
});
