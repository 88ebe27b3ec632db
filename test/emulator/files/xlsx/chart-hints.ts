import { unzip } from "../../services/utilities/zip.ts";
import { numberIn, PIXEL } from "./chart-parts.ts";

interface Offset {
  x: number;
  y: number;
}

/** What the library does not tell of a chart. */
export interface ChartHints {
  isBar: boolean;
  /** Pixels from the corners of the first and the last cell. */
  offsets?: { from: Offset; to: Offset };
  /** For each series whether it is measured at the right. */
  right: boolean[];
}

/** By what a chart is found again: its title and the references of its values. */
export const hintKey = (title: string | undefined, values: readonly (string | undefined)[]): string =>
  JSON.stringify([title ?? "", ...values]);

/** Reads the hints of every chart in a file. */
export function chartHints(bytes: Uint8Array): Map<string, ChartHints> {
  const parts = new Map(unzip(Buffer.from(bytes)).map((entry) => [entry.name, entry.bytes.toString("utf8")]));
  const offsets = offsetsOf(parts);
  const charts = [...parts].filter(([name]) => numberIn(name, "xl/charts/chart") > 0);
  return new Map(
    charts.map(([name, xml]) => {
      const [key, hint] = hintOf(xml);
      const own = offsets.get(name.slice("xl/".length));
      return [key, own ? { ...hint, offsets: own } : hint];
    }),
  );
}

/** By the part that holds a chart: how far from its cells' corners it begins and ends. */
function offsetsOf(parts: Map<string, string>): Map<string, NonNullable<ChartHints["offsets"]>> {
  const offsets = new Map<string, NonNullable<ChartHints["offsets"]>>();
  for (const [name, xml] of parts) {
    const drawing = numberIn(name, "xl/drawings/drawing");
    if (drawing === 0) continue;
    const targets = targetsIn(parts.get(`xl/drawings/_rels/drawing${drawing}.xml.rels`) ?? "");
    for (const [anchor] of xml.matchAll(/<xdr:twoCellAnchor[\s\S]*?<\/xdr:twoCellAnchor>/g)) {
      const target = targets.get(/<c:chart[^>]*r:id="([^"]*)"/.exec(anchor)?.[1] ?? "");
      if (target) offsets.set(target, { from: offsetIn(anchor, "from"), to: offsetIn(anchor, "to") });
    }
  }
  return offsets;
}

function targetsIn(rels: string): Map<string, string> {
  const links = [...rels.matchAll(/<Relationship [^>]*>/g)].map(([link]) => link);
  const valueOf = (link: string, name: string): string => new RegExp(`${name}="([^"]*)"`).exec(link)?.[1] ?? "";
  return new Map(links.map((link) => [valueOf(link, "Id"), valueOf(link, "Target").replace(/^(\.\.|\/xl)\//, "")]));
}

function offsetIn(anchor: string, end: "from" | "to"): Offset {
  const corner = new RegExp(`<xdr:${end}>[\\s\\S]*?</xdr:${end}>`).exec(anchor)?.[0] ?? "";
  const pixels = (name: string): number =>
    Math.round(Number(new RegExp(`<xdr:${name}>(-?\\d+)`).exec(corner)?.[1] ?? 0) / PIXEL);
  return { x: pixels("colOff"), y: pixels("rowOff") };
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
