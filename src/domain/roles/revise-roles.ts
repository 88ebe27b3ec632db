import { type Holder, NO_ROLES, type PersonRole, plainAddress, type Roles, type Standing } from "./standing.ts";

/** A row of People that names somebody. */
export interface PeopleRow {
  readonly rowNumber: number;
  readonly email: string;
  readonly name: string;
  readonly role: PersonRole;
}

/** Somebody's role as it was, or is, or is wanted; "" for somebody who doesn't stand in People. */
export interface RoleChange {
  readonly email: string;
  readonly from: PersonRole | "";
  readonly to: PersonRole | "";
}

/** An edit of People: by whom, in which rows, and whether it may have taken addresses away, but those that were gone before. */
export interface PeopleEdit {
  readonly by: Standing;
  readonly rows: { readonly first: number; readonly last: number };
  readonly takesAway: boolean;
  readonly goneBefore: readonly string[];
}

/** A lead's word on all of People. */
export const BY_A_LEAD: PeopleEdit = {
  by: "lead",
  rows: { first: 0, last: Infinity },
  takesAway: true,
  goneBefore: [],
};

export interface RolesDecision {
  /** In force from now on. */
  readonly roles: Roles;
  /** A lead did this. */
  readonly granted: readonly RoleChange[];
  /** Somebody else tried this: `putBack` and `returned` undo it in the sheet. */
  readonly refused: readonly RoleChange[];
  readonly putBack: readonly { readonly rowNumber: number; readonly role: PersonRole | "" }[];
  readonly returned: readonly Holder[];
  /** Nobody knows who did this: it waits for a lead, and has no effect until then. */
  readonly held: readonly RoleChange[];
}

/** Beyond so many, those who only ask count as though they didn't stand in People: they may do the same. */
const REQUESTERS_KEPT = 1000;

/**
 * What becomes of roles where People says something else than what is in force. Only what leads do takes effect. What somebody else does is put
 * back; what nobody can be seen to have done waits. `edit` is undefined where no edit was seen.
 */
export function reviseRoles(inForce: Roles, rows: readonly PeopleRow[], edit: PeopleEdit | undefined): RolesDecision {
  const former = new Set(inForce.requesters.map(plainAddress));
  const before = new Map(inForce.holders.map((holder) => [plainAddress(holder.email), holder]));
  const wanted = wantedIn(rows);
  const outcomes = [...new Set([...before.keys(), ...wanted.keys()])].map((key) =>
    outcomeOf({ holder: before.get(key), wish: wanted.get(key), wasRequester: former.has(key) }, edit),
  );
  const of = (verdict: Verdict): Outcome[] => outcomes.filter((outcome) => outcome.verdict === verdict);
  const holders = outcomes.flatMap(({ holder }) => holder ?? []);
  const holding = new Set(holders.map(({ email }) => plainAddress(email)));
  const requesters = [...wanted.keys()].filter((key) => !holding.has(key)).slice(0, REQUESTERS_KEPT);
  return {
    roles: { holders, requesters },
    granted: of("granted").map(({ change }) => change),
    refused: of("refused").map(({ change }) => change),
    held: of("held").map(({ change }) => change),
    putBack: of("refused").flatMap(putBackOf),
    returned: of("refused").flatMap(({ wish, holder }) => (holder && !wish ? holder : [])),
  };
}

type Verdict = "same" | "granted" | "refused" | "held";

interface Outcome {
  readonly verdict: Verdict;
  readonly change: RoleChange;
  readonly wish: Wish | undefined;
  /** Who they are from now on, if they work on tickets. */
  readonly holder: Holder | undefined;
}

interface Known {
  readonly holder: Holder | undefined;
  readonly wish: Wish | undefined;
  readonly wasRequester: boolean;
}

function outcomeOf({ holder, wish, wasRequester }: Known, edit: PeopleEdit | undefined): Outcome {
  const change: RoleChange = {
    email: wish?.email ?? holder?.email ?? "",
    from: holder?.role ?? (wasRequester ? "requester" : ""),
    to: wish?.role ?? "",
  };
  const isSame = change.to === (holder?.role ?? "requester");
  const verdict = isSame ? "same" : verdictOn(wish?.rows ?? [], holder, edit);
  const isInForce = verdict === "same" || verdict === "granted";
  return { verdict, change, wish, holder: isInForce ? asHolder(wish) : holder };
}

const asHolder = (wish: Wish | undefined): Holder | undefined =>
  wish && wish.role !== "requester" ? { email: wish.email, role: wish.role, name: wish.name } : undefined;

const putBackOf = ({ wish, change: { from } }: Outcome): RolesDecision["putBack"][number][] =>
  (wish?.rows ?? [])
    .filter(({ role }) => role !== (from || "requester"))
    .map(({ rowNumber }) => ({ rowNumber, role: from }));

/** The roles as People has them, where no others are in force. */
export const rolesIn = (rows: readonly PeopleRow[]): Roles => reviseRoles(NO_ROLES, rows, BY_A_LEAD).roles;

function verdictOn(
  rows: readonly PeopleRow[],
  holder: Holder | undefined,
  edit: PeopleEdit | undefined,
): Exclude<Verdict, "same"> {
  const isIn = ({ rowNumber, role }: PeopleRow): boolean =>
    edit !== undefined &&
    role !== (holder?.role ?? "requester") &&
    rowNumber >= edit.rows.first &&
    rowNumber <= edit.rows.last;
  const isGone = (): boolean =>
    edit?.takesAway === true && !edit.goneBefore.includes(plainAddress(holder?.email ?? ""));
  const isSeen = rows.length > 0 ? rows.some(isIn) : isGone();
  if (!edit || !isSeen || edit.by === "hidden") return "held";
  return edit.by === "lead" ? "granted" : "refused";
}

interface Wish {
  readonly email: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly rows: readonly PeopleRow[];
}

const RANKS: readonly PersonRole[] = ["requester", "agent", "lead"];

/** Each address once; of several rows the highest role counts. */
function wantedIn(rows: readonly PeopleRow[]): ReadonlyMap<string, Wish> {
  const wishes = new Map<string, Wish>();
  for (const row of rows) {
    const key = plainAddress(row.email);
    const known = wishes.get(key);
    const isHigher = known && RANKS.indexOf(row.role) > RANKS.indexOf(known.role);
    const { email, name, role } = known && !isHigher ? known : row;
    wishes.set(key, { email, name, role, rows: [...(known?.rows ?? []), row] });
  }
  return wishes;
}
