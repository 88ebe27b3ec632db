export interface Conventions {
  order: "mdy" | "dmy" | "ymd";
  /** What stands between the numbers of a date, as typed and as shown. */
  dateSeparator: string;
  decimal: string;
  /** Thousands separator; a space stands for every kind of space. */
  group: string;
  /** Digits between two separators: 2 in India (12,34,567), else 3. */
  groupSize: number;
  currency: string;
  formats: { date: string; time: string; dateTime: string };
  /** Lower-case month names, long and short, of the locale and of English, to 1..12. */
  monthByName: ReadonlyMap<string, number>;
  weekdayNames: ReadonlySet<string>;
}

/** Default date formats that Intl would write with other widths than Google Sheets. */
const SHEETS_DATES: Record<string, string> = {
  de: "dd.MM.yyyy",
  es: "d/M/yyyy",
  fi: "d.M.yyyy",
  it: "dd/MM/yyyy",
  ja: "yyyy/MM/dd",
  zh: "yyyy-MM-dd",
  ko: "yyyy. M. d",
};
const CURRENCIES: Record<string, string> = {
  US: "$", GB: "£", JP: "¥", CN: "¥", IN: "₹", KR: "₩", RU: "₽", TR: "₺", BR: "R$", CH: "CHF", SE: "kr", NO: "kr", DK: "kr.",
  PL: "zł", CZ: "Kč", AU: "$", CA: "$", NZ: "$", MX: "$", UA: "₴", IL: "₪", VN: "₫", ID: "Rp", TH: "฿", PH: "₱", HU: "Ft",
}; // prettier-ignore

const known = new Map<string, Conventions>();

/** How a Sheets locale such as "en_US", "de" or "pt_BR" writes numbers, money and dates. Throws RangeError for nonsense. */
export function conventionsOf(locale: string): Conventions {
  let conventions = known.get(locale);
  if (!conventions) {
    conventions = derive(locale);
    known.set(locale, conventions);
  }
  return conventions;
}

/** The BCP 47 tag of a Sheets locale. */
export function tagOf(locale: string): string {
  return locale.replace(/_/g, "-");
}

function derive(locale: string): Conventions {
  const tag = tagOf(locale);
  const date = SHEETS_DATES[tag] ?? SHEETS_DATES[tag.slice(0, 2)] ?? dateFormatFromIntl(tag);
  const twelveHours = new Intl.DateTimeFormat(tag, { hour: "numeric" }).resolvedOptions().hour12 === true;
  const numbers = new Intl.NumberFormat(tag).formatToParts(-1_234_567.5);
  const partOf = (type: string) => numbers.find((part) => part.type === type)?.value ?? "";
  const group = partOf("group");
  return {
    order: orderOf(date),
    dateSeparator: /[^\w\s]/.exec(date)?.[0] ?? "/",
    decimal: partOf("decimal") || ".",
    group: /\s/.test(group) ? " " : group || ",",
    groupSize: numbers.filter(({ type }) => type === "integer")[1]?.value.length ?? 3,
    currency: currencyOf(tag),
    formats: {
      date,
      time: twelveHours ? "h:mm:ss AM/PM" : "HH:mm:ss",
      dateTime: `${date} ${twelveHours ? "H" : "HH"}:mm:ss`,
    },
    monthByName: monthNames(tag),
    weekdayNames: weekdayNames(tag),
  };
}

function dateFormatFromIntl(tag: string): string {
  const parts = new Intl.DateTimeFormat(tag, {
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(Date.UTC(2026, 2, 2, 12));
  const letters: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = { year: "yyyy", month: "M", day: "d" };
  const written = parts.map(({ type, value }) => {
    const letter = letters[type];
    if (!letter) return type === "literal" ? value : "";
    return type !== "year" && value.length === 2 ? letter + letter : letter;
  });
  return written
    .join("")
    .replace(/[^\w./ -]/g, "")
    .trim();
}

function orderOf(dateFormat: string): Conventions["order"] {
  if (dateFormat.startsWith("y")) return "ymd";
  return dateFormat.startsWith("M") ? "mdy" : "dmy";
}

function currencyOf(tag: string): string {
  const region = new Intl.Locale(tag).maximize().region ?? "";
  return CURRENCIES[region] ?? "€";
}

function monthNames(tag: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of [tag, "en"]) {
    for (const month of ["long", "short"] as const) {
      const formatter = new Intl.DateTimeFormat(language, {
        month,
        day: "numeric",
        timeZone: "UTC",
        calendar: "gregory",
      });
      for (let number = 1; number <= 12; number++) {
        const part = formatter.formatToParts(Date.UTC(2026, number - 1, 1)).find(({ type }) => type === "month");
        if (part && /\p{L}/u.test(part.value)) names.set(withoutDot(part.value), number);
      }
    }
  }
  return names.set("sept", 9);
}

function weekdayNames(tag: string): Set<string> {
  const names = new Set<string>();
  for (const language of [tag, "en"]) {
    for (const weekday of ["long", "short"] as const) {
      const formatter = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
      for (let day = 1; day <= 7; day++) names.add(withoutDot(formatter.format(Date.UTC(2026, 2, day))));
    }
  }
  return names;
}

function withoutDot(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
