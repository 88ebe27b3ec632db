import { LOGGED_CHANNELS, DEFAULT_STATUSES, PRIORITIES } from "../domain/ticket/field.ts";
import { openMemory } from "../google/properties.ts";
import { actingUser, now } from "../google/session.ts";
import type { AnswerTo, Ask, Person } from "../sidebar/api.ts";
import { rememberedSettings, sheetOf } from "../workbook/save/open-desk.ts";
import { readPeople, type DeskPerson } from "../workbook/people-sheet.ts";
import { rowsOf } from "../workbook/settings-texts.ts";
import { findRequesters } from "../workbook/requesters.ts";

const VERSION = "0.1.0";
const PEOPLE_AT_MOST = 200;
const SUGGESTIONS_AT_MOST = 8;

/** Everything that the sidebar shows before anybody has typed. */
export function sidebarStart(): AnswerTo<"sidebarStart"> {
  const memory = openMemory();
  const settings = rememberedSettings(memory);
  const email = actingUser();
  const people = settings ? readPeople(sheetOf(memory, "people", "People")) : [];
  const me = people.find((person) => person.email === email);
  return {
    isSetUp: settings !== undefined,
    agent: { email, name: me?.name ?? "", role: me?.role ?? "agent" },
    people: people.slice(0, PEOPLE_AT_MOST).map(asPerson),
    agents: people.filter(({ role }) => role !== "requester").map(asPerson),
    categories: settings ? rowsOf(sheetOf(memory, "categories", "Categories"), 1).flatMap(([name]) => name || []) : [],
    priorities: [...(settings?.priorities ?? PRIORITIES)],
    channels: [...LOGGED_CHANNELS],
    statuses: [...(settings?.statuses ?? DEFAULT_STATUSES)],
    prefix: settings?.prefix ?? "T-",
    selected: null,
    timeZone: settings?.timeZone ?? "Etc/UTC",
    nowAt: now(),
    version: VERSION,
  };
}

/** Requesters that the text may mean: people first, then whoever is named on earlier tickets. */
export function sidebarSuggest({ text }: Ask<"sidebarSuggest">): AnswerTo<"sidebarSuggest"> {
  const memory = openMemory();
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 2) return [];
  const people = readPeople(sheetOf(memory, "people", "People")).map(asPerson);
  const known = people.filter(({ email, name }) => `${email} ${name}`.toLowerCase().includes(wanted));
  if (known.length >= SUGGESTIONS_AT_MOST) return known.slice(0, SUGGESTIONS_AT_MOST);
  const earlier = findRequesters(sheetOf(memory, "tickets", "Tickets"), memory, wanted);
  const fresh = earlier.filter(({ email }) => !known.some((person) => person.email === email));
  return [...known, ...fresh].slice(0, SUGGESTIONS_AT_MOST);
}

const asPerson = ({ email, name, isVip }: DeskPerson): Person => ({ email, name, isVip });
