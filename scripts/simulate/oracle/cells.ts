import type { Claim } from "../witness.ts";
import { DESKS_OWN } from "../table.ts";
import { count, countOnce } from "./exceptions.ts";
import { COLUMN_OF, type Evidence, same, wasRefused } from "./evidence.ts";
import type { Wrong } from "./wrong.ts";

const LEGAL: Readonly<Record<string, readonly string[]>> = {
  Status: ["New", "Open", "Pending", "On hold", "Resolved", "Closed"],
  Priority: ["Urgent", "High", "Medium", "Low"],
};
const DEFAULTS: Readonly<Record<string, string>> = { Status: "New", Priority: "Medium" };

/** Every value that somebody wanted stands in its cell, or was replaced by somebody later, or was refused with a sentence; nothing else stands anywhere. */
export function wrongCells(evidence: Evidence): Wrong[] {
  const { table } = evidence;
  const wrongs: Wrong[] = [];
  for (const [row, cells] of table) {
    const ticket = cells.get("Ticket") ?? "";
    for (const [column, value] of cells) {
      if (DESKS_OWN.has(column)) wrongs.push(...junk(evidence, { row, column, value, ticket }));
      else wrongs.push(...judge(evidence, { row, column, value, ticket }));
    }
  }
  return wrongs;
}

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly ticket: string;
}

function junk({ world, table }: Evidence, { row, column, value, ticket }: Cell): Wrong[] {
  if (column === "Ticket" || value === "" || !world.witness.junk.has(value)) return [];
  const kind = /junk-/.test(value) ? "junk stays" : "";
  if (kind === "" || !table.get(row)?.get("Ticket")) return [];
  return [
    { kind, sentence: `${ticket}: ${column} still holds "${value}", which somebody typed over what the desk keeps.` },
  ];
}

function judge(evidence: Evidence, cell: Cell): Wrong[] {
  const { row, column, value, ticket } = cell;
  const claims = evidence.world.witness.of(row, column);
  const isTicket = ticket !== "";
  const subjects = evidence.world.witness.of(row, "Subject");
  const refused = claims.filter(
    (claim) =>
      isTicket && !same(column, claim.value, value) && isRefused(evidence, claim, { ...cell, subjects }, claims),
  );
  const live = claims.filter((claim) => !refused.includes(claim));
  const last = lastOf(live);
  const before = beforeRefused(evidence, refused, { claims: live, cell });
  if (before === "the default") return [];
  const allowed = [...last, ...before];
  if (allowed.some((claim) => same(column, claim.value, value))) return losers(evidence, last, cell);
  if (isTicket && isDefault(column, value) && !last.some((claim) => claim.isSure && claim.value !== "")) return [];
  if (value === "" && !last.some(({ isSure }) => isSure)) return [];
  if (!isTicket && value === "" && column in DEFAULTS && evidence.world.witness.emptied.has(row)) return [];
  if (isTicket && last.length > 0 && last.every((claim) => isInTheMoment(claim, cell, claims))) {
    for (const claim of last) count("typed in the moment in which the desk wrote there", claim);
    return [];
  }
  const isOver = (claim: Claim): boolean => claim.isInRun && (claim.isUnheard === true || WRITTEN_BY_DESK.has(column));
  if (!isTicket && value === "" && last.length > 0 && last.every(isOver)) {
    for (const claim of last) count("typed in the moment in which the desk wrote there", claim);
    return [];
  }
  if (isTicket && last.length > 0 && last.every((claim) => isOfKilledChange(claim, cell, claims))) {
    for (const claim of last) count("typed again what stood there before a killed change was finished", claim);
    return [];
  }
  if (
    /^column \d+$/.test(column) &&
    claims.length === 0 &&
    [...evidence.world.witness.upheavals].some(([run, times]) => times > 2 || (run as { killed?: boolean }).killed)
  ) {
    countOnce("left in a column without a header");
    return [];
  }
  const isSilent = last.length > 0 && last.every((claim) => mayBeRefused(claim, column, claims));
  const wrong = unexplained(cell, { claims, last });
  return [isSilent ? { ...wrong, kind: "refused without a sentence" } : wrong];
}

/** Columns into which the desk writes when it is asked to, or puts back what it must. */
const WRITTEN_BY_DESK: ReadonlySet<string> = new Set(["Status", "Priority", "Assignee"]);

/** Whether a run may have written over this without any trigger telling it what was typed: the desk's default stands there, or what had been wanted before. */
function isInTheMoment(claim: Claim, { column, value }: Cell, claims: readonly Claim[]): boolean {
  if (!claim.isInRun || !WRITTEN_BY_DESK.has(column) || (claim.how === "type" && !claim.isUnheard)) return false;
  const earlier = claims.filter(({ from }) => from < claim.from);
  if (earlier.length === 0 && value === "") return true; // there had been nothing
  return isDefault(column, value) || earlier.some((other) => same(column, other.value, value));
}

/** Whether no trigger told of this, and it changed nothing in the cell, while a change that was never answered waited for being finished there. */
function isOfKilledChange(claim: Claim, { column, value }: Cell, claims: readonly Claim[]): boolean {
  const earlier = claims.filter(({ from }) => from < claim.from);
  const isAsked = earlier.some(
    ({ how, isSure, value: asked }) => how === "sidebar" && !isSure && same(column, asked, value),
  );
  const stood = earlier.filter(({ isSure }) => isSure).at(-1);
  return claim.isUnheard === true && isAsked && stood !== undefined && same(column, stood.value, claim.value);
}

/** Those that may have come last: no other that holds for sure began after their end. */
function lastOf(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => !claims.some((other) => other !== claim && other.isSure && other.from > claim.to));
}

