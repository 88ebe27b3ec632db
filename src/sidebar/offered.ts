import { leaveFor, refusalOf } from "../domain/roles/may.ts";
import type { CallName, Start, ViewName } from "./api.ts";

type Role = Start["agent"]["role"];

/** What each view asks of the server; Help asks nothing. */
const ASKS: Readonly<Record<ViewName, CallName | undefined>> = {
  log: "sidebarLogTicket",
  ticket: "sidebarSelected",
  explain: "sidebarExplain",
  recompute: "sidebarRecompute",
  verify: "sidebarVerify",
  health: "sidebarHealth",
  deleted: "sidebarDeleted",
  help: undefined,
};

/** Why a view is not for somebody, as the server would say it; undefined where it is. */
export function notOffered(view: ViewName, role: Role): string | undefined {
  const call = ASKS[view];
  return call !== undefined && leaveFor(call, role) === "refused" ? refusalOf(call, role) : undefined;
}

/** Whether somebody sees their own tickets only, and what is public of them. */
export const isOwnOnly = ({ agent: { role } }: Start): boolean => leaveFor("sidebarTicket", role) !== "allowed";
