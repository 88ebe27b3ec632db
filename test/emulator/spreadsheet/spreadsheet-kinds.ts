import type { Kind } from "../core/kinds.ts";
import { SHEET_KINDS } from "./sheet-kinds.ts";

const READS = "getNamedRanges getBandings getProtections getDeveloperMetadata getFormUrl getEditors getViewers".split(
  " ",
);

const STRUCTURE = (
  "insertSheet deleteSheet deleteActiveSheet duplicateActiveSheet renameActiveSheet moveActiveSheet rename copy " +
  "setSpreadsheetLocale setSpreadsheetTimeZone setNamedRange removeNamedRange addDeveloperMetadata " +
  "setRecalculationInterval addEditor addEditors removeEditor addViewer addViewers removeViewer"
).split(" ");

/** What each method of Spreadsheet costs; those that speak for the active sheet cost what the sheet's do. */
export const SPREADSHEET_KINDS: Record<string, Kind> = {
  ...SHEET_KINDS,
  ...Object.fromEntries(READS.map((name) => [name, "read"] as const)),
  ...Object.fromEntries(STRUCTURE.map((name) => [name, "structure"] as const)),
  toast: "ui",
  show: "ui",
  addMenu: "ui",
  updateMenu: "ui",
  removeMenu: "ui",
};
