import { escaped } from "./letter.ts";

export interface MailBody {
  readonly text: string;
  readonly html: string;
  /** What the HTML shows in place, by key: Google's own objects, which nobody looks into. */
  readonly pictures?: Readonly<Record<string, object>>;
}

/** A mail that shows pictures is known by its id: they can't wait in a cell, and are taken when it leaves. */
const WITH_PICTURES = "digest-";

/** Ids of the mails about a week begin like this. */
export const digestId = (week: string): string => `${WITH_PICTURES}${week}`;
export const showsPictures = (id: string): boolean => id.startsWith(WITH_PICTURES);

const PICTURE = /<p><img src="cid:(\w+)"[^>]*><\/p>/g;

/** Which pictures some HTML asks for. */
const picturesIn = (html: string): string[] => [...html.matchAll(PICTURE)].flatMap(([, key]) => key ?? []);

/** The body with the pictures that could be taken; of each other it says in a sentence why it is missing. */
export function pictured(
  body: MailBody,
  { taken, missing }: { taken: ReadonlyMap<string, object>; missing: ReadonlyMap<string, string> },
): MailBody {
  const keys = picturesIn(body.html);
  const reasonOf = (key: string): string => missing.get(key) ?? "A chart is unknown.";
  const absent = [...new Set(keys.filter((key) => !taken.has(key)).map(reasonOf))];
  const html = body.html.replace(PICTURE, (whole, key: string) =>
    taken.has(key) ? whole : `<p>${escaped(reasonOf(key))}</p>`,
  );
  const pictures = Object.fromEntries([...taken].filter(([key]) => keys.includes(key)));
  return { text: [body.text, ...absent].join("\n\n"), html, pictures };
}
