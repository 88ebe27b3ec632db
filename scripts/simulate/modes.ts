import type { Kind } from "./plan.ts";

/** What happens more or less often. */
export interface Mode {
  readonly steps: readonly [fewest: number, most: number];
  /** How likely the first, the second, the third … strike on a step is. */
  readonly strikes: readonly number[];
  readonly acts: Weights;
  readonly struckBy: Weights;
  /** The share of acts in the grid that no trigger tells of. */
  readonly lost: number;
}

export type Weights = Readonly<Partial<Record<Kind | Habit, number>>>;

/** Several acts that belong together: a whole row typed cell by cell, a refused word corrected at once. */
export type Habit = "newRow" | "correct";

const TYPING = {
  type: 8,
  clear: 1,
  paste: 3,
  pasteRows: 1,
  fill: 1,
  copy: 1,
  copyRow: 1,
  cut: 1,
  newRow: 5,
  correct: 2,
};
const SIDEBAR = { log: 4, update: 8, override: 1, restore: 1, verify: 1, look: 1 };
const ROWS = { sort: 4, insertRow: 3, deleteRow: 2, moveRow: 2 };
const COLUMNS = { insertColumn: 2, moveColumn: 2, deleteColumn: 1, renameColumn: 1, renameTab: 0.5 };
const BACK = { undo: 2, redo: 0.7 };

export const MODES: Readonly<Record<string, Mode>> = {
  typing: {
    steps: [2, 4],
    strikes: [0.8, 0.5, 0.2],
    acts: { ...TYPING, ...BACK, overtype: 1, wait: 1 },
    struckBy: { type: 6, paste: 1, clear: 0.5, overtype: 0.5, undo: 0.5, newRow: 2 },
    lost: 0.05,
  },
  sidebar: {
    steps: [2, 5],
    strikes: [0.8, 0.4, 0.2],
    acts: { ...SIDEBAR, type: 3, newRow: 2, deleteRow: 1, wait: 0.5 },
    struckBy: { ...SIDEBAR, type: 6, paste: 1, sort: 2, insertRow: 1, deleteRow: 1 },
    lost: 0.02,
  },
  kills: {
    steps: [2, 4],
    strikes: [0.9, 0.4, 0.2],
    acts: {
      type: 5,
      paste: 2,
      newRow: 3,
      correct: 1,
      copyRow: 1,
      log: 4,
      update: 6,
      restore: 1,
      wait: 1,
      retry: 4,
      deleteRow: 1,
    },
    struckBy: { kill: 10, sort: 1, type: 1, insertRow: 0.5 },
    lost: 0.02,
  },
  structure: {
    steps: [2, 4],
    strikes: [0.9, 0.6, 0.3],
    acts: { type: 4, paste: 2, newRow: 3, log: 3, update: 5, ...ROWS, ...COLUMNS, undo: 1, wait: 1 },
    struckBy: { ...ROWS, ...COLUMNS, undo: 0.5 },
    lost: 0.02,
  },
  history: {
    steps: [2, 4],
    strikes: [0.9, 0.5],
    acts: { type: 4, newRow: 3, log: 4, update: 6, wait: 1, elsewhere: 2, verify: 0.5 },
    struckBy: { elsewhere: 8, type: 1 },
    lost: 0.02,
  },
  timers: {
    steps: [3, 6],
    strikes: [0.7, 0.4, 0.2],
    acts: { wait: 8, script: 4, type: 4, newRow: 1, deleteRow: 1, update: 2, settings: 2, override: 1, overtype: 1 },
    struckBy: { type: 4, sort: 2, insertRow: 1, deleteRow: 1, script: 1, update: 1, kill: 1 },
    lost: 0.4,
  },
  google: {
    steps: [2, 4],
    strikes: [0.9, 0.3],
    acts: { type: 4, paste: 1, newRow: 2, log: 4, update: 6, wait: 2, retry: 4, deleteRow: 1 },
    struckBy: { fail: 8, type: 1, sort: 0.5 },
    lost: 0.02,
  },
  everything: {
    steps: [2, 5],
    strikes: [0.8, 0.5, 0.3, 0.2],
    acts: {
      ...TYPING,
      ...SIDEBAR,
      ...ROWS,
      ...COLUMNS,
      ...BACK,
      wait: 3,
      script: 2,
      settings: 1,
      overtype: 1,
      elsewhere: 2,
      hide: 1,
      retry: 3,
    },
    struckBy: { ...TYPING, ...SIDEBAR, ...ROWS, ...COLUMNS, undo: 1, kill: 6, fail: 2, script: 1, elsewhere: 3 },
    lost: 0.05,
  },
  long: {
    steps: [20, 35],
    strikes: [0.15, 0.05],
    acts: {
      ...TYPING,
      ...SIDEBAR,
      ...ROWS,
      ...COLUMNS,
      ...BACK,
      wait: 4,
      script: 2,
      settings: 1,
      overtype: 1,
      elsewhere: 1,
      hide: 1,
      retry: 2,
    },
    struckBy: { type: 4, sort: 1, insertRow: 1, update: 2, kill: 2, fail: 1, elsewhere: 1 },
    lost: 0.05,
  },
};
