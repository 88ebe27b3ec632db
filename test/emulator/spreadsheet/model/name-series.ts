import { monthNamesIn, weekdayNamesIn } from "../../values/format-date.ts";

/** Names of months or weekdays that go on ("Jan", "Feb" → "Mar"), in the locale's language or English; undefined for other texts. */
export function nameSeries(texts: readonly string[], locale: string): ((i: number) => string) | undefined {
  for (const names of namesOf(locale)) {
    const places = texts.map((text) => names.findIndex((name) => name.toLowerCase() === text.toLowerCase()));
    const [first = -1, second] = places;
    const step = second === undefined ? 1 : second - first;
    const at = (i: number): number => modulo(first + step * i, names.length);
    const isSeries = first >= 0 && step !== 0 && places.every((place, i) => place === at(i));
    if (isSeries) return (i) => names[at(i)] ?? "";
  }
  return undefined;
}

function namesOf(locale: string): (readonly string[])[] {
  return [locale, "en_US"].flatMap((language) =>
    (["short", "long"] as const).flatMap((style) => [monthNamesIn(language, style), weekdayNamesIn(language, style)]),
  );
}

const modulo = (n: number, length: number): number => ((n % length) + length) % length;
