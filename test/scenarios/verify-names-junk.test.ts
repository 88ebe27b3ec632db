import { apiWrite } from "../emulator/people/api-write.ts";
import { aCompany, verify } from "./company.ts";
import { cell } from "./sheets.ts";

const JUNK: readonly (readonly [header: string, junk: string | number])[] = [
  ["Updated", "2020-01-01"],
  ["Created", "soon"],
  ["SLA", "fine"],
];

test.each(JUNK)("Verify names a script's junk in %s", (header, junk) => {
  const company = aCompany({ tickets: 2 });
  apiWrite(company.book, { sheet: "Tickets", a1: cell(company, header, 3) }, [[junk]]);
  expect(verify(company).differences).toEqual([expect.stringMatching(new RegExp(`T-2.*${header}`))]);
});
