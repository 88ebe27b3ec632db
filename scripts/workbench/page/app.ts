import { useLayoutEffect, useState } from "preact/hooks";
import type { BookView, DeskView, FilterColumn, Question, SheetView, StripView } from "../protocol.ts";

export interface Toast {
  key: number;
  title: string;
  message: string;
  isProblem: boolean;
}

/** A text that is looked for, and which of its places one is at, counted from 1; 0 at none. */
export interface Finding {
  text: string;
  at: number;
  count: number;
  isCut: boolean;
  isSearching: boolean;
}

/** Everything the page shows besides cells and selection. */
export interface App {
  book: BookView | null;
  sheet: number | null;
  desk: DeskView | null;
  strip: StripView | null;
  question: Question | null;
  toasts: Toast[];
  running: string | null;
  isConnected: boolean;
  panel: "mail" | "log" | null;
  find: Finding | null;
  /** The column whose filter is open, where its list hangs, and what the server says of it. */
  filter: { column: number; x: number; y: number; shown: FilterColumn } | null;
  confirm: { title: string; message: string; yes: string; then: () => void } | null;
}

export const app: App = {
  book: null,
  sheet: null,
  desk: null,
  strip: null,
  question: null,
  toasts: [],
  running: null,
  isConnected: true,
  panel: null,
  find: null,
  filter: null,
  confirm: null,
};

const watchers = new Set<() => void>();

export function update(part: Partial<App>): void {
  Object.assign(app, part);
  for (const watcher of watchers) watcher();
}

/** The page's state, drawn anew at each change; listened to before anything can change, so in the rendering itself. */
export function useApp(): App {
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    const watcher = (): void => redraw((n) => n + 1);
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  }, []);
  return app;
}

export function sheetInView(): SheetView | null {
  return app.book?.sheets.find(({ id }) => id === app.sheet) ?? null;
}

let nextKey = 1;

export function toast(title: string, message: string, options: { seconds?: number; isProblem?: boolean } = {}): void {
  const key = nextKey++;
  const others = app.toasts.filter((one) => one.title !== title || one.message !== message); // said once
  update({ toasts: [...others.slice(-3), { key, title, message, isProblem: options.isProblem ?? false }] });
  const seconds = options.seconds ?? 8;
  if (seconds > 0) setTimeout(() => dropToast(key), seconds * 1000);
}

export function dropToast(key: number): void {
  update({ toasts: app.toasts.filter((one) => one.key !== key) });
}

/** A sentence about what was refused or went wrong. */
export function complain(sentence: string): void {
  toast("There was a problem", sentence, { seconds: 12, isProblem: true });
}
