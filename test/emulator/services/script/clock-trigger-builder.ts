import { GoogleError, NotEmulated } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject, type EnumValue } from "../../core/service-object.ts";
import { instantOf, javaZone } from "../utilities/java-zone.ts";
import { createTrigger } from "./create-trigger.ts";
import type { Schedule } from "./trigger-record.ts";
import type { Trigger } from "./trigger.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

interface Wishes {
  at?: number;
  date?: [year: number, month: number, day: number];
  everyMs?: number;
  days?: number;
  weeks?: number;
  weekDay?: number;
  monthDay?: number;
  hour?: number;
  minute?: number;
  timeZone?: string;
}

export class ClockTriggerBuilder extends ServiceObject {
  static readonly googleName = "ScriptApp.ClockTriggerBuilder";
  static readonly kinds = { create: "trigger" } as const;
  private wishes: Wishes = {};

  constructor(
    run: Execution,
    private readonly handler: string,
  ) {
    super(run);
  }

  after(durationMilliseconds: number): this {
    return this.wish({ at: this.run.now() + durationMilliseconds });
  }

  at(date: Date): this {
    return this.wish({ at: date.getTime() });
  }

  atDate(year: number, month: number, day: number): this {
    return this.wish({ date: [year, month, day] });
  }

  everyMinutes(n: number): this {
    if (![1, 5, 10, 15, 30].includes(n))
      throw new GoogleError("The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.");
    return this.wish({ everyMs: n * MINUTE_MS });
  }

  everyHours(n: number): this {
    if (n < 1) throw new GoogleError("Invalid argument: n");
    return this.wish({ everyMs: n * HOUR_MS });
  }

  everyDays(n: number): this {
    if (n < 1) throw new GoogleError("Invalid argument: n");
    return this.wish({ days: n });
  }

  everyWeeks(n: number): this {
    if (n < 1) throw new GoogleError("Invalid argument: n");
    return this.wish({ weeks: n });
  }

  onWeekDay(day: EnumValue): this {
    return this.wish({ weekDay: day.ordinal });
  }

  onMonthDay(day: number): this {
    if (day < 1 || day > 31) throw new GoogleError("Invalid argument: day");
    return this.wish({ monthDay: day });
  }

  atHour(hour: number): this {
    if (hour < 0 || hour > 23) throw new GoogleError("Invalid argument: hour");
    return this.wish({ hour });
  }

  nearMinute(minute: number): this {
    if (minute < 0 || minute > 59) throw new GoogleError("Invalid argument: minute");
    return this.wish({ minute });
  }

  inTimezone(timezone: string): this {
    return this.wish({ timeZone: timezone });
  }

  create(): Trigger {
    const schedule = this.schedule();
    return createTrigger(this.run, {
      handler: this.handler,
      eventType: "CLOCK",
      source: "CLOCK",
      sourceId: null,
      schedule,
    });
  }

  private wish(wishes: Wishes): this {
    this.wishes = { ...this.wishes, ...wishes };
    return this;
  }

  private schedule(): Schedule {
    const { at, date, everyMs, days, weeks, weekDay, monthDay, timeZone } = this.wishes;
    const zone = timeZone ?? this.run.project.manifest.timeZone ?? "Etc/UTC";
    if (at !== undefined) return { kind: "once", at };
    if (date) {
      const wall = Date.UTC(date[0], date[1] - 1, date[2]) + (this.hour() * 60 + this.minute()) * MINUTE_MS;
      return { kind: "once", at: instantOf(javaZone(zone), wall) };
    }
    if (everyMs !== undefined)
      return {
        kind: "steady",
        everyMs,
        phase: this.run.now() + this.run.workspace.random.below(everyMs / MINUTE_MS) * MINUTE_MS,
      };
    const rhythm = { kind: "calendar", hour: this.hour(), minute: this.minute(), timeZone: zone } as const;
    if (monthDay !== undefined) return { ...rhythm, days: 1, monthDay };
    if (weeks !== undefined || weekDay !== undefined)
      return { ...rhythm, days: (weeks ?? 1) * 7, weekDay: weekDay ?? this.run.workspace.random.below(7) };
    if (days !== undefined) return { ...rhythm, days };
    throw new NotEmulated("ClockTriggerBuilder.create without a time");
  }

  private hour(): number {
    return this.wishes.hour ?? this.run.workspace.random.below(24);
  }

  /** One minute of the hour, chosen once and kept; nearMinute means 15 minutes more or less. */
  private minute(): number {
    const { random } = this.run.workspace;
    const near = this.wishes.minute;
    return near === undefined ? random.below(60) : Math.min(59, Math.max(0, near - 15 + random.below(31)));
  }
}
