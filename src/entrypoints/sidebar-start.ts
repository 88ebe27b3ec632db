import { LOGGED_CHANNELS, DEFAULT_STATUSES, PRIORITIES } from "../domain/ticket/field.ts";
import { isSameAddress } from "../domain/roles/standing.ts";
import { now } from "../google/session.ts";
import type { AnswerTo, Ask, Person } from "../sidebar/api.ts";
import { rememberedSettings, sheetOf } from "../workbook/save/open-desk.ts";
import { readPeople, type DeskPerson } from "../workbook/people-sheet.ts";
import { rolesInForce } from "../workbook/roles-memory.ts";
import { rowsOf } from "../workbook/settings-texts.ts";
import { findRequesters } from "../workbook/requesters.ts";
import type { Caller } from "./front-door.ts";

const VERSION = "0.1.0";
const PEOPLE_AT_MOST = 200;
const SUGGESTIONS_AT_MOST = 8;

/** Everything that the sidebar shows before anybody has typed. */
export function sidebarStart(_: Ask<"sidebarStart">, caller: Caller): AnswerTo<"sidebarStart"> {
  const { memory, email, standing, isOwnOnly } = caller;
  const settings = rememberedSettings(memory);
  const all = settings ? readPeople(sheetOf(memory, "people", "People")) : [];
  const me = all.find((person) => isSameAddress(person.email, email));
  const people = isOwnOnly ? [] : all;
  const isAgent = (person: DeskPerson): boolean =>
    rolesInForce(memory).holders.some((holder) => isSameAddress(holder.email, person.email));
  return {
    isSetUp: settings !== undefined,
    agent: { email: standing === "hidden" ? "" : email, name: me?.name ?? "", role: standing },
    people: people.slice(0, PEOPLE_AT_MOST).map(asPerson),
    agents: people.filter(isAgent).map(asPerson),
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
export function sidebarSuggest({ text }: Ask<"sidebarSuggest">, { memory }: Caller): AnswerTo<"sidebarSuggest"> {
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
