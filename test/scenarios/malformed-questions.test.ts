import type { CallName } from "../../src/sidebar/api.ts";
import { aCompany, type Company, reopened, verify } from "./company.ts";
import { overrideOf } from "./override-of.ts";
import { gridOf } from "./sheets.ts";
import { question } from "./question.ts";

/** What each call may well be asked, by a lead. */
const SOUND: Readonly<Record<CallName, (company: Company) => object>> = {
  sidebarStart: () => ({}),
  sidebarSuggest: () => ({ text: "carla" }),
  sidebarLogTicket: () => question({ answeredLive: false, happenedAt: 1, lateReason: "Late." }),
  sidebarSelected: () => ({}),
  sidebarTicket: () => ({ ticketId: "T-1" }),
  sidebarUpdateTicket: () => ({
    ...{ requestId: "u", ticketId: "T-1", changes: { status: "Closed", priority: "Low", assignee: "" } },
    said: { kind: "note", text: "x", happenedAt: 1, lateReason: "Late." },
  }),
  sidebarExplain: () => ({ ticketId: "T-1" }),
  sidebarOverride: (company) => overrideOf(company, "T-1", { choice: "exclude" }),
  sidebarRecompute: () => ({ from: 2 }),
  sidebarRecomputeApply: () => ({ key: "Standard 1", from: 2 }),
  sidebarDeleted: () => ({}),
  sidebarRestore: () => ({ requestId: "r", ticketId: "T-2" }),
  sidebarHealth: () => ({}),
  sidebarConfirmRoles: () => ({ roles: [{ email: "max@example.com", role: "agent" }] }),
  sidebarVerify: () => ({ isFresh: true }),
};
const NAMES = Object.keys(SOUND) as CallName[];

/** Fields that may be left out, or be null. */
const OPTIONAL =
  /(\.(said|happenedAt|lateReason|answeredLive|description|requester|requesterName|category|priority|channel|loggedOnBehalfOf|targetMinutes|status|assignee)|^sidebarExplain\.ticketId)$/;

const LONG = "x".repeat(60_000);
const NO_QUESTIONS: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["a text", "T-1"],
  ["a formula", '=IMPORTXML("https://example.com","//a")'],
  ["a long text", LONG],
  ["a number", 5],
  ["true", true],
  ["a list", [{ ticketId: "T-1" }]],
  ["an empty list", []],
  ["a strange field", { evil: 1 }],
  ["__proto__", JSON.parse('{"__proto__":{"ticketId":"T-1","from":2,"isFresh":true,"text":"carla"}}')],
  ["a constructor", { constructor: { name: "x" }, toString: "x" }],
];

const open = (() => {
  let snapshot: Uint8Array | undefined;
  return (): Company => reopened((snapshot ??= made().workspace.snapshot()));
})();

function made(): Company {
  const company = aCompany({ tickets: 2 });
  company.ana.deleteRows("Tickets", 3, 1);
  return company;
}

const everything = ({ book, project }: Company): unknown =>
  structuredClone([
    book.grids.map((grid) => grid.valuesOf({ top: 0, left: 0, rows: grid.maxRows, columns: grid.maxColumns })),
    [...project.stores.propertiesOf(`document:${book.id}`)],
  ]);

/** What is wrong with the answer to a question that can't be understood, or with what became of the workbook. */
function wrongs(company: Company, name: CallName, asked: unknown): string[] {
  const { error, value } = company.owner.call(name, asked);
  if (error) return [`threw ${error.message}`];
  const { ok, problem } = JSON.parse(String(value)) as { ok: boolean; problem?: { kind: string; sentence: string } };
  if (ok || !problem) return ["answered"];
  const isSentence = /^\S.{10,300}[.]$/.test(problem.sentence);
  return isSentence && ["invalid-input", "not-found"].includes(problem.kind) ? [] : [JSON.stringify(problem)];
}

test.each(NAMES)("%s, asked what is no question, answers with a sentence and writes nothing", (name) => {
  const company = open();
  const before = everything(company);
  const found = NO_QUESTIONS.flatMap(([what, asked]) =>
    wrongs(company, name, asked).map((wrong) => `${what}: ${wrong}`),
  );
  expect(found).toEqual([]);
  expect(everything(company)).toEqual(before);
});

