import type { NamedCalendar } from "../explanation/hours.ts";
import { calendarVersions, type SlaSettings } from "./sla-settings.ts";

/** A calendar by its id, or by `id@version`, with what people call its special days. */
export function calendarNamed(settings: SlaSettings, name: string): NamedCalendar {
  const id = name.split("@")[0] ?? "";
  const own = Object.entries(settings.dayNames ?? {}).flatMap(([key, day]) =>
    key.startsWith(`${id} `) || key.startsWith(" ") ? [[key.slice(-10), day] as const] : [],
  );
  return { name: id, versions: calendarVersions(settings, name), dayNames: Object.fromEntries(own) };
}
