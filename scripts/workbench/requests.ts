import { parseNotation } from "../../test/emulator/spreadsheet/model/a1.ts";
import { displayAt } from "../../test/emulator/spreadsheet/model/display.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { performAct } from "./acts.ts";
import { xlsxOf } from "./book-files.ts";
import { chartSvg } from "./chart-view.ts";
import { edgeFrom } from "./edge.ts";
import { filterColumn } from "./filter-acts.ts";
import { findInSheet } from "./find.ts";
import { executionViews } from "./execution-view.ts";
import { mailHtml, mailViews } from "./mail-view.ts";
import type { Request } from "./messages.ts";
import type { Session } from "./session.ts";
import type { Tab } from "./tabs.ts";
import { callFromPanel } from "./calls.ts";
import { readWindow } from "./windows.ts";

export interface Asker {
  name: string;
  tab: Tab;
}

/** Does what a page asked for and answers what it is to be told. Errors with a sentence for the person. */
export function answerRequest(
  session: Session,
  asker: Asker,
  request: Exclude<Request, { kind: "startOver" | "advance" }>,
): unknown {
  const { world } = session;
  switch (request.kind) {
    case "join":
      return undefined;
    case "leave":
      return void session.tabs.delete(asker.name);
    case "become":
      return become(session, asker.tab, request.email);
    case "view":
      return void Object.assign(asker.tab, { sheet: request.sheet, blocks: request.blocks.slice(0, 40) });
    case "act":
      return performAct(world, world.windowOf(asker.tab.person), request.act);
    case "call":
      return callFromPanel(session, world.windowOf(asker.tab.person), request);
    case "stopTime":
      return session.stopTime();
    case "save":
      return session.save();
    default:
      return readRequest(session, request);
  }
}

type Reading = Extract<
  Request,
  {
    kind:
      "window" | "text" | "edge" | "find" | "filter" | "chart" | "frame" | "mails" | "mail" | "executions" | "download";
  }
>;

function readRequest({ world, panels }: Session, request: Reading): unknown {
  switch (request.kind) {
    case "window":
      return readWindow(sheetOf(world.book, request.sheet), request.block);
    case "text":
      return textOf(sheetOf(world.book, request.sheet), request.a1);
    case "edge":
      return edgeFrom(sheetOf(world.book, request.sheet), request);
    case "filter":
      return filterColumn(sheetOf(world.book, request.sheet), request.column);
    case "find":
      return findInSheet(sheetOf(world.book, request.sheet), request.text);
    case "chart":
      return chartSvg(sheetOf(world.book, request.sheet), request.chart);
    case "frame":
      return panels.page(request.panel).html;
    case "mails":
      return mailViews(world.workspace.mails);
    case "mail":
      return mailHtml(world.workspace.mails, request.index);
    case "executions":
      return executionViews(world.workspace.executions);
    case "download":
      return xlsxOf(world.book);
  }
}

function become({ world }: Session, tab: Tab, email: string): void {
  if (!world.find(email)) throw new Error(`Nobody here has the address ${email}.`);
  tab.person = email;
}

export function sheetOf(book: { findGrid(id: number): Grid | undefined }, id: number): Grid {
  const grid = book.findGrid(id);
  if (!grid) throw new Error("That sheet has been deleted meanwhile.");
  return grid;
}

/** Displayed texts of a range, without its hidden rows and columns. */
function textOf(grid: Grid, a1: string): string[][] {
  const { top = 0, left = 0, bottom = grid.maxRows - 1, right = grid.maxColumns - 1 } = parseNotation(a1) ?? {};
  const rows: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    if (grid.extras[row]?.hidden) continue;
    const line: string[] = [];
    for (let column = left; column <= right; column++) {
      if (!grid.columns[column]?.hidden) line.push(displayAt(grid, row, column));
    }
    rows.push(line);
  }
  return rows;
}
