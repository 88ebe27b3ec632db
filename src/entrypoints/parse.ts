import { Problem } from "../domain/problem.ts";

/** Takes what a page has sent, which may be anything, for what it should be; throws a Problem that names the field where it is not. */
export type Parse<T> = (sent: unknown, field: string) => T;

/** A parser for each field; of one that may be left out, what it gives may be undefined. */
type Shape<T> = {
  readonly [Key in keyof T]-?: Partial<Pick<T, Key>> extends Pick<T, Key> ? Parse<T[Key] | undefined> : Parse<T[Key]>;
};

/** More than anybody writes: a cell takes 50,000 characters, History keeps more. */
const LONGEST_TEXT = 1_000_000;

export const text =
  (longest = LONGEST_TEXT): Parse<string> =>
  (sent, field) => {
    if (typeof sent !== "string") throw unfit(field, "must be a text");
    if (sent.length > longest) throw unfit(field, `may have at most ${longest} characters, not ${sent.length}`);
    return sent;
  };

export const number =
  (least: number, most: number): Parse<number> =>
  (sent, field) => {
    if (typeof sent !== "number" || !(sent >= least && sent <= most)) throw unfit(field, "must be a number that fits");
    return sent;
  };

export const whole =
  (least: number, most: number): Parse<number> =>
  (sent, field) => {
    const value = number(least, most)(sent, field);
    if (!Number.isInteger(value)) throw unfit(field, "must be a whole number");
    return value;
  };

export const truth: Parse<boolean> = (sent, field) => {
  if (typeof sent !== "boolean") throw unfit(field, "must be yes or no");
  return sent;
};

export const oneOf =
  <Word extends string>(...words: readonly Word[]): Parse<Word> =>
  (sent, field) => {
    const word = words.find((known) => known === sent);
    if (word === undefined) throw unfit(field, `must be one of ${words.join(", ")}`);
    return word;
  };

export const listOf =
  <T>(parse: Parse<T>, most: number): Parse<T[]> =>
  (sent, field) => {
    if (!Array.isArray(sent) || sent.length > most) throw unfit(field, `must be a list of at most ${most}`);
    return sent.map((one: unknown) => parse(one, field));
  };

/** Whatever may be left out, which Google carries as null; a default stands for it where one is given. */
export function optional<T>(parse: Parse<T>): Parse<T | undefined>;
export function optional<T>(parse: Parse<T>, otherwise: T): Parse<T>;
export function optional<T>(parse: Parse<T>, otherwise?: T): Parse<T | undefined> {
  return (sent, field) => (sent === undefined || sent === null ? otherwise : parse(sent, field));
}

/** Exactly these fields: a page that sends others is not ours, or is older than the desk. */
export const object =
  <T extends object>(shape: Shape<T>): Parse<T> =>
  (sent, field) => {
    if (!isPlain(sent)) throw unfit(field, "must have fields");
    const fields = new Map<string, unknown>(Object.entries(sent));
    const parsers = new Map<string, Parse<unknown>>(Object.entries(shape));
    const stranger = [...fields.keys()].find((key) => !parsers.has(key));
    if (stranger !== undefined) throw unfit(stranger.slice(0, 40), "is no field that the desk knows");
    const parsed = [...parsers].map(([key, parse]) => [key, parse(fields.get(key), key)] as const);
    return Object.fromEntries(parsed.filter(([, value]) => value !== undefined)) as T;
  };

/** An object with nothing behind it: what a page sends as "__proto__" may come as that. */
function isPlain(sent: unknown): sent is object {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return false;
  const behind: unknown = Object.getPrototypeOf(sent);
  return behind === null || Object.getPrototypeOf(behind) === null;
}

function unfit(field: string, why: string): Problem {
  const what = field === "" ? "What the page asked" : `What the page sent as "${field}"`;
  const sentence = `${what} ${why}. Nothing was changed: close the sidebar and open it again.`;
  return field === "" ? new Problem("invalid-input", sentence) : new Problem("invalid-input", sentence, field);
}
