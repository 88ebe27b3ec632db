/** Someone of the desk, as the People sheet has them. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly isLead: boolean;
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;

/** The address of whoever a ticket is assigned to: as it is typed, or of the one person with that name; undefined where nobody can be told. */
export function addressOf(assignee: string, people: readonly Person[]): string | undefined {
  const typed = assignee.trim();
  if (isAddress(typed)) return typed;
  const named = people.filter(({ name, email }) => typed !== "" && isSame(name, typed) && isAddress(email));
  const [first] = named;
  return first && named.every(({ email }) => isSame(email, first.email)) ? first.email : undefined;
}

/** Who gets the escalations: the leads, else whoever has set up the desk. */
export function leadsAmong(people: readonly Person[], owner: string): string[] {
  const leads = people.filter(({ isLead, email }) => isLead && isAddress(email)).map(({ email }) => email);
  return leads.length > 0 ? leads : [owner].filter(isAddress);
}

const isAddress = (text: string): boolean => ADDRESS.test(text);

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
