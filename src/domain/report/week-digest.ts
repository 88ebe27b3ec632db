import { html, type Part, plain } from "../outbox/letter.ts";
import { dayInWords, oneLine } from "../warning/words.ts";
import { type AnyKey, DEFINITIONS } from "./definitions.ts";
import type { Figure } from "./figure.ts";
import type { Report } from "./report.ts";
import { figureIn, lostInWords, rounded, shownValue, tileOf, TILES } from "./tiles.ts";

/** A chart that goes along, by the key under which it is attached. */
export interface DigestChart {
  readonly key: string;
  readonly title: string;
}

export interface DigestFrame {
  readonly charts: readonly DigestChart[];
  readonly url: string;
  readonly timeZone: string;
}

const CATEGORIES_AT_MOST = 3;

/** What a mail says of a week that is over, of a report of that week. */
export function weekDigest(report: Report, frame: DigestFrame): { subject: string; text: string; html: string } {
  const { figures } = report;
  const isEmpty = figures.created.n + figures.resolved.n + figures.backlog.n === 0;
  const week = `week of ${dayInWords(report.period.fromOn)}`;
  const parts: Part[] = [
    { kind: "heading", text: `How well issues got fixed, ${week}` },
    ...(isEmpty ? [{ kind: "small" as const, text: "There were no tickets in this week." }] : told(report, frame)),
    { kind: "link", text: "Open the desk", url: frame.url },
    {
      kind: "small",
      text: `From Monday ${report.period.fromOn} to Sunday ${report.period.toOn} in ${frame.timeZone}, for all tickets, against the week before. Leads get this; a lead can turn it off in the sheet Settings, at Weekly digest.`,
    },
  ];
  const says = isEmpty ? "no tickets in this week" : headline(report);
  return { subject: `Helpdesk, ${week}: ${says}`, text: plain(parts), html: html(parts) };
}

function headline({ figures: { quality, backlog } }: Report): string {
  const share = quality.value === null ? "no resolution decided" : `${percent(quality.value, 0)} quality attainment`;
  return `${share}, backlog ${backlog.n}`;
}

function told(report: Report, { charts }: DigestFrame): Part[] {
  const pictures = charts.map(({ key, title }): Part => ({ kind: "picture", text: title, key }));
  const about = "The charts are those of the sheet SLA, for the period and the filters that are chosen there.";
  return [
    ...TILES.map((key) => tile(report, key)),
    { kind: "titled", text: "The week in figures", lines: weekLines(report) },
    ...(pictures.length > 0 ? [{ kind: "small" as const, text: about }] : []),
    ...pictures,
  ];
}

function tile(report: Report, key: (typeof TILES)[number]): Part {
  const { value, change, count } = tileOf(report, key);
  const shown = value === null ? "–" : valueInWords(key, figureIn(report, key));
  const text = `${DEFINITIONS[key].name}: ${shown}`;
  return { kind: "titled", text, lines: [change, count].filter((line) => line !== "") };
}

const LINES: readonly (readonly AnyKey[])[] = [
  ["created", "resolved", "reopened", "backlog"],
  ["attainment", "firstResponseAttainment", "nextResponseAttainment", "resolutionAttainment", "overrides"],
  ["firstResponseMedian", "firstResponseP90"],
  ["resolutionMedian", "resolutionP90"],
  ["vipAttainment", "otherAttainment"],
];

/** The figures that the charts show, in sentences. */
function weekLines(report: Report): string[] {
  const named = LINES.map((keys) =>
    keys.map((key) => `${DEFINITIONS[key].name}: ${valueInWords(key, figureIn(report, key))}`).join("; "),
  );
  const [row] = report.weeks;
  const verdicts = row ? [`Resolutions met: ${row.met}; late: ${row.late}; still open and late: ${row.openLate}`] : [];
  const lost = lostInWords(report.intake.missing.length) ?? "No ticket is lost";
  return [...named, ...verdicts, ...breaches(report), lost].map((line) => `${line}.`);
}

function breaches({ breaches: all }: Report): string[] {
  if (all.length === 0) return [];
  const most = all.slice(0, CATEGORIES_AT_MOST);
  const named = most.map(({ category, count }) => `${oneLine(category, 40) || "no category"} ${count}`).join(", ");
  const rest = all.slice(CATEGORIES_AT_MOST).reduce((sum, { count }) => sum + count, 0);
  return [`Breaches by category: ${named}${rest > 0 ? `, others ${rest}` : ""}`];
}

function valueInWords(key: AnyKey, { value }: Figure): string {
  const shown = shownValue(key, value);
  if (shown === null) return "–";
  const { unit } = DEFINITIONS[key];
  if (unit === "share" || unit === "points") return percent(shown, 1);
  return `${rounded(shown)}${{ hours: " h", days: " days", count: "" }[unit]}`;
}

const percent = (share: number, digits: number): string => `${rounded(share * 100, digits)}%`;
