import type { ChartSpec } from "../../test/emulator/charts/chart-drawing.ts";
import { type ChartColumn, numberIn } from "../../test/emulator/charts/chart-table.ts";

const COLUMNS_AT_MOST = 12;

/** A chart in words, for whoever can't see it: over what it goes, and of each column the least, the most and the last. */
export function chartText({ table: { columns } }: Pick<ChartSpec, "table">): string {
  const [domain, ...values] = columns;
  if (!domain) return "";
  const [first, last] = [filled(domain)[0]?.text, filled(domain).at(-1)?.text];
  const over = first === undefined ? [] : [first === last ? `Over ${first}.` : `Over ${first} to ${last ?? ""}.`];
  return [...over, ...values.slice(0, COLUMNS_AT_MOST).map(columnText)].join(" ");
}

const filled = ({ cells }: ChartColumn) => cells.filter(({ text }) => text !== "");

function columnText(column: ChartColumn): string {
  const name = column.label || "Values";
  const numbers = column.cells.flatMap((cell) => {
    const number = numberIn(cell);
    return number === null ? [] : [{ number, text: cell.text }];
  });
  const [first, ...rest] = numbers;
  if (!first) return `${name}: ${textsIn(filled(column).length)}.`;
  const least = rest.reduce((one, other) => (other.number < one.number ? other : one), first);
  const most = rest.reduce((one, other) => (other.number > one.number ? other : one), first);
  if (least.number === most.number) return `${name}: ${first.text}.`;
  return `${name}: ${least.text} to ${most.text}, last ${numbers.at(-1)?.text ?? ""}.`;
}

const textsIn = (count: number): string => (count === 0 ? "nothing" : `${count} ${count === 1 ? "text" : "texts"}`);
