import { DAY } from "../calendar/local-time.ts";
import { localDate, versionOn } from "./calendar-versions.ts";
import type { Clocks } from "../sla/clocks.ts";
import { isVipIn, type SlaSettings } from "./sla-settings.ts";

/** What a ticket's clocks have not heard yet: whether its requester is a VIP, and which calendar was put right and why. */
export interface News {
  readonly vip?: boolean;
  readonly restated?: readonly [calendarId: string, version: number];
  readonly because?: string;
}

export interface NewsQuestion {
  readonly clocks: Clocks;
  readonly requester: string;
  readonly now: number;
  readonly reopenDays: number;
}

/** Nothing for a ticket that can't be opened again: what it was promised is over. */
export function newsFor(settings: SlaSettings, { clocks, requester, now, reopenDays }: NewsQuestion): News {
  const { phase, sinceAt } = clocks.resolution;
  const isOver = phase === "stopped" && now - sinceAt > reopenDays * DAY;
  if (clocks.isCancelled || isOver) return {};
  const isVip = isVipIn(settings, requester);
  return {
    ...(isVip !== clocks.isVip && { vip: isVip }),
    ...(phase !== "stopped" && restatedFor(settings, clocks)),
  };
}

/** A day put right before the ticket's time concerns it not. */
function restatedFor({ restatements = [], calendars }: SlaSettings, { resolution, restated }: Clocks): News {
  const id = resolution.calendar.split("@")[0] ?? "";
  const heard = restated.startsWith(`${id}@`) ? Number(restated.slice(id.length + 1)) : 0;
  const unheard = restatements.filter(({ calendarId, version }) => calendarId === id && version > heard);
  const today = new Date(resolution.startAt).toISOString().slice(0, 10);
  const tz = versionOn(calendars[id] ?? [], today)?.tz ?? "Etc/UTC";
  const since = localDate(resolution.startAt, tz);
  const concerning = unheard.filter(({ closed, special }) =>
    [...closed, ...Object.keys(special)].some((date) => date >= since),
  );
  const last = unheard[unheard.length - 1];
  if (concerning.length === 0 || !last) return {};
  return { restated: [id, last.version], because: concerning.map(({ reason }) => reason).join(" ") };
}
