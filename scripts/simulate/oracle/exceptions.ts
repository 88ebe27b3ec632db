import type { Claim } from "../witness.ts";

/** What the product can't be held to, with the reason; each use is counted and printed. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  "a refusal that nobody could be told of":
    "The edit's trigger was lost, dropped, killed or kept waiting, or a script wrote, or the row was no ticket yet: the timer puts the word back, and has no window to say so in.",
  "typed in the moment in which the desk wrote there":
    "Google tells no trigger of it (two wait at most), or doesn't tell what was pasted: what was typed in the two calls before the desk writes into that cell can't be known. Nor what was typed into a blank row that was moved in that moment to where the desk wrote.",
  "deleted before a killed log was repaired":
    "A run that logs is killed between its row and its acknowledgement, and somebody deletes that row before the next run: the event can't tell this from a row that never came. The ticket comes back, to be deleted again.",
  "a paste whose rows were moved before its run came":
    "Google doesn't tell what was pasted: where other rows stand by then in the range that it names, what nobody has recorded of them yet is taken for pasted.",
  "typed into what was just pasted, before its run came":
    "Google doesn't tell what was pasted, filled or dragged: what somebody else types there before the run of that edit has read it is taken for a part of it.",
  "typed again what stood there before a killed change was finished":
    "A run that changes a cell is killed between its event and the cell, and somebody types there just what still stands; where that edit's run is killed too, the cell looks as if nobody had touched it.",
  "replaced by a refused word before any run had seen it":
    "The runs of both edits are killed, or their triggers lost: the cell shows only the second, and when the timer puts that back, nothing tells of the first.",
  "left in a column without a header":
    "Rows and columns are moved at least three times within one run, or once and it is killed: what it wrote into a column that was inserted under it is not found again.",
  "the same word typed into a row that was moved before its run came":
    "Another row stands there by then, in which nobody's run has recorded the very same word yet: it is taken for what was typed.",
  "just what the desk fills in by itself":
    "Somebody typed the default while the row was being made a ticket: the event that made it says so already, in the name of whoever made it.",
  "a move recorded as an edit":
    "Somebody drags a row or column before what others typed there is recorded: Google tells of an edit of all that was moved, as of a paste.",
};

const counts = new Map<string, number>();
let seen = new Set<Claim>();

/** Counts a use of an exception, of each claim once. */
export function count(name: string, claim: Claim): void {
  if (seen.has(claim)) return;
  seen.add(claim);
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The same where no claim tells it from another use. */
export function countOnce(name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** How often each exception was used since the last time of asking. */
export function takeCounts(): Record<string, number> {
  const taken = Object.fromEntries(counts);
  counts.clear();
  seen = new Set();
  return taken;
}
