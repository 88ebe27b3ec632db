/** How long things take: `typical` compares designs, `slow` is what budgets are for. */
export type Profile = "typical" | "slow";
/** Modelled milliseconds under each profile. */
export type Cost = Readonly<Record<Profile, number>>;

const both = (ms: number): Cost => ({ typical: ms, slow: ms });

/**
 * Every service call is of one kind. `ms` is the modelled time of the call itself (what it carries comes on top, see
 * VOLUME); `counted` calls appear in the call record; `effect` calls pass onCall, so that tests can fail or interleave them.
 */
export const KINDS = {
  free: { ms: both(0), counted: false, effect: false },
  session: { ms: both(0), counted: false, effect: false },
  builder: { ms: both(0), counted: false, effect: false },
  read: { ms: { typical: 30, slow: 150 }, counted: true, effect: true },
  write: { ms: both(5), counted: true, effect: true },
  structure: { ms: both(5), counted: true, effect: true },
  flush: { ms: both(0), counted: true, effect: true },
  finder: { ms: both(300), counted: true, effect: true },
  property: { ms: { typical: 40, slow: 60 }, counted: true, effect: true },
  cache: { ms: { typical: 30, slow: 60 }, counted: true, effect: true },
  lock: { ms: { typical: 60, slow: 100 }, counted: true, effect: true },
  mail: { ms: both(600), counted: true, effect: true },
  quota: { ms: both(30), counted: true, effect: true },
  ui: { ms: both(30), counted: true, effect: true },
  trigger: { ms: both(100), counted: false, effect: true },
  gmailList: { ms: both(200), counted: true, effect: true },
  gmailGet: { ms: both(120), counted: true, effect: true },
  gmailModify: { ms: both(150), counted: true, effect: true },
  gmailSend: { ms: both(600), counted: true, effect: true },
  picture: { ms: both(500), counted: true, effect: true },
  form: { ms: both(300), counted: true, effect: true },
  fetch: { ms: both(300), counted: true, effect: true },
} as const satisfies Record<string, { ms: Cost; counted: boolean; effect: boolean }>;

export type Kind = keyof typeof KINDS;

/** What comes on top of calls, in milliseconds per piece; bytes are those that a call on a spreadsheet carries. */
export const VOLUME = {
  /** Before the first line of a script runs. */
  start: { typical: 0, slow: 1000 },
  cellRead: both(0.0085),
  byteRead: { typical: 0, slow: 0.0001 },
  /** Queued writes that are sent. */
  drain: { typical: 250, slow: 500 },
  cellDrained: both(0.015),
  byteDrained: { typical: 0, slow: 0.0001 },
  /** By findAll. */
  cellSearched: { typical: 0, slow: 0.0015 },
  hit: { typical: 0, slow: 0.02 },
} as const satisfies Record<string, Cost>;

/** A call that carries more bytes than this fails. */
export const MOST_BYTES: Cost = { typical: Infinity, slow: 50_000_000 };

/** Milliseconds that pass when a script looks at the clock, so that a waiting loop comes to its end. */
export const CLOCK_LOOK_MS = 0.001;

/** Time limits of one execution in milliseconds (platform A4). */
export const DEADLINE_MS = { simple: 30_000, custom: 30_000, other: 360_000 } as const;
