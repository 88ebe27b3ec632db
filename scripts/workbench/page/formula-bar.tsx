import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { areaName, cellName, columnLetters, parseArea } from "./a1.ts";
import { complain } from "./app.ts";
import type { SheetPane } from "./sheet-pane.ts";

export interface BarText {
  address: string;
  text: string;
}

/** Address box and the active cell's formula or text. */
export function FormulaBar(props: { pane: SheetPane | null; shown: BarText }): JSX.Element {
  const { pane, shown } = props;
  return (
    <div class="formula-bar">
      <AddressBox pane={pane} address={shown.address} />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <textarea
        class="formula"
        rows={1}
        spellcheck={false}
        aria-label="Formula or text of the cell"
        value={shown.text}
        onFocus={() => pane?.isShowing}
        onInput={(event) => pane?.editor.mirror(event.currentTarget.value)}
        onKeyDown={(event) => pane?.editor.key(event)}
      />
    </div>
  );
}

/** What is typed belongs to the address over which it was typed: once another cell is shown, it is gone in the same rendering. */
function AddressBox(props: { pane: SheetPane | null; address: string }): JSX.Element {
  const [typed, setTyped] = useState<{ over: string; text: string } | null>(null);
  const text = typed?.over === props.address ? typed.text : props.address;
  const go = (): void => {
    const { pane } = props;
    const area = pane && parseArea(text, pane.sheet.rows, pane.sheet.columns);
    setTyped(null);
    if (!area) return complain(`"${text}" is not an address on this sheet. Write one like B7 or B7:D20.`);
    pane.editor.finish("stay"); // into the cell in which it was written
    pane.selection.selectArea(area);
    pane.reveal(area.top, area.left);
    pane.editor.focus();
  };
  return (
    <input
      class="address"
      aria-label="Address"
      spellcheck={false}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setTyped(null)}
      onInput={(event) => setTyped({ over: props.address, text: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        if (event.key === "Enter") return go();
        setTyped(null);
        props.pane?.editor.focus();
      }}
    />
  );
}

/** What the bar shows for the selection. */
export function barText(pane: SheetPane, typed: string | null): BarText {
  const { row, column } = pane.selection.active;
  const { area, kind } = pane.selection;
  const address = {
    cells: pane.selection.isSingle() ? cellName(row, column) : areaName(area),
    rows: `${area.top + 1}:${area.bottom + 1}`,
    columns: `${columnLetters(area.left)}:${columnLetters(area.right)}`,
  }[kind];
  return { address, text: typed ?? pane.editText() };
}
