import { chainHash } from "../../../src/domain/history/chain.ts";
import { parseTyped } from "../../emulator/values/typed.ts";

const ROW = { seq: 7, ticketId: "T-3", json: '{"type":"edited"}' };

describe("chainHash", () => {
  const others = [
    ["another seq", "h1", { ...ROW, seq: 8 }],
    ["another ticket", "h1", { ...ROW, ticketId: "T-4" }],
    ["another event", "h1", { ...ROW, json: '{"type":"Edited"}' }],
    ["another row before it", "h2", ROW],
    ["no row before it", "", ROW],
    ["a digit that moves from seq to ticket", "h1", { ...ROW, seq: 73, ticketId: "T-" }],
  ] as const;
  it.each(others)("differs for %s", (_why, previous, row) => {
    expect(chainHash(previous, row)).not.toBe(chainHash("h1", ROW));
  });

  it("is the same for the same", () => {
    expect(chainHash("h1", { ...ROW })).toBe(chainHash("h1", ROW));
  });

  it("is a text in every cell, even where its digits look like a number", () => {
    for (let seq = 1; seq <= 500; seq++) {
      const hash = chainHash("", { ...ROW, seq });
      expect(hash).toMatch(/^h[0-9a-f]{40}$/);
      expect(parseTyped(hash, { locale: "en_US", timeZone: "Etc/UTC", nowMs: 0 })).toEqual({ value: hash });
    }
  });
});
