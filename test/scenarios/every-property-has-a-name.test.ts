import { readFileSync } from "node:fs";
import { PROPERTIES } from "../../src/workbook/memory.ts";
import { filesUnder } from "../support/rooms.ts";
import { aCompany, ask, verify } from "./company.ts";
import { until } from "./warnings.ts";

test("the desk keeps no property that isn't in the table", () => {
  const company = aCompany({ tickets: 3 });
  company.ben.insertColumns("Tickets", 2, 1);
  company.ben.deleteRows("Tickets", 2, 1);
  company.owner.type("People", "A4", "carla@example.com");
  until(company, 2, "12:35");
  verify(company);
  ask(company.owner, "sidebarHealth", {});
  const kept = [...company.project.stores.propertiesOf(`document:${company.book.id}`).keys()];
  const names = new Set(kept.map((key) => key.replace(/\.\d+$/, "")));
  expect([...names].filter((key) => !(key in PROPERTIES))).toEqual([]);
  expect(names.size).toBeGreaterThan(10);
});

test("every property in the table is written and read", () => {
  const source = filesUnder("src")
    .filter(({ path }) => path.endsWith(".ts"))
    .map(({ path }) => readFileSync(path, "utf8"))
    .join("\n");
  const isUsed = (key: string, calls: string): boolean => {
    const constants = [...source.matchAll(new RegExp(`const (\\w+) = "${key}";`, "g"))].map(([, name]) => `${name}\\b`);
    return [`"${key}"`, ...constants].some((name) => new RegExp(`(?:${calls})\\((?:memory, )?${name}`).test(source));
  };
  const isSetWithOthers = (key: string): boolean => new RegExp(`\\{ ${key}: JSON`).test(source);
  for (const key of Object.keys(PROPERTIES))
    expect([key, isUsed(key, "get|readLong"), isUsed(key, "set|writeLong|longText") || isSetWithOthers(key)]).toEqual([
      key,
      true,
      true,
    ]);
});
