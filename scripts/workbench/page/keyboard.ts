import { app, complain } from "./app.ts";
import type { Commands } from "./commands.ts";
import type { Finder } from "./finder.ts";
import { getJson } from "./link.ts";
import type { Links } from "./links.ts";
import { isFilterHeader } from "./pointer.ts";
import type { Spot } from "./selection.ts";
import type { SheetPane } from "./sheet-pane.ts";

/** Keys and clipboard events of the grid, as in every spreadsheet. */
export function listenToKeys(pane: SheetPane, commands: Commands, links: Links): void {
  const { input } = pane.editor;
  input.addEventListener("keydown", (event) => {
    if (!pane.isShowing || pane.editor.key(event)) return;
    if (event.key === "Escape") links.hide();
    if (event.key === "Enter" && event.altKey && links.open()) return event.preventDefault();
    if (onKey(pane, commands, event)) event.preventDefault();
  });
  input.addEventListener("copy", (event) => copy(pane, commands, event, false));
  input.addEventListener("cut", (event) => copy(pane, commands, event, true));
  input.addEventListener("paste", (event) => {
    if (pane.editor.isEditing) return;
    event.preventDefault();
    const what = valuesOnly ? "values" : "all";
    valuesOnly = false;
    commands.paste(event.clipboardData?.getData("text/plain") ?? "", what);
  });
}

/** Tab goes from chart to chart; one that has the focus is the selected one, and is brought into view. */
export function listenToCharts(pane: SheetPane, commands: Commands): void {
  const { frame, charts, editor } = pane;
  frame.addEventListener("focusin", ({ target }) => {
    const chart = charts.of(target);
    if (!chart) return;
    charts.select(chart.id);
    pane.reveal(chart.row, chart.column);
  });
  frame.addEventListener("keydown", (event) => {
    if (!charts.of(event.target) || !onChartKey(pane, commands, event)) return;
    event.preventDefault();
    editor.focus();
  });
}

const REGIONS = [
  ".menu-bar button",
  ".toolbar button:enabled",
  ".formula",
  ".cell-editor",
  ".chart[tabindex='0']",
  ".sidebar iframe, .sidebar button",
  ".tab[aria-selected=true]",
  ".strip button",
];

/** F6 goes from one part of the page to the next, since Tab stays among the cells. */
export function listenToF6(): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    const stops = REGIONS.map((selector) => document.querySelector<HTMLElement>(selector));
    const here = REGIONS.findIndex((selector) => document.activeElement?.matches(selector));
    const order = REGIONS.map(
      (_, n) => (here + (event.shiftKey ? -1 - n : 1 + n) + 2 * REGIONS.length) % REGIONS.length,
    );
    const next = order.find((index) => stops[index]);
    if (next !== undefined) stops[next]?.focus();
  });
}

/** Ctrl+F finds in the sheet: the browser's own search sees only the rows that are drawn. Ctrl+G goes on. */
export function listenToFind(finder: Finder): void {
  addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "f" && key !== "g")) return;
    event.preventDefault();
    if (key === "f" || !app.find) finder.open();
    else finder.step(event.shiftKey ? -1 : 1);
  });
}

/** Ctrl+Shift+V announces itself in the key event, just before the paste event. */
let valuesOnly = false;

function copy(pane: SheetPane, commands: Commands, event: ClipboardEvent, isCut: boolean): void {
  if (pane.editor.isEditing) return;
  event.preventDefault();
  const isReady = commands.textInView(pane.selection.area) !== undefined;
  const copied = commands.copy(isCut);
  if (isReady) event.clipboardData?.setData("text/plain", pane.copied?.text ?? "");
  copied
    .then((text) => {
      if (pane.copied) pane.copied.text = text;
      return isReady ? undefined : navigator.clipboard.writeText(text);
    })
    .catch(() => complain("The browser did not let this page write to the clipboard."));
}

function onKey(pane: SheetPane, commands: Commands, event: KeyboardEvent): boolean {
  const control = event.ctrlKey || event.metaKey;
  return control ? onControlKey(pane, commands, event) : onPlainKey(pane, commands, event);
}

