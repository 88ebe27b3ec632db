import type { Book } from "../../test/emulator/spreadsheet/model/book.ts";
import type { CellWindow } from "./protocol.ts";
import { readWindow } from "./windows.ts";

/** One open page: who sits before it and what it shows. */
export interface Tab {
  person: string;
  sheet: number | null;
  blocks: number[];
  /** How many of the person's toasts the page has shown. */
  toasts: number | undefined;
  /** What the page was last told, as JSON, by what it is about. */
  told: Map<string, string>;
}

export function newTab(person: string): Tab {
  return { person, sheet: null, blocks: [], toasts: undefined, told: new Map() };
}

/** Whether this is news for the page; it is remembered as told. */
export function isNews(tab: Tab, about: string, what: unknown): boolean {
  const text = JSON.stringify(what);
  if (tab.told.get(about) === text) return false;
  tab.told.set(about, text);
  return true;
}

/** The blocks in view that look otherwise than the page was last told. */
export function changedWindows(tab: Tab, book: Book): CellWindow[] {
  const grid = tab.sheet === null ? undefined : book.findGrid(tab.sheet);
  if (!grid) return [];
  const windows = tab.blocks.map((block) => readWindow(grid, block));
  return windows.filter((window) => isNews(tab, `window ${window.sheet} ${window.block}`, window));
}
