import type { Person } from "./api.ts";

/** What stands in the requester field, and who was picked for it. */
export interface Requester {
  text: string;
  person: Person | undefined;
}

export const NOBODY: Requester = { text: "", person: undefined };

export const shownAs = ({ email, name }: Person): string => (name ? `${name} <${email}>` : email);

/** Who is meant: the person picked, "Name <address>", an address, or a caller of whom only the name is known. */
export function whoIs({ text, person }: Requester): { requester: string; requesterName: string } {
  if (person) return { requester: person.email, requesterName: person.name };
  const typed = text.trim();
  const [, name = "", address = ""] = /^(.*?)[\s<,;]*([^\s<>,;]+@[^\s<>,;]+)>?$/.exec(typed) ?? [];
  if (address) return { requester: address, requesterName: name.replace(/^"|"$/g, "") };
  return { requester: typed, requesterName: typed };
}

/** Those whose name or address holds every word that was typed, those that begin with it first. */
export function matching(people: readonly Person[], text: string): Person[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const isMeant = ({ email, name }: Person): boolean => {
    const whole = `${name} ${email}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  };
  const begins = ({ email, name }: Person): boolean => {
    return words.some((word) =>
      `${name} ${email}`
        .toLowerCase()
        .split(/[\s.@]+/)
        .some((part) => part.startsWith(word)),
    );
  };
  return people.filter(isMeant).sort((one, other) => Number(begins(other)) - Number(begins(one)));
}

/** Each person once, by address. */
export function joined(...lists: readonly (readonly Person[])[]): Person[] {
  const byEmail = new Map<string, Person>();
  for (const person of lists.flat()) {
    const key = person.email.toLowerCase();
    if (!byEmail.has(key)) byEmail.set(key, person);
  }
  return [...byEmail.values()];
}
