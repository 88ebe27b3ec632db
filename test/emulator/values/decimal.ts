/** Rounds half away from zero on the decimal value of 15 digits that Sheets works with: 1.005 to 2 places is 1.01. */
export function roundTo(value: number, places: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return value;
  const size = Math.abs(Number(value.toPrecision(15)));
  const rounded = scale(Math.round(scale(size, places)), -places);
  return value < 0 ? -rounded : rounded;
}

/** Multiplies by a power of ten without binary error. */
function scale(value: number, powerOfTen: number): number {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + powerOfTen}`);
}

/** Digits of a non-negative number with exactly `places` decimals, "." as the decimal point. */
export function fixed(value: number, places: number): string {
  const rounded = roundTo(value, places);
  return Math.abs(rounded) < 1e21 ? rounded.toFixed(Math.min(places, 100)) : BigInt(rounded).toString();
}

/** The text of a number in formulas ("" & 1/3): up to 15 significant digits, "1E+20" beyond. */
export function plainNumber(value: number): string {
  return shortest(value, 15);
}

/** The text of a number under the automatic format: 10 significant digits, whole numbers in full up to 15 digits. */
export function generalNumber(value: number): string {
  return shortest(value, Number.isInteger(value) ? 15 : Math.max(10, integerDigits(value)));
}

function integerDigits(value: number): number {
  return Math.min(15, Math.floor(Math.log10(Math.abs(value) + 1)) + 1);
}

function shortest(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [mantissa = "", exponent = ""] = rounded.toExponential().split("e");
    const power = Number(exponent);
    return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return size < 1e-6 && size > 0 ? rounded.toFixed(20).replace(/0+$/, "") : String(rounded === 0 ? 0 : rounded);
}
