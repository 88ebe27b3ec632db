import type { Conventions } from "./locale.ts";

export interface TypedNumber {
  value: number;
  format?: string;
}

const SYMBOLS = "$€£¥₹₩₽₺₴₪₫฿₱";
const regexByConventions = new WeakMap<Conventions, RegExp>();

/** A number as typed: sign, thousands, decimals, exponent, percent, money, accountants' parentheses; else undefined. */
export function parseNumber(text: string, conventions: Conventions): TypedNumber | undefined {
  const found = numberRegex(conventions).exec(text.trim());
  if (!found) return undefined;
  const {
    open,
    sign1,
    before,
    sign2,
    whole = "",
    fraction,
    exponent,
    percent,
    gap = "",
    after,
    close,
  } = found.groups ?? {};
  if (whole === "" && !fraction) return undefined;
  if (!!open !== !!close || (sign1 && sign2) || (open && (sign1 || sign2))) return undefined;
  if ((before && after) || ((before || after) && (percent || exponent))) return undefined;
  const digits = whole.replace(/\D/g, "") || "0";
  const size = Number(`${digits}.${fraction || "0"}e${exponent ?? "0"}`);
  if (!Number.isFinite(size)) return undefined;
  const negative = open !== undefined || sign1 === "-" || sign2 === "-";
  const value = (negative ? -size : size) / (percent ? 100 : 1);
  const grouped = digits.length !== whole.length && whole !== "";
  const format = formatOf({ before, after, gap, exponent, percent, grouped, fraction, conventions });
  return format === undefined ? { value } : { value, format };
}

interface Seen {
  before: string | undefined;
  after: string | undefined;
  gap: string;
  exponent: string | undefined;
  percent: string | undefined;
  grouped: boolean;
  fraction: string | undefined;
  conventions: Conventions;
}

function formatOf(seen: Seen): string | undefined {
  const decimals = seen.fraction ? ".00" : "";
  if (seen.percent) return `0${decimals}%`;
  if (seen.exponent) return "0.00E+00";
  if (seen.before) return `${symbolPattern(seen.before, seen.conventions)}#,##0${decimals}`;
  if (seen.after) return `#,##0${decimals}${seen.gap && " "}${symbolPattern(seen.after, seen.conventions)}`;
  return seen.grouped ? `#,##0${decimals}` : undefined;
}

function symbolPattern(symbol: string, { currency }: Conventions): string {
  return symbol === currency ? `"${symbol}"` : `[$${symbol}]`;
}

function numberRegex(conventions: Conventions): RegExp {
  let regex = regexByConventions.get(conventions);
  if (!regex) {
    const group =
      conventions.group === " " ? "[ \\u00a0\\u202f]" : conventions.group === "’" ? "[’']" : escape(conventions.group);
    const decimal = escape(conventions.decimal);
    const symbol = `(?:${escape(conventions.currency)}|[${escape(SYMBOLS)}])`;
    regex = new RegExp(
      `^(?<open>\\()?(?<sign1>[+-])?(?:(?<before>${symbol})\\s?)?(?<sign2>[+-])?` +
        `(?<whole>\\d{1,3}(?:${group}\\d{${conventions.groupSize}})*${group}\\d{3}|\\d+)?(?:${decimal}(?<fraction>\\d*))?` +
        `(?:[eE](?<exponent>[+-]?\\d+))?(?:\\s?(?<percent>%))?(?<gap>[ \\u00a0\\u202f])?(?<after>${symbol})?(?<close>\\))?$`,
    );
    regexByConventions.set(conventions, regex);
  }
  return regex;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