/** Where the last value was refused, what was saved before comes back: at the latest what a timer has seen. */
function beforeRefused(
  { world }: Evidence,
  refused: readonly Claim[],
  { claims, cell }: { claims: readonly Claim[]; cell: Cell },
): Claim[] | "the default" {
  if (refused.length === 0) return [];
  const found: Claim[] = [];
  let isSeen = false;
  const end = Math.max(...refused.map(({ from }) => from));
  if (claims.some(({ isSure, from }) => isSure && from > end)) return [];
  for (const claim of [...claims].reverse()) {
    if (claim.from > end) continue;
    found.push(claim);
    isSeen = world.witness.lookedAt.some((at) => at > claim.to && at < end);
    if (isSeen) break;
  }
  // Nothing was saved for sure: then what the desk fills in by itself may be what was.
  const mayBeDefault = isDefault(cell.column, cell.value) && (!isSeen || found.every(({ value }) => value === ""));
  return mayBeDefault ? "the default" : found;
}

function isRefused(
  evidence: Evidence,
  claim: Claim,
  { column, ticket, subjects }: Cell & { readonly subjects: readonly Claim[] },
  claims: readonly Claim[],
): boolean {
  if (!mayBeRefused(claim, column, claims)) return false;
  if (wasRefused(evidence, claim, ticket)) return true;
  const subject = subjects.filter(({ from }) => from <= claim.from).at(-1)?.value ?? "";
  if (subject === "") {
    if (claim.value === "") return false; // where there is no ticket, nothing is put into a blank
    count("a refusal that nobody could be told of", claim);
    return true;
  }
  if (claim.value === "") return true; // a blank becomes the default, or what was there, and everybody sees it
  if (claim.who !== "" && !claim.isUnheard) return false;
  count("a refusal that nobody could be told of", claim);
  return true;
}

/** A word that the desk doesn't know, New again, or anything after Closed. */
function mayBeRefused({ value, how }: Claim, column: string, claims: readonly Claim[]): boolean {
  const words = LEGAL[column];
  if (!words || how === "sidebar" || how === "beginning") return false;
  if (!words.some((word) => same(column, word, value))) return true;
  return column === "Status" && (value === "New" || claims.some((claim) => claim.value === "Closed"));
}

const isDefault = (column: string, value: string): boolean => DEFAULTS[column] === value;

/** Of several that may have come last one stands; the others must be in History, or their people must have been told. */
function losers(evidence: Evidence, last: readonly Claim[], { row, column, value, ticket }: Cell): Wrong[] {
  const lost = last.filter((claim) => claim.isSure && !same(column, claim.value, value) && claim.value !== "");
  return lost
    .filter((claim) => !inHistory(evidence, ticket, column, claim.value) && !wasRefused(evidence, claim, ticket))
    .filter((claim) => column in HEADERS && !mayBeRefused(claim, column, evidence.world.witness.of(row, column)))
    .filter((claim) => {
      const claims = evidence.world.witness.of(row, column);
      const reason = isInTheMoment(claim, { row, column, value, ticket }, claims)
        ? "typed in the moment in which the desk wrote there"
        : "replaced by a refused word before any run had seen it";
      const isExcused = reason.startsWith("typed") || isReplacedUnseen(claim, column, claims);
      if (isExcused) count(reason, claim);
      return !isExcused;
    })
    .map((claim) => ({
      kind: "lost without a trace",
      sentence: `${named(ticket, row)}: ${nameOf(claim)} wanted ${column} to be "${claim.value}"; it is "${value}", and neither History nor a sentence tells of it.`,
    }));
}

/** Whether no trigger told of this, nor of a word after it that the desk refuses: the one before both comes back. */
function isReplacedUnseen(claim: Claim, column: string, claims: readonly Claim[]): boolean {
  const later = claims.filter(({ from }) => from > claim.from);
  const isUnseen = claim.isUnheard === true || claim.who === "";
  return isUnseen && later.some((other) => other.isUnheard && mayBeRefused(other, column, claims));
}

const HEADERS: Readonly<Record<string, true>> = Object.fromEntries(
  Object.values(COLUMN_OF).map((header) => [header, true]),
);

/** Also in an event that somebody has deleted since. */
function inHistory({ recorded, world }: Evidence, ticket: string, column: string, value: string): boolean {
  const isDeleted = [...world.witness.tampered.history].some(
    (row) => row.includes(ticket) && row.includes(`"${value}"`),
  );
  return isDeleted || [...(recorded.get(`${ticket} ${column}`) ?? [])].some((told) => same(column, told, value));
}

function unexplained(
  { row, column, value, ticket }: Cell,
  { claims, last }: { claims: readonly Claim[]; last: readonly Claim[] },
): Wrong {
  const holds = `${named(ticket, row)}: ${column} is "${value}"`;
  const wanted = last.map((claim) => `${nameOf(claim)} wanted "${claim.value}" (act ${claim.act})`).join(", ");
  if (claims.length === 0)
    return { kind: "a value that nobody put there", sentence: `${holds}, which nobody put there.` };
  const isOld = claims.some((claim) => same(column, claim.value, value));
  const kind = isOld ? "an older value came back" : value === "" ? "a value is gone" : "another value stands there";
  return { kind, sentence: `${holds}, but ${wanted || "all of it was refused"}.` };
}

const named = (ticket: string, row: string): string => (ticket === "" ? `A row without number (${row})` : ticket);
const nameOf = ({ who, how }: Claim): string =>
  who === "" ? (how === "beginning" ? "the beginning" : "a script") : who.split("@")[0]!;
