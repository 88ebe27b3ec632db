import { intlOffsets } from "../domain/calendar/offsets.ts";
import type { NewMail } from "../domain/outbox/mail.ts";
import { digestId } from "../domain/outbox/pictures.ts";
import { Problem } from "../domain/problem.ts";
import { weekDigest } from "../domain/report/week-digest.ts";
import { type ToldWeek, weekToTell } from "../domain/report/week-to-tell.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import { leadsAmong } from "../domain/warning/recipients.ts";
import { aloneAtTheOutbox } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { actingUser } from "../google/session.ts";
import { DIGEST, type DigestMemory, type Memory, parse } from "../workbook/memory.ts";
import { bookUrl, rememberedSettings, sheetOf } from "../workbook/save/open-desk.ts";
import { OutboxSheet } from "../workbook/outbox-sheet.ts";
import { CHART_TITLES } from "../workbook/report-chart-plans.ts";
import { readReport } from "../workbook/report-read.ts";
import { expectMails, isOwner } from "./deliver.ts";
import { peopleOf } from "./tell.ts";

const WAIT_MS = 60_000;

/** Writes a mail to each lead about the week before into the Outbox, once a week, where that is switched on; costs no call where it is not, or where it is done. */
export function queueWeekDigest(memory: Memory, now: number): void {
  const settings = rememberedSettings(memory);
  if (!settings?.isDigestOn) return;
  const week = weekToTell(now, intlOffsets(settings.timeZone));
  if (!week || isTold(memory, week) || !isOwner(memory.get("owner"), actingUser())) return;
  try {
    queue(digestsOf(memory, settings, { week, now }), { week, now });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    note(memory, { ...digestMemory(memory), trouble: error.message }); // for Health: a timer has nobody to tell
  }
}

const digestMemory = (memory: Memory): DigestMemory => parse<DigestMemory>(memory.get(DIGEST)) ?? {};
const note = (memory: Memory, digest: DigestMemory): void => memory.set(DIGEST, JSON.stringify(digest));
const isTold = (memory: Memory, { name }: ToldWeek): boolean => digestMemory(memory).week === name;

interface Due {
  readonly week: ToldWeek;
  readonly now: number;
}

function digestsOf(memory: Memory, settings: DeskSettings, { week, now }: Due): NewMail[] {
  const leads = new Map(leadsAmong(peopleOf(memory), memory.get("owner") ?? "").map((to) => [to.toLowerCase(), to]));
  if (leads.size === 0) throw new Problem("not-found", "No lead in the sheet People has an address.");
  const { timeZone } = settings;
  const period = { kind: "custom" as const, fromOn: week.fromOn, toOn: week.toOn };
  const { report } = readReport(memory, settings, { asked: { period, filters: {}, isWithAgents: false }, now });
  const said = weekDigest(report, { charts: CHART_TITLES, url: bookUrl(), timeZone });
  return [...leads.values()].map((to) => ({ to, ...said, about: [] }));
}

/** All mails in one write. Their ids name the week: after a kill they tell that it is done. */
function queue(mails: readonly NewMail[], { week, now }: Due): void {
  aloneAtTheOutbox(WAIT_MS, () => {
    const memory = openMemory();
    if (isTold(memory, week)) return;
    const outbox = new OutboxSheet(sheetOf(memory, "outbox", "Outbox"));
    const id = digestId(week.name);
    if (!outbox.mails().some((mail) => mail.id.startsWith(`${id}-`))) {
      expectMails(memory);
      outbox.add(mails, { id, now });
    }
    note(memory, { week: week.name });
  });
}
