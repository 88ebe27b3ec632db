import type { Commands } from "./commands.ts";
import type { Items } from "./menu.tsx";
import type { Hit } from "./pointer.ts";
import type { SheetPane } from "./sheet-pane.ts";

/** What the right mouse button offers on cells, row numbers and column letters. */
export function contextItems(hit: Hit, pane: SheetPane, commands: Commands): Items {
  if (hit.chart !== null) return [{ caption: "Delete chart", keys: "Delete", onPick: () => commands.deleteChart() }];
  if (hit.zone === "rows") return axisItems("rows", pane, commands);
  if (hit.zone === "columns") return [...axisItems("columns", pane, commands), "-", ...sortItems(commands)];
  return [
    ...clipboardItems(commands),
    "-",
    ...sortItems(commands),
    "-",
    { caption: "Clear", keys: "Delete", onPick: () => commands.clear() },
  ];
}

function axisItems(axis: "rows" | "columns", pane: SheetPane, commands: Commands): Items {
  const { area } = pane.selection;
  const count = axis === "rows" ? area.bottom - area.top + 1 : area.right - area.left + 1;
  const [one, before, after, back, on] = axis === "rows" ? ROW_WORDS : COLUMN_WORDS;
  const what = count === 1 ? one : `${count} ${axis}`;
  return [
    ...clipboardItems(commands),
    "-",
    { caption: `Insert ${count === 1 ? `1 ${one}` : what} ${before}`, onPick: () => commands.insert(axis, "before") },
    { caption: `Insert ${count === 1 ? `1 ${one}` : what} ${after}`, onPick: () => commands.insert(axis, "after") },
    { caption: `Delete ${what}`, onPick: () => commands.remove(axis) },
    { caption: `Hide ${what}`, onPick: () => commands.hide(axis) },
    { caption: `Show hidden ${axis}`, onPick: () => commands.unhide(axis) },
    "-",
    { caption: `Move ${what} ${back}`, onPick: () => commands.move(axis, { by: -1 }) },
    { caption: `Move ${what} ${on}`, onPick: () => commands.move(axis, { by: 1 }) },
  ];
}

const ROW_WORDS = ["row", "above", "below", "up", "down"] as const;
const COLUMN_WORDS = ["column", "left", "right", "left", "right"] as const;

function clipboardItems(commands: Commands): Items {
  const copy = (isCut: boolean): void => void commands.copy(isCut).then((text) => navigator.clipboard.writeText(text));
  const paste = (what: "all" | "values" | "format"): void =>
    void navigator.clipboard.readText().then((text) => commands.paste(text, what));
  return [
    { caption: "Cut", keys: "Ctrl+X", onPick: () => copy(true) },
    { caption: "Copy", keys: "Ctrl+C", onPick: () => copy(false) },
    { caption: "Paste", keys: "Ctrl+V", onPick: () => paste("all") },
    { caption: "Paste values only", keys: "Ctrl+Shift+V", onPick: () => paste("values") },
    { caption: "Paste format only", onPick: () => paste("format") },
  ];
}

function sortItems(commands: Commands): Items {
  return [
    { caption: "Sort sheet A to Z", onPick: () => commands.sort(true) },
    { caption: "Sort sheet Z to A", onPick: () => commands.sort(false) },
  ];
}
