import { unzip } from "../../services/utilities/zip.ts";
import { numberIn } from "./chart-parts.ts";

/** What the library does not tell of a chart. */
export interface ChartHints {
  isBar: boolean;
  /** For each series whether it is measured at the right. */
  right: boolean[];
}

/** By what a chart is found again: its title and the references of its values. */
export const hintKey = (title: string | undefined, values: readonly (string | undefined)[]): string =>
  JSON.stringify([title ?? "", ...values]);

/** Reads the hints of every chart in a file. */
export function chartHints(bytes: Uint8Array): Map<string, ChartHints> {
  const charts = unzip(Buffer.from(bytes)).filter(({ name }) => numberIn(name, "xl/charts/chart") > 0);
  return new Map(charts.map((entry) => hintOf(entry.bytes.toString("utf8"))));
}

function hintOf(xml: string): [string, ChartHints] {
  const [head = "", plot = ""] = xml.split("<c:plotArea>");
  const title = textsIn(head, /<a:t>([\s\S]*?)<\/a:t>/g).join("");
  const values = textsIn(plot, /<c:(?:val|yVal)>[\s\S]*?<c:f>([\s\S]*?)<\/c:f>/g);
  return [hintKey(title, values), { isBar: plot.includes('<c:barDir val="bar"/>'), right: rightSeries(plot) }];
}

const textsIn = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map(([, text]) => plain(text ?? ""));

const SIGNS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => SIGNS[name] ?? "");

/** Groups of series share a pair of axes; the first pair stands at the left. */
function rightSeries(plot: string): boolean[] {
  const groups = [...plot.matchAll(/<c:(bar|line|area)Chart>[\s\S]*?<\/c:\1Chart>/g)].map(([group]) => group);
  const axisOf = (group: string): string | undefined => /<c:axId val="(\d+)"\/>/.exec(group)?.[1];
  const main = axisOf(groups[0] ?? "");
  return groups.flatMap((group) => [...group.matchAll(/<c:ser>/g)].map(() => axisOf(group) !== main));
}
