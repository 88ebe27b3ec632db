import { render } from "preact";
import { app, complain, sheetInView, toast, update } from "./app.ts";
import { Commands } from "./commands.ts";
import { contextItems } from "./context-menu.ts";
import { barText } from "./formula-bar.tsx";
import { listenToCharts, listenToF6, listenToFind, listenToKeys } from "./keyboard.ts";
import { Layout, type Parts } from "./layout.tsx";
import { listen } from "./link.ts";
import { Finder } from "./finder.ts";
import { Links } from "./links.ts";
import { areaName, parseArea } from "./a1.ts";
import type { DeskView, ServerEvent } from "../protocol.ts";
import { Pointer } from "./pointer.ts";
import { SheetPane } from "./sheet-pane.ts";
import { freshPage } from "./restart.ts";
import type { Leaving } from "./editor.ts";

const parts: Parts = {
  pane: null,
  commands: null,
  finder: null,
  follower: null,
  bar: { address: "", text: "" },
  menu: null,
  note: null,
  links: null,
};
const frame = document.createElement("div");
frame.className = "grid-frame";

const pane = new SheetPane(frame, {
  selected: () => {
    pane.editor.settle(pane.label());
    if (!pane.editor.isEditing) show({ bar: barText(pane, null) });
    links.settle();
    tellSelection();
  },
  typed: (text) => {
    show({ bar: barText(pane, text) });
    links.settle();
  },
  commit: (text, leaving) => {
    commands.type(text);
    leave(leaving);
    show({ bar: barText(pane, null) });
    pane.editor.focus();
  },
});
const commands = new Commands(pane);
const finder = new Finder(pane);
const links = new Links(pane, { show: (shown) => show({ links: shown }), showSheet });
frame.addEventListener("scroll", () => pane.isShowing && links.settle(), { capture: true, passive: true });
listenToKeys(pane, commands, links);
listenToCharts(pane, commands);
listenToF6();
listenToFind(finder);

new Pointer(pane, {
  edit: () =>
    pane.cells.at(pane.selection.active.row, pane.selection.active.column)?.c === undefined
      ? pane.editor.start(pane.editText())
      : undefined,
  toggle: (row, column) => commands.toggle(row, column),
  openFilter: (column) => void commands.openFilter(column),
  openChoices: () => pane.editor.start(pane.editText()),
  follow: (link) => links.follow(link),
  over: (at) => links.hover(at),
  fill: (from, to) => commands.fill(from, to),
  resize: (axis, index, size) =>
    void commands.send({ kind: "resize", sheet: pane.sheet.id, axis, from: index, count: 1, size }),
  move: (axis, before) => commands.move(axis, { before }),
  contextMenu: (hit, x, y) => show({ menu: { items: contextItems(hit, pane, commands), x, y } }),
  note: (text, x, y) =>
    text === (parts.note?.text ?? null) ? undefined : show({ note: text === null ? null : { text, x, y } }),
});

function show(part: Partial<Parts>): void {
  Object.assign(parts, part);
  update({});
}

function leave(leaving: Leaving): void {
  const { selection } = pane;
  if (leaving === "down" || leaving === "up") selection.enter(leaving === "down" ? 1 : -1);
  else if (leaving === "right" || leaving === "left") selection.tab(leaving === "right" ? 1 : -1);
}

const told = new Set<string>();
let last = "";
let telling: ReturnType<typeof setTimeout> | undefined;

/** The script may ask for the active range: the server is told, a moment after the selection has come to rest. */
function tellSelection(): void {
  const a1 = areaName(pane.selection.area);
  const sheet = pane.sheet.id;
  if (`${sheet} ${a1}` === last) return;
  last = `${sheet} ${a1}`;
  clearTimeout(telling);
  telling = setTimeout(() => {
    told.add(`${sheet} ${a1}`);
    void commands.send({ kind: "select", sheet, a1 });
  }, 150);
}

/** A script has selected other cells than this page last said: they are shown. */
function followScript({ active }: DeskView): void {
  const sheet = app.book?.sheets.find(({ id }) => id === active?.sheet);
  const area = active && sheet && parseArea(active.a1, sheet.rows, sheet.columns);
  if (!area || told.delete(`${active.sheet} ${active.a1}`)) return;
  last = `${active.sheet} ${active.a1}`;
  showSheetKeepingFocus(sheet.id);
  pane.selection.selectArea(area);
  pane.reveal(area.top, area.left);
}

function showSheet(id: number): void {
  update({ sheet: id });
  const sheet = sheetInView();
  if (sheet) pane.show(sheet);
  finder.refresh();
  pane.editor.focus();
}

function onEvent(event: ServerEvent): void {
  if (event.type === "book") onBook(event);
  else if (event.type === "windows") onWindows(event);
  else if (event.type === "desk") onDesk(event.desk);
  else if (event.type === "strip") update({ strip: event.strip });
  else if (event.type === "toast") toast(event.title, event.message, { seconds: event.seconds });
  else if (event.type === "question") update({ question: event.question });
  else freshPage({ ok: true });
}

function onWindows({ version, windows }: ServerEvent & { type: "windows" }): void {
  pane.take(version, windows);
  if (windows.length > 0) finder.refresh();
}

function onDesk(desk: DeskView): void {
  const isNew = app.desk && JSON.stringify(app.desk.active) !== JSON.stringify(desk.active);
  update({ desk });
  if (isNew) followScript(desk);
}

function onBook({ book }: ServerEvent & { type: "book" }): void {
  const known = new Set(app.book?.sheets.map(({ id }) => id));
  const added = app.book && book.sheets.find(({ id, hidden }) => !known.has(id) && !hidden);
  update({ book });
  document.title = `${book.name} – Local Workspace`;
  const current = book.sheets.find(({ id, hidden }) => id === app.sheet && !hidden);
  const next = commands.isAddingSheet && added ? added : (current ?? book.sheets.find(({ hidden }) => !hidden));
  commands.isAddingSheet = false;
  if (next) showSheetKeepingFocus(next.id);
}

function showSheetKeepingFocus(id: number): void {
  update({ sheet: id });
  const sheet = sheetInView();
  if (sheet) pane.show(sheet);
}

function closeMenu(): void {
  show({ menu: null });
  pane.editor.focus();
}

Object.assign(parts, { pane, commands, finder, follower: links });
render(
  <Layout parts={parts} frame={frame} onShowSheet={showSheet} onCloseMenu={closeMenu} />,
  document.getElementById("app")!,
);
listen(sessionStorage.getItem("person"), {
  event: onEvent,
  connected: (isConnected) => {
    if (app.isConnected === isConnected) return;
    update({ isConnected, ...(isConnected ? { question: null } : {}) });
    if (isConnected) pane.reconnect();
  },
});
addEventListener("unhandledrejection", (event) =>
  complain(`Something went wrong on this page: ${String(event.reason)}`),
);