function onPlainKey(pane: SheetPane, commands: Commands, event: KeyboardEvent): boolean {
  const { selection, editor, charts } = pane;
  if (charts.selected !== null && onChartKey(pane, commands, event)) return true;
  const step = ARROWS[event.key];
  if (event.altKey && event.key === "ArrowDown" && opens(pane, commands)) return true;
  if (step) selection.move(step[0], step[1], event.shiftKey);
  else if (event.key === "Enter" || event.key === "F2") return startOrToggle(pane, commands, event);
  else if (event.key === "Tab") selection.tab(event.shiftKey ? -1 : 1);
  else if (event.key === "Delete" || event.key === "Backspace") commands.clear();
  else if (event.key === "PageDown") selection.move(pane.visibleRows(), 0, event.shiftKey);
  else if (event.key === "PageUp") selection.move(-pane.visibleRows(), 0, event.shiftKey);
  else if (event.key === "Home") selection.move(0, -pane.sheet.columns, event.shiftKey);
  else if (event.key === "End") selection.move(0, pane.sheet.columns, event.shiftKey);
  else if (event.key === "Escape") leaveCopying(pane);
  else if (event.key === " " && isCheckbox(pane)) toggleActive(pane, commands);
  else if (event.key === " " && event.shiftKey)
    selection.selectArea({ ...selection.area, left: 0, right: pane.sheet.columns - 1 }, "rows");
  else return false;
  if (!editor.isEditing) editor.focus();
  return true;
}

/** Alt+Down opens what hangs at the active cell: a filter, or its choices. */
function opens(pane: SheetPane, commands: Commands): boolean {
  if (isFilterHeader(pane.sheet, pane.selection.active)) void commands.openFilter(pane.selection.active.column);
  else if (pane.choices()) pane.editor.start(pane.editText());
  else return false;
  return true;
}

/** Delete takes the selected chart away, Escape leaves it; any other key goes to the cells. */
function onChartKey({ charts }: SheetPane, commands: Commands, event: KeyboardEvent): boolean {
  if (event.key === "Delete" || event.key === "Backspace") commands.deleteChart();
  else if (event.key !== "Escape") return false;
  charts.select(null);
  return true;
}

function onControlKey(pane: SheetPane, commands: Commands, event: KeyboardEvent): boolean {
  const { selection, sheet } = pane;
  const key = event.key.toLowerCase();
  const step = ARROWS[event.key];
  if (step) jump(pane, step, event.shiftKey).catch(() => complain("The local Workspace does not answer."));
  else if (key === "z") (event.shiftKey ? commands.redo : commands.undo)();
  else if (key === "y") commands.redo();
  else if (key === "d") commands.fillDown();
  else if (key === "r" && !event.shiftKey) commands.fillRight();
  else if (key === "a") selection.selectArea({ top: 0, left: 0, bottom: sheet.rows - 1, right: sheet.columns - 1 });
  else if (key === "home") pane.goHome();
  else if (key === "end") selection.select({ row: lastRow(pane), column: pane.geometry.columns.shown.at(-1) ?? 0 });
  else if (key === " ") selection.selectArea({ ...selection.area, top: 0, bottom: sheet.rows - 1 }, "columns");
  else {
    valuesOnly = key === "v" && event.shiftKey;
    return false;
  }
  return true;
}

function startOrToggle(pane: SheetPane, commands: Commands, event: KeyboardEvent): boolean {
  if (isCheckbox(pane)) toggleActive(pane, commands);
  else if (event.shiftKey) pane.selection.enter(-1);
  else pane.editor.start(pane.editText());
  return true;
}

const isCheckbox = (pane: SheetPane): boolean =>
  pane.cells.at(pane.selection.active.row, pane.selection.active.column)?.c !== undefined;

function toggleActive(pane: SheetPane, commands: Commands): void {
  commands.toggle(pane.selection.active.row, pane.selection.active.column);
}

function leaveCopying(pane: SheetPane): void {
  pane.copied = null;
  pane.drawOverlay();
}

/** Ctrl+arrow: to the edge of the block of filled cells, or over the gap to the next one; the server knows all cells. */
async function jump(pane: SheetPane, [down, right]: readonly [number, number], extend: boolean): Promise<void> {
  const { selection, sheet } = pane;
  const { row, column } = extend ? selection.headSpot : selection.active;
  const query = new URLSearchParams(
    Object.entries({ sheet: sheet.id, row, column, down, right }).map(([k, v]) => [k, String(v)]),
  );
  const to = await getJson<Spot>(`/edge?${query.toString()}`);
  if (extend) selection.extend(to);
  else selection.select(to);
}

function lastRow(pane: SheetPane): number {
  return pane.geometry.rows.shown.at(-1) ?? 0;
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
