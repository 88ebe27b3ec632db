/** A person of the demo company, as they stand in its People sheet. */
export interface DemoPerson {
  email: string;
  name: string;
  role: "lead" | "agent" | "requester";
  isVip?: true;
}

export const COMPANY = "Fernhill Instruments helpdesk";
export const OWNER = "olivia.reed@example.com";

/** The desk: the owner leads it, four agents work on it. */
export const DESK: readonly DemoPerson[] = [
  { email: OWNER, name: "Olivia Reed", role: "lead" },
  { email: "amir.haddad@example.com", name: "Amir Haddad", role: "agent" },
  { email: "beth.okafor@example.com", name: "Beth Okafor", role: "agent" },
  { email: "carlos.vega@example.com", name: "Carlos Vega", role: "agent" },
  { email: "dana.lindqvist@example.com", name: "Dana Lindqvist", role: "agent" },
];

export const AGENTS = DESK.filter(({ role }) => role === "agent");

export const REQUESTERS: readonly DemoPerson[] = [
  { email: "margaret.holt@example.com", name: "Margaret Holt", role: "requester", isVip: true },
  { email: "samuel.adeyemi@example.com", name: "Samuel Adeyemi", role: "requester", isVip: true },
  { email: "priya.nair@example.com", name: "Priya Nair", role: "requester" },
  { email: "tom.becker@example.com", name: "Tom Becker", role: "requester" },
  { email: "lucia.moretti@example.com", name: "Lucia Moretti", role: "requester" },
  { email: "jonas.weber@example.com", name: "Jonas Weber", role: "requester" },
  { email: "hannah.oneill@example.com", name: "Hannah O'Neill", role: "requester" },
  { email: "kofi.mensah@example.com", name: "Kofi Mensah", role: "requester" },
  { email: "zoe.larsson@example.com", name: "Zoë Larsson", role: "requester" },
  { email: "pawel.nowak@example.com", name: "Paweł Nowak", role: "requester" },
  { email: "grace.chen@example.com", name: "Grace Chen", role: "requester" },
  { email: "david.murray@example.com", name: "David Murray", role: "requester" },
  { email: "ines.duarte@example.com", name: "Inês Duarte", role: "requester" },
  { email: "ruth.fleming@example.com", name: "Ruth Fleming", role: "requester" },
  { email: "yuki.tanaka@example.com", name: "Yuki Tanaka (田中)", role: "requester" },
  { email: "marek.dvorak@example.com", name: "Marek Dvořák", role: "requester" },
  { email: "elena.petrova@example.com", name: "Elena Petrova", role: "requester" },
  { email: "oscar.lund@example.com", name: "Oscar Lund", role: "requester" },
  { email: "nadia.rahman@example.com", name: "Nadia Rahman", role: "requester" },
  { email: "liam.doyle@example.com", name: "Liam Doyle", role: "requester" },
  { email: "cleaning@northgate.example.org", name: "Northgate Cleaning", role: "requester" },
  { email: "frontdesk@example.com", name: "Front desk", role: "requester" },
];

/** Whom the workbench lets one be, besides the desk. */
export const VISITORS = {
  requester: { email: "priya.nair@example.com", label: "Priya Nair (requester)", identity: "visible" },
  stranger: { email: "someone@outside.example.org", label: "A stranger (identity hidden)", identity: "hidden" },
  anonymous: { email: "anonymous@nowhere.example.org", label: "Anonymous (link holder)", identity: "anonymous" },
} as const;
