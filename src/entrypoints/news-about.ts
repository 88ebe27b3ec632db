import { isVipPacked } from "../domain/deadline/cell.ts";
import { clocksIn } from "../domain/deadline/fold-ticket.ts";
import { type News, newsFor } from "../domain/sla-settings/news.ts";
import { isVipIn, type SlaSettings } from "../domain/sla-settings/sla-settings.ts";
import { type Fields, shown } from "../domain/ticket/content.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import type { TicketState } from "../domain/ticket/ticket.ts";

/** What the clocks of a ticket with these fields have not heard yet. Clocks of most rows need not be unpacked for that. */
export function newsAbout(sla: SlaSettings, settings: DeskSettings, now: number) {
  const isRestated = (sla.restatements ?? []).length > 0;
  return (state: TicketState, fields: Fields): News => {
    const requester = shown(fields["requester"]);
    if (!isRestated && !state.clocks && state.packed && isVipPacked(state.packed) === isVipIn(sla, requester))
      return {};
    const clocks = clocksIn(state);
    if (!clocks || state.deletedAt) return {};
    return newsFor(sla, { clocks, requester, now, reopenDays: settings.reopenWithinDays });
  };
}
