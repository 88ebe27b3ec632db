import { unzip, zip, type ZipEntry } from "../../services/utilities/zip.ts";
import type { SheetFile } from "../book-file.ts";
import type { FileChart, FileCorner, FilePlace } from "../chart-file.ts";
import { isMixed } from "./write-chart.ts";
import { mixed } from "./mixed-chart.ts";

/** Files measure in EMU, of which 9525 make a pixel. */
export const PIXEL = 9525;

const textOf = ({ bytes }: ZipEntry): string => bytes.toString("utf8");

/** Adds to the library's file what it can't write: charts of several kinds, and places between the corners of cells. */
export function mendCharts(bytes: Uint8Array, sheets: SheetFile[]): Uint8Array {
  const drawn = sheets.filter(({ charts, pictures }) => charts.length + pictures.length > 0);
  if (drawn.length === 0) return bytes;
  const charts = drawn.flatMap((sheet) => sheet.charts);
  const entries = unzip(Buffer.from(bytes)).map((entry): ZipEntry => {
    const chart = charts[numberIn(entry.name, "xl/charts/chart") - 1];
    if (chart) return { name: entry.name, bytes: Buffer.from(calmed(textOf(entry), chart)) };
    const sheet = drawn[numberIn(entry.name, "xl/drawings/drawing") - 1];
    return sheet ? { name: entry.name, bytes: Buffer.from(placed(textOf(entry), sheet)) } : entry;
  });
  return new Uint8Array(zip(entries));
}

const FAINT = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>';

/** What says nothing about its letters stands in Arial of 9 points. */
const SMALL =
  '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Arial"/></a:defRPr></a:pPr>' +
  '<a:endParaRPr lang="en-US"/></a:p></c:txPr>';

/** The chart as it is meant: of several kinds where it is, with faint lines of the grid, and points without lines. */
function calmed(xml: string, chart: FileChart): string {
  const whole = isMixed(chart) ? mixed(xml, chart) : xml;
  const faint = whole
    .replace("<c:majorGridlines/>", `<c:majorGridlines>${FAINT}</c:majorGridlines>`)
    .replace("</c:chartSpace>", `${SMALL}</c:chartSpace>`);
  if (chart.kind !== "scatter") return faint;
  return faint.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => scattered(series, chart));
}

/** Neither bends the line through points nor draws one where the chart has none. */
function scattered(xml: string, { series }: FileChart): string {
  const index = Number(/<c:idx val="(\d+)"\/>/.exec(xml)?.[1]);
  const straight = xml.includes("<c:smooth") ? xml : xml.replace("</c:ser>", '<c:smooth val="0"/></c:ser>');
  if (series[index]?.width) return straight;
  return straight.replace(/<c:spPr>[\s\S]*?<\/c:spPr>/, "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
}

/** The number in "xl/charts/chart7.xml", 0 for another part of the file. */
export function numberIn(name: string, start: string): number {
  const found = name.startsWith(start) ? /^(\d+)\.xml$/.exec(name.slice(start.length)) : null;
  return found ? Number(found[1]) : 0;
}

function placed(xml: string, { charts, pictures }: SheetFile): string {
  const left = { charts: charts.map(({ place }) => place), pictures: pictures.map(({ place }) => place) };
  return xml.replace(/<xdr:twoCellAnchor[\s\S]*?<\/xdr:twoCellAnchor>/g, (anchor) => {
    const place = (anchor.includes("<xdr:graphicFrame") ? left.charts : left.pictures).shift();
    return place ? moved(anchor, place) : anchor;
  });
}

function moved(anchor: string, { from, to }: FilePlace): string {
  return anchor
    .replace(/<xdr:from>[\s\S]*?<\/xdr:from>/, `<xdr:from>${cornerXml(from)}</xdr:from>`)
    .replace(/<xdr:to>[\s\S]*?<\/xdr:to>/, `<xdr:to>${cornerXml(to)}</xdr:to>`);
}

const cornerXml = ({ row, column, x, y }: FileCorner): string =>
  `<xdr:col>${column}</xdr:col><xdr:colOff>${Math.round(x * PIXEL)}</xdr:colOff>` +
  `<xdr:row>${row}</xdr:row><xdr:rowOff>${Math.round(y * PIXEL)}</xdr:rowOff>`;
