/**
 * Every service call is of one kind. `ms` is the modelled time of the call itself (cells come on top, see CELL_MS);
 * `counted` calls appear in the call record; `effect` calls pass onCall, so that tests can fail or interleave them.
 */
export const KINDS = {
  free: { ms: 0, counted: false, effect: false },
  session: { ms: 0, counted: false, effect: false },
  builder: { ms: 0, counted: false, effect: false },
  read: { ms: 30, counted: true, effect: true },
  write: { ms: 5, counted: true, effect: true },
  structure: { ms: 5, counted: true, effect: true },
  flush: { ms: 0, counted: true, effect: true },
  finder: { ms: 300, counted: true, effect: true },
  property: { ms: 40, counted: true, effect: true },
  cache: { ms: 30, counted: true, effect: true },
  lock: { ms: 60, counted: true, effect: true },
  mail: { ms: 600, counted: true, effect: true },
  quota: { ms: 30, counted: true, effect: true },
  ui: { ms: 30, counted: true, effect: true },
  trigger: { ms: 100, counted: false, effect: true },
  gmailList: { ms: 200, counted: true, effect: true },
  gmailGet: { ms: 120, counted: true, effect: true },
  gmailModify: { ms: 150, counted: true, effect: true },
  gmailSend: { ms: 600, counted: true, effect: true },
  picture: { ms: 500, counted: true, effect: true },
  form: { ms: 300, counted: true, effect: true },
  fetch: { ms: 300, counted: true, effect: true },
} as const satisfies Record<string, { ms: number; counted: boolean; effect: boolean }>;

export type Kind = keyof typeof KINDS;

/** Milliseconds that come on top of a call: per cell read, per drained queue, per cell written by it. */
export const CELL_MS = { read: 0.0085, drain: 250, drained: 0.015 } as const;

/** Milliseconds that pass when a script looks at the clock, so that a waiting loop comes to its end. */
export const CLOCK_LOOK_MS = 0.001;

/** Time limits of one execution in milliseconds (platform A4). */
export const DEADLINE_MS = { simple: 30_000, custom: 30_000, other: 360_000 } as const;
