import { partsOf } from "../../values/serial.ts";
import { CellError, NUMBER, VALUE } from "../cell-error.ts";
import { toNumber } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction } from "../definition.ts";
import { numbersOf } from "../numbers.ts";
import type { Scalar } from "../values.ts";

/** Which days of the week are free, from Monday. */
type Weekend = boolean[];

const SATURDAY_SUNDAY: Weekend = [false, false, false, false, false, true, true];

/** "0000011" from Monday, or a code: 1 = Saturday and Sunday, 2 = Sunday and Monday, …, 11 = Sunday only, 12 = Monday only, … */
function weekendOf(value: Argument): Weekend | CellError {
  if (value === undefined || value === null) return SATURDAY_SUNDAY;
  if (typeof value === "string") {
    if (!/^[01]{7}$/.test(value) || value === "1111111") return VALUE;
    return [...value].map((digit) => digit === "1");
  }
  if (typeof value !== "number") return VALUE;
  const days = value >= 11 ? [(value - 11 + 6) % 7] : [(value - 1 + 5) % 7, (value - 1 + 6) % 7];
  const known = (value >= 1 && value <= 7) || (value >= 11 && value <= 17);
  return known ? SATURDAY_SUNDAY.map((_, day) => days.includes(day)) : NUMBER;
}

interface Calendar {
  weekend: Weekend;
  holidays: Set<number>;
}

function calendarOf(weekend: Argument, holidays: Argument, frame: Frame): Calendar | CellError {
  const free = weekendOf(weekend);
  if (free instanceof CellError) return free;
  const days = holidays === undefined || holidays === null ? [] : numbersOf([holidays], frame);
  return days instanceof CellError ? days : { weekend: free, holidays: new Set(days.map(Math.floor)) };
}

function isWorkday(day: number, { weekend, holidays }: Calendar): boolean {
  return !weekend[(partsOf(day).weekday + 5) % 7] && !holidays.has(day);
}

function numberAt(arg: Argument, frame: Frame): number | CellError {
  const number = toNumber((arg ?? null) as Scalar, frame.host);
  return typeof number === "number" ? Math.floor(number) : number;
}

function networkDays(args: Argument[], weekend: Argument, frame: Frame): Scalar {
  const start = numberAt(args[0], frame);
  const end = numberAt(args[1], frame);
  const calendar = calendarOf(weekend, args[2], frame);
  if (typeof start !== "number") return start;
  if (typeof end !== "number") return end;
  if (calendar instanceof CellError) return calendar;
  const [first, last] = start <= end ? [start, end] : [end, start];
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * calendar.weekend.filter((free) => !free).length;
  const everyDay = { ...calendar, holidays: new Set<number>() };
  for (let day = first + weeks * 7; day <= last; day++) if (isWorkday(day, everyDay)) count++;
  for (const holiday of calendar.holidays)
    if (holiday >= first && holiday <= last && isWorkday(holiday, everyDay)) count--;
  return start <= end ? count : -count;
}

function workday(args: Argument[], weekend: Argument, frame: Frame): Scalar {
  const start = numberAt(args[0], frame);
  const days = toNumber((args[1] ?? null) as Scalar, frame.host);
  const calendar = calendarOf(weekend, args[2], frame);
  if (typeof start !== "number") return start;
  if (typeof days !== "number") return days;
  if (calendar instanceof CellError) return calendar;
  const step = days < 0 ? -1 : 1;
  let day = start;
  for (let left = Math.abs(Math.trunc(days)); left > 0;) {
    day += step;
    if (isWorkday(day, calendar)) left--;
  }
  return day;
}

export const workingDays: Record<string, Definition> = {
  NETWORKDAYS: cellsFunction("ssc?", (args, frame) => networkDays(args, undefined, frame)),
  "NETWORKDAYS.INTL": cellsFunction("sss?c?", ([from, to, weekend, holidays], frame) =>
    networkDays([from, to, holidays], weekend, frame),
  ),
  WORKDAY: cellsFunction("ssc?", (args, frame) => workday(args, undefined, frame)),
  "WORKDAY.INTL": cellsFunction("sss?c?", ([from, days, weekend, holidays], frame) =>
    workday([from, days, holidays], weekend, frame),
  ),
};
