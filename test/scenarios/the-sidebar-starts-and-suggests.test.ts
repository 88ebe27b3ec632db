import { aBareCompany, aCompany, ANA, ask, BEN, OWNER } from "./company.ts";

describe("suggestions", () => {
  const company = () => {
    const made = aCompany({ tickets: 2 });
    made.owner.paste("People", "A5", [
      ["carla@example.com", "Carla Klein", "requester", "yes"],
      ["carl@example.com", "Carl Groß", "", ""],
    ]);
    made.ana.paste("Tickets", "F2", [
      ["dora@other.example", "Dora Carlsen"],
      ["carla@example.com", "Carla"],
    ]);
    return made;
  };
  const CASES = [
    ["carla", ["carla@example.com"]],
    ["CARL", ["carla@example.com", "carl@example.com", "dora@other.example"]],
    ["groß", ["carl@example.com"]],
    ["dora", ["dora@other.example"]],
    ["c", []],
    ["", []],
    ["nobody", []],
    ["=1+1", []],
  ] as const;

  test.each(CASES)("%j finds %j: people first, then earlier requesters, each once", (text, emails) => {
    const { data } = ask(company().ana, "sidebarSuggest", { text });
    expect((data as { email: string }[]).map(({ email }) => email)).toEqual(emails);
  });

  test("know who is on the fast track", () => {
    const { data } = ask(company().ana, "sidebarSuggest", { text: "carla" });
    expect(data).toEqual([{ email: "carla@example.com", name: "Carla Klein", isVip: true }]);
  });
});

test("the start has people, words and the desk's own now; before set-up it says so", () => {
  const company = aCompany({ timeZone: "Europe/Berlin" });
  expect(ask(company.owner, "sidebarStart", {})["data"]).toMatchObject({
    isSetUp: true,
    agent: { email: OWNER, role: "lead" },
    agents: [{ email: OWNER }, { email: ANA }, { email: BEN }],
    timeZone: "Europe/Berlin",
    prefix: "T-",
    nowAt: expect.any(Number) as number,
  });
  const bare = aBareCompany();
  expect(ask(bare.ana, "sidebarStart", {})["data"]).toMatchObject({ isSetUp: false, people: [] });
  for (const [name, asked] of [
    ["sidebarSelected", {}],
    ["sidebarDeleted", {}],
    ["sidebarVerify", { isFresh: true }],
    ["sidebarSuggest", { text: "anybody" }],
  ] as const)
    expect(ask(bare.ana, name, asked)).toMatchObject({
      ok: false,
      problem: { kind: "missing-setup" },
    });
  expect(ask(bare.ana, "sidebarHealth", {})["data"]).toMatchObject([{ name: "Set-up", state: "problem" }]);
});
