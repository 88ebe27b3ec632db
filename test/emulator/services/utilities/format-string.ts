import { GoogleError } from "../../core/errors.ts";

const DIRECTIVE = /%(?:(\d+)\$)?([-+ 0,#(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

interface Directive {
  flags: string;
  width: number;
  precision: number | undefined;
  conversion: string;
}

/** sprintf-like formatting; `print` turns a value of %s to text. */
export function formatString(template: string, args: unknown[], print: (value: unknown) => string = String): string {
  let next = 0;
  return template.replace(DIRECTIVE, (all: string, position, flags, width, precision, conversion: string) => {
    if (conversion === "%") return "%";
    if (conversion === "n") return "\n";
    const index = position === undefined ? next++ : Number(position) - 1;
    if (index >= args.length) throw new GoogleError(`Format specifier '${all}'`);
    const directive = {
      flags: String(flags ?? ""),
      width: Number(width ?? 0),
      precision: precision === undefined ? undefined : Number(precision),
      conversion,
    };
    return padded(converted(args[index], directive, print), directive);
  });
}

function converted(value: unknown, directive: Directive, print: (value: unknown) => string): string {
  const { conversion, precision, flags } = directive;
  switch (conversion) {
    case "s":
    case "S": {
      const text = print(value).slice(0, precision);
      return conversion === "S" ? text.toUpperCase() : text;
    }
    case "d":
    case "i":
      return withSign(Math.trunc(Number(value)), (n) => grouped(n.toFixed(0), flags), flags);
    case "f":
      return withSign(Number(value), (n) => grouped(n.toFixed(precision ?? 6), flags), flags);
    case "e":
    case "E":
      return cased(
        withSign(Number(value), (n) => exponent(n.toExponential(precision ?? 6)), flags),
        conversion,
      );
    case "g":
    case "G":
      return cased(
        withSign(Number(value), (n) => general(n, precision ?? 6), flags),
        conversion,
      );
    case "x":
    case "X":
      return cased((flags.includes("#") ? "0x" : "") + integer(value).toString(16), conversion);
    case "o":
      return integer(value).toString(8);
    case "b":
    case "B":
      return cased(String(value === true || (value !== null && value !== undefined && value !== false)), conversion);
    case "c":
    case "C":
      return cased(typeof value === "number" ? String.fromCodePoint(value) : print(value).slice(0, 1), conversion);
    default:
      throw new GoogleError(`Conversion = '${conversion}'`);
  }
}

function cased(text: string, conversion: string): string {
  return conversion === conversion.toUpperCase() ? text.toUpperCase() : text;
}

function integer(value: unknown): number {
  const whole = Math.trunc(Number(value));
  return whole < 0 ? whole + 2 ** 32 : whole;
}

function withSign(value: number, digits: (positive: number) => string, flags: string): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "-Infinity" : "Infinity";
  if (value < 0 || Object.is(value, -0)) {
    const text = digits(-value);
    if (value === 0) return text;
    return flags.includes("(") ? `(${text})` : `-${text}`;
  }
  return (flags.includes("+") ? "+" : flags.includes(" ") ? " " : "") + digits(value);
}

function grouped(digits: string, flags: string): string {
  return flags.includes(",") ? digits.replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ",") : digits;
}

function exponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

function general(value: number, precision: number): string {
  const digits = precision === 0 ? 1 : precision;
  return value !== 0 && (value < 1e-4 || value >= 10 ** digits)
    ? exponent(value.toExponential(digits - 1))
    : value.toPrecision(digits);
}

function padded(text: string, { flags, width }: Directive): string {
  if (text.length >= width) return text;
  if (flags.includes("-")) return text.padEnd(width);
  const sign = /^[-+ ]/.exec(text)?.[0] ?? "";
  const digits = text.slice(sign.length);
  return flags.includes("0") && /^\d/.test(digits)
    ? sign + digits.padStart(width - sign.length, "0")
    : text.padStart(width);
}
