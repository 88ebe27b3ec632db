import { HEADERS_GONE, isTicketRow } from "./header-row.ts";
import type { PersonRole } from "../domain/roles/standing.ts";
import { heldInWords } from "../domain/roles/words.ts";
import { Problem } from "../domain/problem.ts";
import { mailCheck } from "./mail-health.ts";
import { MAIL, type MailMemory, type Memory, parse, readHead, DIGEST, type DigestMemory } from "./memory.ts";
import { rememberedSettings } from "./save/open-desk.ts";
import { OutboxSheet } from "./outbox-sheet.ts";
import { presentSheets } from "./present-sheets.ts";
import { settingsMistakes } from "./refresh-settings.ts";
import { readLayout } from "./settle-columns.ts";
import { rowsOf } from "./settings-texts.ts";
import { heldRoles } from "./take-roles.ts";
import { SHEET_PLANS, type SheetKey } from "./sheet-plans.ts";
import { TICKET_COLUMNS } from "./ticket-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface HealthCheck {
  name: string;
  state: "ok" | "warning" | "problem";
  sentence: string;
  fix?: string;
  roles?: { email: string; role: PersonRole | "" }[];
}

const CELLS_AT_MOST = 10_000_000;
const MINUTE_MS = 60_000;
const SET_UP = "Choose Helpdesk > Set up: nothing that is there is touched.";

/** What an agent should know of the desk's state, each in a sentence, with what to do. */
export function checkHealth(memory: Memory, now: number): HealthCheck[] {
  const settings = rememberedSettings(memory);
  if (!settings)
    return [{ name: "Set-up", state: "problem", sentence: "The desk is not set up in this file.", fix: SET_UP }];
  const sheets = presentSheets(memory);
  return [
    sheetsCheck(sheets),
    columnsCheck(memory, sheets),
    timerCheck(memory, now),
    settingsCheck(memory, sheets, now),
    rolesCheck(memory, sheets),
    zoneCheck(settings.timeZone),
    historyCheck(memory, sheets),
    outboxCheck(memory, sheets, now),
    cellsCheck(),
  ];
}

const ok = (name: string, sentence: string): HealthCheck => ({ name, state: "ok", sentence });

function sheetsCheck(sheets: Partial<Record<SheetKey, Sheet>>): HealthCheck {
  const gone = SHEET_PLANS.filter(({ key }) => !sheets[key]).map(({ title }) => title);
  if (gone.length === 0) return ok("Sheets", "All sheets of the desk are there.");
  return {
    name: "Sheets",
    state: "problem",
    sentence: `Gone: ${gone.join(", ")}.`,
    fix: `Restore an earlier version (File > Version history), or: ${SET_UP}`,
  };
}

function columnsCheck(memory: Memory, { tickets }: Partial<Record<SheetKey, Sheet>>): HealthCheck {
  if (!tickets) return ok("Columns", "Columns can be looked at once all sheets are there.");
  const { layout } = readLayout(tickets, memory, false);
  if (isTicketRow(layout.headers)) return { name: "Columns", state: "problem", sentence: HEADERS_GONE, fix: SET_UP };
  const lost = TICKET_COLUMNS.filter(({ key, isNeeded }) => isNeeded && layout.find(key) === undefined).map(
    ({ header }) => header,
  );
  if (lost.length === 0) return ok("Columns", "Every column that is needed is there.");
  return { name: "Columns", state: "problem", sentence: `Tickets has lost ${lost.join(", ")}.`, fix: SET_UP };
}

function timerCheck(memory: Memory, now: number): HealthCheck {
  const { ranAt: beat = 0, trouble = "" } = parse<{ ranAt?: number; trouble?: string }>(memory.get("timer")) ?? {};
  const owner = memory.get("owner") ?? "nobody";
  if (trouble !== "") return { name: "Timer", state: "warning", sentence: `The last check said: ${trouble}` };
  if (beat === 0)
    return {
      name: "Timer",
      state: "warning",
      sentence: `The timer of ${owner} has not run yet; it runs every five minutes.`,
    };
  const minutes = Math.round((now - beat) / MINUTE_MS);
  if (minutes < 30) return ok("Timer", `The timer of ${owner} ran ${minutes} minutes ago.`);
  return {
    ...{
      name: "Timer",
      state: "problem" as const,
      sentence: `The timer of ${owner} has not run for ${minutes} minutes: edits that no trigger saw are not recorded.`,
    },
    fix: `${owner} opens this file and chooses Helpdesk > Set up.`,
  };
}

