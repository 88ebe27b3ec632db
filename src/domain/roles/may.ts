import { type Standing, UNKNOWN } from "./standing.ts";

/**
 * "owner": only whoever has set up the desk. "own": only about tickets that they asked for themselves, and only what is public of them. "event": only where Google itself calls it, with
 * an event that no page can make up.
 */
export type Leave = "allowed" | "owner" | "own" | "event" | "refused";

interface Line extends Readonly<Record<Standing, Leave>> {
  /** Ends the sentence "Only agents may …". */
  readonly what: string;
}

const EVERYBODY = only("allowed", "allowed", "allowed", "allowed", "allowed");
const BY_EVENT = only("event", "event", "event", "event", "event");
const OWN_TOO = only("allowed", "allowed", "own", "own", "refused");
const AGENTS = only("allowed", "allowed", "refused", "refused", "refused");
const LEADS = only("allowed", "refused", "refused", "refused", "refused");
/** What a timer does is due anyway. Google may hide whose clock it is; what mails by hand is the owner's alone (see deliver.ts). */
const TIMERS = only("allowed", "allowed", "refused", "refused", "allowed");

/** Who may do what: a line for every function that Google may call by name, which anybody can who may open the file. */
export const MAY = {
  onOpen: { what: "add the menu", ...EVERYBODY },
  onInstall: { what: "add the menu", ...EVERYBODY },
  onEdit: { what: "report an edit", ...BY_EVENT },
  onSheetChange: { what: "report a deleted row", ...BY_EVENT },
  onTimer: { what: "start the timer by hand", ...TIMERS },
  onHour: { what: "start the timer by hand", ...TIMERS },
  setUp: { what: "repeat the set-up", ...only("owner", "owner", "owner", "owner", "refused") },
  // These only open the sidebar, which asks for each of its answers.
  showSidebar: { what: "open the sidebar", ...EVERYBODY },
  showLogForm: { what: "open the sidebar", ...EVERYBODY },
  explainDeadline: { what: "open the sidebar", ...EVERYBODY },
  recomputeDeadlines: { what: "open the sidebar", ...EVERYBODY },
  verifyHistory: { what: "open the sidebar", ...EVERYBODY },
  showHealth: { what: "open the sidebar", ...EVERYBODY },
  showHelp: { what: "open the sidebar", ...EVERYBODY },
  refreshSla: { what: "refresh the SLA sheet", ...AGENTS },
  sidebarStart: { what: "open the sidebar", ...only("allowed", "allowed", "own", "own", "own") },
  sidebarSuggest: { what: "look up people", ...AGENTS },
  sidebarLogTicket: { what: "log a ticket", ...OWN_TOO },
  sidebarSelected: { what: "look at tickets", ...OWN_TOO },
  sidebarTicket: { what: "look at tickets", ...OWN_TOO },
  sidebarUpdateTicket: { what: "change a ticket", ...OWN_TOO },
  sidebarExplain: { what: "look at deadlines", ...AGENTS },
  sidebarOverride: { what: "change a deadline", ...LEADS },
  sidebarRecompute: { what: "look at what recomputing would do", ...AGENTS },
  sidebarRecomputeApply: { what: "put tickets under another policy", ...LEADS },
  sidebarDeleted: { what: "look at deleted tickets", ...AGENTS },
  sidebarRestore: { what: "restore a ticket", ...AGENTS },
  sidebarHealth: { what: "look at the desk's health", ...AGENTS },
  sidebarConfirmRoles: { what: "confirm roles", ...LEADS },
  sidebarVerify: { what: "verify the history", ...AGENTS },
} as const satisfies Readonly<Record<string, Line>>;

export type GoogleFunction = keyof typeof MAY;

function only(lead: Leave, agent: Leave, requester: Leave, nobody: Leave, hidden: Leave): Record<Standing, Leave> {
  return { lead, agent, requester, nobody, hidden };
}

const LINES: Readonly<Record<GoogleFunction, Line>> = MAY;

export const leaveFor = (name: GoogleFunction, standing: Standing): Leave => LINES[name][standing];

/** Why nobody else sets a desk up again. */
export const ownedBy = (owner: string): string =>
  `${owner} has set up this desk, and its timers run as ${owner}. A second set-up would do everything twice: ask ${owner} to choose Set up.`;

/** Why somebody may not, and what they can do about it. */
export function refusalOf(name: GoogleFunction, standing: Standing, owner = UNKNOWN): string {
  const { what, agent, requester } = LINES[name];
  if (standing === "hidden" && requester === "own")
    return "Google does not tell the desk who you are, so it can show you no ticket. Open the file with an account of this organisation, or ask an agent.";
  if (agent === "owner") return ownedBy(owner);
  if (agent === "event") return `Only Google itself may ${what}: edit the sheet, and it does.`;
  if (agent !== "allowed") return `Only a lead may ${what}: ask one, or ask to be entered as lead in People.`;
  return `Only agents may ${what}: ask a lead to enter you in People.`;
}
