import { fixed, generalNumber } from "./decimal.ts";
import type { Conventions } from "./locale.ts";
import type { Token } from "./pattern.ts";

/** A non-negative number under the tokens of one section. */
export function formatNumberTokens(tokens: Token[], size: number, conventions: Conventions): string {
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  const mask = tokens.map((token) => (token.kind === "digits" ? token.text : "")).join("");
  const exponent = tokens.find((token) => token.kind === "exponent");
  if (exponent?.kind === "exponent") return scientific(tokens, size, conventions);
  const scaled = Number(`${size}e${percents * 2}`);
  const value = Number.isFinite(scaled) ? scaled : size * 100 ** percents;
  const digits = mask === "" ? "" : maskedDigits(mask, value, conventions);
  return place(tokens, digits, conventions, value);
}

/** Writes the digits at the first placeholder; later placeholders (as in "000-00") take theirs from the right. */
function place(tokens: Token[], digits: string, conventions: Conventions, value: number): string {
  const slots = tokens.filter((token) => token.kind === "digits");
  const shares =
    slots.length > 1
      ? share(
          slots.map(({ text }) => text),
          digits,
        )
      : [digits];
  let slot = 0;
  const written = tokens.map((token) => {
    if (token.kind === "digits") return shares[slot++] ?? "";
    if (token.kind === "percent") return "%";
    if (token.kind === "general" || token.kind === "text")
      return generalNumber(value).replace(".", conventions.decimal);
    return token.kind === "literal" ? token.text : "";
  });
  return written.join("");
}

function share(masks: string[], digits: string): string[] {
  const shares: string[] = [];
  let rest = digits;
  for (let index = masks.length - 1; index > 0; index--) {
    const width = (masks[index] ?? "").replace(/[^#0?]/g, "").length;
    shares.unshift(rest.slice(Math.max(0, rest.length - width)));
    rest = rest.slice(0, Math.max(0, rest.length - width));
  }
  return [rest, ...shares];
}

function maskedDigits(mask: string, value: number, conventions: Conventions): string {
  const [wholeMask = "", fractionMask = ""] = mask.split(".");
  const thousands = /,+$/.exec(mask.replace(/\.[#0?]*/, ""))?.[0].length ?? 0;
  const places = fractionMask.replace(/[^#0?]/g, "").length;
  const [whole = "0", fraction = ""] = fixed(value / 1000 ** thousands, places).split(".");
  const required = wholeMask.replace(/[^0]/g, "").length;
  const integer = (whole === "0" && required === 0 ? "" : whole).padStart(required, "0");
  const grouped = /,[#0?]/.test(wholeMask) ? group(integer, conventions) : integer;
  const decimals = trimOptional(fraction, fractionMask);
  const point = fractionMask !== "" && (decimals !== "" || mask.includes(".")) ? conventions.decimal : "";
  return decimals === "" && !fractionMask.includes("0") && fractionMask !== ""
    ? grouped + point
    : grouped + point + decimals;
}

/** Drops trailing zeros that stand under "#". */
function trimOptional(fraction: string, mask: string): string {
  const placeholders = mask.replace(/[^#0?]/g, "");
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === "0" && placeholders[end - 1] === "#") end--;
  return fraction.slice(0, end);
}

function group(digits: string, conventions: Conventions): string {
  const separator = conventions.group === " " ? "\u00a0" : conventions.group;
  const last = digits.slice(-3);
  const rest = digits.slice(0, -3);
  if (rest === "") return last;
  const size = conventions.groupSize;
  return rest.replace(new RegExp(`\\B(?=(?:\\d{${size}})+$)`, "g"), separator) + separator + last;
}

function scientific(tokens: Token[], size: number, conventions: Conventions): string {
  const mask = tokens.find((token) => token.kind === "digits");
  const places = (mask?.kind === "digits" ? (mask.text.split(".")[1] ?? "") : "").replace(/[^#0?]/g, "").length;
  const [mantissa = "0", power = "0"] = size.toExponential(places).split("e");
  const written = tokens.map((token) => {
    if (token.kind === "digits") return mantissa.replace(".", conventions.decimal);
    if (token.kind === "exponent") return exponentText(Number(power), token.digits, token.plus);
    return token.kind === "literal" ? token.text : "";
  });
  return written.join("");
}

function exponentText(power: number, digits: number, plus: boolean): string {
  const sign = power < 0 ? "-" : plus ? "+" : "";
  return `E${sign}${String(Math.abs(power)).padStart(digits, "0")}`;
}
