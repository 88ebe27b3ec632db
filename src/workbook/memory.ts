/** Every property that the desk keeps, and what stands in it; JSON, where nothing else is said. There is no other. */
export const PROPERTIES = {
  owner: "the address of whoever set the desk up",
  sheets: "the ids of the desk's sheets, by what they are",
  settings: "DeskSettings as they are in force",
  sla: "SlaSettings as they are in force; long",
  marked: "the mistakes that are marked on settings sheets; long",
  head: "Head",
  columns: "RememberedColumns; long",
  goneBy: "GoneNumbers, as their text; long",
  slaStale: '"yes", or the row with which the timer goes on, where SLA columns are behind',
  conversationFrom: "the place in History from which Conversation is still to be copied",
  roles: "Roles that leads have given; long",
  rolesToRecord: "RoleNotes that no event tells of yet; long",
  rolesGone: "the addresses whose rows in People are gone and wait for a lead",
  timer: "how far the timer has come, and its last trouble",
  toTell: "the seq before the first event that is still to be told",
  mail: "MailMemory",
  digest: "DigestMemory",
  report: "ReportMemory",
  verify: "how far a verification has come, and what it found",
} as const;

type PropertyKey = keyof typeof PROPERTIES;
/** A long text goes on in "columns.0", "columns.1" … */
type AnyKey = PropertyKey | `${PropertyKey}.${number}`;
export type PropertyValues = Readonly<Partial<Record<AnyKey, string>>>;

/** Small texts that outlive a run (document properties), read once at its start. */
export interface Memory {
  get(key: AnyKey): string | undefined;
  set(key: AnyKey, value: string): void;
  /** Several at once, in one call: whole or not at all. */
  setAll(values: PropertyValues): void;
}

/** The last acknowledged end of History and the row where it stands, the last ticket number given, and how many rows History's grid has. */
export interface Head {
  readonly seq: number;
  /** One below the seq's own place where it isn't said. */
  readonly row?: number;
  readonly hash: string;
  readonly lastNumber: number;
  readonly room: number;
  /** The mark of the promises that History tells of. */
  readonly promises?: string;
}

export interface RememberedColumns {
  /** The number of the next custom column. */
  readonly next: number;
  /** Key and header of each column, in the order in which they stood; key "" where a column has no header. */
  readonly columns: readonly (readonly [key: string, header: string])[];
  /** Keys of columns that an array formula fills: their results are nobody's edits. */
  readonly spills: readonly string[];
  /** Keys of the desk's text columns in which formulas were seen. */
  readonly formulas: readonly string[];
  /** Some columns are not marked yet: a run marks only a few. */
  readonly isUnmarked?: true;
}

/** A property holds 9 KB; a character may take three bytes. */
const LONGEST_PROPERTY = 2900;

/** A text of any length, kept in as many properties as it takes. */
export function readLong(memory: Memory, key: PropertyKey): string | undefined {
  const parts = Number(memory.get(key));
  if (!parts) return undefined;
  return Array.from({ length: parts }, (_, index) => memory.get(`${key}.${index}`) ?? "").join("");
}

export const writeLong = (memory: Memory, key: PropertyKey, text: string): void => memory.setAll(longText(key, text));

/** The properties that keep a text of any length, to be set together with others. */
export function longText(key: PropertyKey, text: string): PropertyValues {
  const parts = Math.max(1, Math.ceil(text.length / LONGEST_PROPERTY));
  const values = Array.from({ length: parts }, (_, index) => {
    return [`${key}.${index}`, text.slice(index * LONGEST_PROPERTY, (index + 1) * LONGEST_PROPERTY)] as const;
  });
  return { [key]: String(parts), ...Object.fromEntries(values) };
}

/** Numbers that have no row, as ranges, by whom they were deleted; a long text. */
export const GONE = "goneBy";
/** Set where the Conversation sheet is made anew: the place in History, below its header, from which it is still to be copied. */
export const CONVERSATION_FROM = "conversationFrom";

const HEAD = "head";
const COLUMNS = "columns";

export const readHead = (memory: Memory): Head | undefined => parse<Head>(memory.get(HEAD));
export const writeHead = (memory: Memory, head: Head): void => memory.set(HEAD, JSON.stringify(head));
export const readColumns = (memory: Memory): RememberedColumns | undefined =>
  parse<RememberedColumns>(readLong(memory, COLUMNS));
export const writeColumns = (memory: Memory, columns: RememberedColumns): void =>
  writeLong(memory, COLUMNS, JSON.stringify(columns));

/** What is known of the Outbox without opening it. */
export interface MailMemory {
  /** Mails that are yet to be sent; at least one where it isn't known. */
  readonly waiting: number;
  /** Mails that have failed or are held: somebody may write "queued" into them. */
  readonly stuck?: number;
  /** How many more Google would take, and when it said so. */
  readonly left?: number;
  readonly leftAt?: number;
}

export const MAIL = "mail";

/** The last week that leads were told of, and why the one after it is not told yet. */
export interface DigestMemory {
  readonly week?: string;
  readonly trouble?: string;
}

export const DIGEST = "digest";

export function parse<T>(json: string | undefined): T | undefined {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as T;
  } catch {
    return undefined; // a property that somebody damaged is rebuilt from the workbook
  }
}