function settingsCheck(memory: Memory, sheets: Partial<Record<SheetKey, Sheet>>, now: number): HealthCheck {
  if (SHEET_PLANS.some(({ key }) => !sheets[key]))
    return ok("Settings", "Settings can be read once all sheets are there.");
  const all = sheets as Record<SheetKey, Sheet>;
  const mistakes = settingsMistakes(memory, all, now);
  if (mistakes.length === 0) return ok("Settings", "The settings sheets can be understood.");
  return {
    name: "Settings",
    state: "warning",
    sentence: mistakes.join(" "),
    fix: "Mend the cell: it is read again at once.",
  };
}

function rolesCheck(memory: Memory, { people }: Partial<Record<SheetKey, Sheet>>): HealthCheck {
  const held = people ? heldRoles(memory, rowsOf(people, 4)) : [];
  if (held.length === 0) return ok("Roles", "Every role in People was given by a lead.");
  return {
    ...{ name: "Roles", state: "warning", sentence: held.map(heldInWords).join(" ") },
    fix: "A lead confirms it here, or types the role again, or puts People right.",
    roles: held.map(({ email, to }) => ({ email, role: to })),
  };
}

function zoneCheck(timeZone: string): HealthCheck {
  const present = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
  if (present === timeZone) return ok("Time zone", `Times are shown in ${timeZone}.`);
  return {
    name: "Time zone",
    state: "warning",
    sentence: `The file's zone is now ${present}, the desk was set up in ${timeZone}.`,
    fix: SET_UP,
  };
}

function historyCheck(memory: Memory, { history }: Partial<Record<SheetKey, Sheet>>): HealthCheck {
  const head = readHead(memory);
  const lastRow = history ? Math.max(1, history.getLastRow()) : 1;
  const acknowledgedRow = head ? (head.row ?? head.seq + 1) : 1;
  if (history && lastRow > 1 && history.getRange(1, 1).getValue() === 1)
    return { name: "History", state: "problem", sentence: "The header row of History is gone.", fix: SET_UP };
  if (head && acknowledgedRow === lastRow) return ok("History", `${head.seq} events, all of them acknowledged.`);
  if (acknowledgedRow > lastRow)
    return {
      name: "History",
      state: "problem",
      sentence: `History has lost ${acknowledgedRow - lastRow} rows.`,
      fix: "Undo what took them out, or restore an earlier version (File > Version history). The next check records what is missing.",
    };
  return {
    name: "History",
    state: "warning",
    sentence: `History has ${lastRow - acknowledgedRow} events that are not acknowledged.`,
    fix: "The next check finishes this by itself, within five minutes.",
  };
}

function outboxCheck(memory: Memory, { outbox }: Partial<Record<SheetKey, Sheet>>, now: number): HealthCheck {
  if (!outbox)
    return { name: "Mail", state: "problem", sentence: "Nobody is mailed: the Outbox is gone.", fix: SET_UP };
  const { isSilent = false, isDigestOn = false } = rememberedSettings(memory) ?? {};
  const digest = isDigestOn ? parse<DigestMemory>(memory.get(DIGEST)) : undefined;
  const known = parse<MailMemory>(memory.get(MAIL)) ?? { waiting: 0 };
  try {
    const mails = new OutboxSheet(outbox).mails();
    return mailCheck(mails, { title: outbox.getName(), memory: known, now, isSilent, digest });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { name: "Mail", state: "problem", sentence: error.message };
  }
}

function cellsCheck(): HealthCheck {
  const cells = SpreadsheetApp.getActive()
    .getSheets()
    .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
  const share = Math.round((100 * cells) / CELLS_AT_MOST);
  if (share < 80) return ok("Size", `${share} % of the ten million cells that a file may have.`);
  return {
    name: "Size",
    state: share < 95 ? "warning" : "problem",
    sentence: `${share} % of the ten million cells that a file may have are used.`,
    fix: "Delete empty rows and columns of large sheets.",
  };
}
