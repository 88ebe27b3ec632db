import { formatValue } from "../values/format.ts";

export interface TextLook {
  color?: string;
  fontFamily?: string;
  fontSize?: number;
  fontWeight?: "bold";
  fontStyle?: "italic";
}

/** The options of a chart by path ("hAxis.title"), however they were set; remembers which of them were asked for. */
export class ChartSettings {
  private readonly leaves = new Map<string, unknown>();
  private readonly used = new Set<string>();

  constructor(options: Record<string, unknown>) {
    for (const [key, value] of Object.entries(options)) this.flatten(key, value);
  }

  private flatten(path: string, value: unknown): void {
    if (!isBranch(value)) this.leaves.set(path, value);
    else for (const [key, item] of Object.entries(value)) this.flatten(`${path}.${key}`, item);
  }

  /** The first of the paths that was set; all of them count as known. */
  private find(paths: string[]): unknown {
    for (const path of paths) if (this.leaves.has(path)) this.used.add(path);
    const path = paths.find((one) => this.leaves.has(one));
    return path === undefined ? undefined : this.leaves.get(path);
  }

  text(...paths: string[]): string | undefined {
    const value = this.find(paths);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? `${value}`
      : undefined;
  }

  number(...paths: string[]): number | undefined {
    const value = this.find(paths);
    if (value === undefined || value === null || value === "") return undefined;
    const number = Number(value);
    return Number.isFinite(number) ? number : undefined;
  }

  isOn(...paths: string[]): boolean {
    const value = this.find(paths);
    return value === true || value === "true";
  }

  isOff(...paths: string[]): boolean {
    const value = this.find(paths);
    return value === false || value === "false";
  }

  list(...paths: string[]): unknown[] | undefined {
    const value = this.find(paths);
    return Array.isArray(value) ? value : undefined;
  }

  /** A length in pixels, or the percentage of `whole` that "80%" names. */
  length(path: string, whole: number): number | undefined {
    const text = this.text(path);
    const percent = text === undefined ? null : /^([\d.]+)%$/.exec(text);
    return percent ? (Number(percent[1]) / 100) * whole : this.number(path);
  }

  /** Colour and font of a text style, e.g. of "titleTextStyle". */
  textLook(...paths: string[]): TextLook {
    const at = (name: string): string[] => paths.map((path) => `${path}.${name}`);
    const [color, fontFamily, fontSize] = [
      this.text(...at("color")),
      this.text(...at("fontName")),
      this.number(...at("fontSize")),
    ];
    return {
      ...(color === undefined ? {} : { color }),
      ...(fontFamily === undefined ? {} : { fontFamily }),
      ...(fontSize === undefined ? {} : { fontSize }),
      ...(this.isOn(...at("bold")) ? { fontWeight: "bold" } : {}),
      ...(this.isOn(...at("italic")) ? { fontStyle: "italic" } : {}),
    };
  }

  /** What was set and nobody has asked for. */
  ignored(): string[] {
    return [...this.leaves.keys()].filter((path) => !this.used.has(path));
  }
}

/** Objects and lists of objects have parts of their own; a list of plain values is one value. */
function isBranch(value: unknown): value is object {
  if (typeof value !== "object" || value === null || value instanceof Date) return false;
  return Array.isArray(value) ? value.some((item) => typeof item === "object" && item !== null) : true;
}

const NAMED_FORMATS: Record<string, string> = {
  percent: "0%",
  decimal: "#,##0.###",
  scientific: "0.00E+00",
  none: "General",
};

/** The pattern behind a format that Google names; "short" has none, any other text is a pattern already. */
export function namedFormat(format: string | undefined): string | undefined {
  return format === undefined || format === "short" ? undefined : (NAMED_FORMATS[format] ?? format);
}

/** How an axis writes a number: under a pattern of a sheet, a format that Google names, or as it is. */
export function numberWriter(format: string | undefined, locale: string): (value: number) => string {
  if (format === "short") return (value) => shortened(value, locale);
  const pattern = namedFormat(format) || "General";
  return (value) => formatValue(Number(value.toPrecision(12)), pattern, locale);
}

function shortened(value: number, locale: string): string {
  const [size, unit] = Math.abs(value) >= 1e6 ? [1e6, "M"] : Math.abs(value) >= 1e3 ? [1e3, "K"] : [1, ""];
  return `${formatValue(Number((value / size).toPrecision(3)), "General", locale)}${unit}`;
}