const WRONG_VALUES: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["left out", undefined],
  ["an object", { formula: "=1+1" }],
  ["a list", ["T-1"]],
  ["a number for a text", 5],
  ["a text for anything else", "5"],
  ["no number", NaN],
  ["a number beyond all", 1e300],
  ["half a number", 2.5],
  ["a number below all", -1],
];

/** Whether a value is one that the field may not have. */
function isWrong(key: string, sound: unknown, [what, wrong]: readonly [string, unknown]): boolean {
  if (wrong === null || wrong === undefined || what === "no number") return !OPTIONAL.test(key);
  if (typeof wrong === "number" && typeof sound === "number")
    return what === "a number beyond all" || (key === "sidebarRecompute.from" && wrong !== 5);
  return typeof wrong !== typeof sound || typeof sound === "object";
}

/** Each field of a question spoilt in each way, those within others too. */
function spoilt(asked: object, place: string): [string, object][] {
  return Object.entries(asked).flatMap(([key, sound]: [string, unknown]): [string, object][] => {
    const values = WRONG_VALUES.filter((value) => isWrong(`${place}.${key}`, sound, value));
    const here = values.map(([what, wrong]): [string, object] => [`${key}: ${what}`, { ...asked, [key]: wrong }]);
    if (typeof sound !== "object" || sound === null) return here;
    const [inner, wrap] = Array.isArray(sound)
      ? [sound[0] as object, (one: object): object => [one]]
      : [sound, (one: object): object => one];
    const within = [...spoilt(inner, key), ["evil", { ...inner, evil: 1 }] as [string, object]];
    return [
      ...here,
      ...within.map(([what, one]): [string, object] => [`${key}.${what}`, { ...asked, [key]: wrap(one) }]),
    ];
  });
}

test.each(NAMES)("%s, with any field of its question spoilt, answers with a sentence and writes nothing", (name) => {
  const company = open();
  const before = everything(company);
  const sound = SOUND[name](company);
  const questions: [string, object][] = [...spoilt(sound, name), ["a field more", { ...sound, evil: 1 }]];
  const found = questions.flatMap(([what, asked]) => wrongs(company, name, asked).map((wrong) => `${what}: ${wrong}`));
  expect(found).toEqual([]);
  expect(everything(company)).toEqual(before);
  expect(questions.length).toBeGreaterThan(Object.keys(sound).length);
});

const ASKS_FOR_A_TICKET = NAMES.filter((name) => "ticketId" in SOUND[name](open()));

test.each(ASKS_FOR_A_TICKET)("%s knows no other ticket than there is, however its number is written", (name) => {
  const company = open();
  const before = everything(company);
  const sound = SOUND[name](company);
  for (const ticketId of ["T-99", "", "T-", "1", "=A1", "Issue 1", "*", "T-1 ", LONG, "__proto__", "constructor"])
    expect([ticketId, wrongs(company, name, { ...sound, said: undefined, ticketId })]).toEqual([ticketId, []]);
  expect(everything(company)).toEqual(before);
});

test("texts of 60,000 characters where a short one belongs are refused, and kept whole where anything may stand", () => {
  const company = open();
  const before = everything(company);
  for (const field of ["requestId", "category", "priority", "channel"])
    expect([field, wrongs(company, "sidebarLogTicket", question({ [field]: LONG }))]).toEqual([field, []]);
  expect(everything(company)).toEqual(before);
  const { value } = company.owner.call("sidebarLogTicket", question({ description: LONG }));
  expect(JSON.parse(String(value))).toMatchObject({ ok: true });
  expect(gridOf(company.book, "Tickets").lastRow()).toBe(3);
  expect(verify(company).differences).toEqual([]);
});

test("what Google makes of a field that was left out is no mistake", () => {
  const company = open();
  const { value } = company.owner.call("sidebarUpdateTicket", {
    ...{ requestId: "u", ticketId: "T-1", changes: { status: "Closed", priority: undefined } },
    said: undefined,
  });
  expect(JSON.parse(String(value))).toMatchObject({ ok: true, data: { status: "Closed", priority: "Medium" } });
});
