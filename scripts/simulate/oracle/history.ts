import { createHash } from "node:crypto";
import { COLUMN_OF, type Evidence, same, textOf, type Told } from "./evidence.ts";
import { count } from "./exceptions.ts";
import type { Claim, Witness } from "../witness.ts";
import type { Wrong } from "./wrong.ts";

/** Every event once, in a whole chain; nothing acknowledged is gone; every author is right, or nobody. */
export function wrongHistory(evidence: Evidence): Wrong[] {
  return [...vanished(evidence), ...(isTampered(evidence) ? [] : brokenChain(evidence)), ...wrongAuthors(evidence)];
}

/** People deleted rows of History, wrote into them or changed their order: the chain can't be whole then. */
export function isTampered({ world, history }: Evidence): boolean {
  const { tampered } = world.witness;
  return tampered.history.size > 0 || tampered.order || history.some(({ set }) => "missing" in set);
}

/** What is wrong with the chain, in the order of the sheet. */
export function brokenChain({ inSheet }: Evidence): Wrong[] {
  const wrongs: Wrong[] = [];
  const lastOf = new Map<string, number>();
  let before = { seq: 0, hash: "" };
  for (const event of inSheet) {
    const { seq, ticket, json, hash, previous } = event;
    if (seq !== before.seq + 1)
      wrongs.push({ kind: "History's order", sentence: `Event ${seq} stands after event ${before.seq}.` });
    if (hash !== hashOf(before.hash, [String(seq), ticket, json]))
      wrongs.push({ kind: "History's chain", sentence: `Event ${seq} doesn't follow from the one before it.` });
    if (ticket !== "" && previous !== (lastOf.get(ticket) ?? 0))
      wrongs.push({
        kind: "a ticket's chain",
        sentence: `Event ${seq} of ${ticket} follows ${previous}, not ${lastOf.get(ticket) ?? 0}.`,
      });
    lastOf.set(ticket, seq);
    before = event;
  }
  return wrongs;
}

const hashOf = (before: string, fields: readonly string[]): string =>
  `h${createHash("sha256")
    .update([before, ...fields].join("\n"))
    .digest("hex")
    .slice(0, 40)}`;

function vanished({ world, history }: Evidence): Wrong[] {
  const { events, tampered } = world.witness;
  const now = new Map(history.map((event) => [event.seq, rowText(event)]));
  return [...events].flatMap(([seq, text]) => {
    if (now.get(seq) === text || tampered.history.has(`${text}`)) return [];
    const what = now.has(seq) ? "reads otherwise now" : "is gone";
    return [
      {
        kind: "an acknowledged event is gone",
        sentence: `Event ${seq} ${what}: ${text.split("\u0000").slice(1, 3).join(" ").slice(0, 160)}`,
      },
    ];
  });
}

const rowText = ({ seq, ticket, json, hash }: Told): string => [String(seq), ticket, json, hash].join("\u0000");

const FILLED_IN: Readonly<Record<string, string>> = { Status: "New", Priority: "Medium" };

/** An event names whoever put that value there, or nobody. */
function wrongAuthors(evidence: Evidence): Wrong[] {
  const { history, world } = evidence;
  const people = new Set(world.company.windows.map(({ email }) => email));
  const rowOf = new Map([...world.witness.numbers].map(([row, number]) => [number, row]));
  return history.flatMap(({ ticket, actor, set, seq, type }) => {
    const row = rowOf.get(ticket);
    if (!people.has(actor) || row === undefined || world.witness.copies.has(ticket)) return [];
    if (world.witness.requests.some(({ name, ticketId }) => name === "sidebarRestore" && ticketId === ticket))
      return [];
    return Object.entries(set).flatMap(([key, value]) => {
      const column = COLUMN_OF[key];
      const text = textOf(value);
      if (column === undefined || text === "" || seq <= world.eventsBefore) return [];
      const claims = world.witness.of(row, column).filter((claim) => same(column, claim.value, text));
      if (claims.length === 0 || claims.some(({ who }) => who === actor)) return [];
      if (type === "created" && FILLED_IN[column] === text) {
        count("just what the desk fills in by itself", claims[0]!);
        return [];
      }
      const since = Math.min(...claims.map(({ from }) => from));
      if (
        world.witness.moves.some(
          (move) =>
            move.who === actor &&
            move.at > since &&
            (move.row === row || move.column === column || isStirred(world.witness)),
        )
      ) {
        count("a move recorded as an edit", claims[0]!);
        return [];
      }
      const typedBeside = world.witness
        .columnClaims(column)
        .some((claim) => claim.who === actor && same(column, claim.value, text));
      if (typedBeside && world.witness.upheavals.size > 0) {
        count("the same word typed into a row that was moved before its run came", claims[0]!);
        return [];
      }
      if (isPartOfPaste(world.witness, { row, column, actor, claims })) {
        count("typed into what was just pasted, before its run came", claims[0]!);
        return [];
      }
      const isPasted = world.witness.columnClaims(column).some(({ who, how, isInRun }) => {
        return who === actor && (isInRun || world.witness.upheavals.size > 0) && BY_BLOCK.has(how);
      });
      if (isPasted) {
        count("a paste whose rows were moved before its run came", claims[0]!);
        return [];
      }
      const others = [
        ...new Set(claims.map(({ who, how }) => who || (how === "beginning" ? "nobody" : "a script"))),
      ].join(", ");
      const sentence = `Event ${seq} (${type}) says that ${actor} set ${ticket}'s ${column} to "${text}"; it was ${others}.`;
      return [{ kind: "the wrong author", sentence }];
    });
  });
}

/** Where columns are moved again before the run of a move comes, its range holds other columns. */
const isStirred = ({ upheavals }: Witness): boolean => [...upheavals.values()].some((times) => times > 1);

/** How an edit is made of which Google names the range, and nothing of what was put there. */
const BY_BLOCK: ReadonlySet<string> = new Set([
  "paste",
  "pasteRows",
  "fill",
  "copy",
  "copyRow",
  "cut",
  "clear",
  "undo",
  "redo",
]);

/** Whether others put this where the actor had just pasted, filled, or dragged a row or column to: all within the same runs. */
function isPartOfPaste(
  witness: Witness,
  { row, column, actor, claims }: { row: string; column: string; actor: string; claims: readonly Claim[] },
): boolean {
  const first = Math.min(...claims.map(({ from }) => from));
  const isBefore = (at: number): boolean => at < first;
  const pasted = witness
    .of(row, column)
    .some(({ who, how, from }) => who === actor && BY_BLOCK.has(how) && isBefore(from));
  const moved = witness.moves.some((move) => {
    return move.who === actor && isBefore(move.at) && (move.row === row || move.column === column);
  });
  const undone = witness.undone.some((one) => one.who === actor && isBefore(one.at));
  return claims.every(({ isInRun }) => isInRun) && (pasted || moved || undone);
}
