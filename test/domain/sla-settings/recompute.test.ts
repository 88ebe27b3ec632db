import { policyKey, recompute } from "../../../src/domain/sla-settings/recompute.ts";
import { slaRules, type SlaSettings } from "../../../src/domain/sla-settings/sla-settings.ts";
import type { TargetMinutes } from "../../../src/domain/sla/policy.ts";
import { aTicket } from "../../support/tickets.ts";
import { at, foldLines, office, opened, policy } from "../sla/desk-week.ts";

const settingsWith = (medium: TargetMinutes, order = ["standard"]): SlaSettings => ({
  policies: [
    policy,
    { ...policy, version: 2, targets: { Medium: medium } },
    { ...policy, id: "vans", queues: ["Vans"], targets: { Medium: { resolution: 60 } } },
  ],
  ...{ calendars: { office: [office] }, order, vips: [] },
});

type Lines = Parameters<typeof foldLines>[0];
const open = opened("Mon 09:00"); // Medium: 4 h, 8 h, 16 h
const answered: Lines = [...open, ["Mon 10:00", "agent_reply"]];
const paused: Lines = [...answered, ["Mon 11:00", "status", { category: "waiting" }]];
const solved: Lines = [...answered, ["Mon 11:00", "status", { category: "resolved" }]];
const spam: Lines = [...open, ["Mon 10:00", "spam"]];
const SAME = { firstResponse: 240, nextResponse: 480, resolution: 960 };

const cases: readonly (readonly [string, Lines, TargetMinutes, string | undefined])[] = [
  ["less time", answered, { ...SAME, resolution: 480 }, "earlier"],
  ["more time", answered, { ...SAME, resolution: 1200 }, "later"],
  ["less than was used", answered, { ...SAME, resolution: 60 }, "breached"],
  ["less for a clock that has stopped", answered, { ...SAME, firstResponse: 30 }, "same"],
  ["less while it pauses", paused, { ...SAME, resolution: 480 }, "earlier"],
  ["the same", open, SAME, "same"],
  ["nothing any more", answered, {}, "unpromised"],
  ["the hardest of two", open, { ...SAME, firstResponse: 30, resolution: 1200 }, "breached"],
  ["a solved ticket", solved, { resolution: 60 }, undefined],
  ["spam", spam, { resolution: 60 }, undefined],
];

const frame = (settings: SlaSettings) => ({ settings, rules: slaRules(settings, 14), now: at("Mon 12:00") });

test.each(cases)("%s", (_name, lines, medium, effect) => {
  const found = recompute(aTicket({ clocks: foldLines(lines) }), frame(settingsWith(medium)));
  expect(found?.effect).toBe(effect);
  if (effect) expect(found?.policy).toEqual(["standard", 2]);
});

test("says which deadline moves, from when to when", () => {
  const found = recompute(aTicket({ clocks: foldLines(answered) }), frame(settingsWith({ ...SAME, resolution: 480 })));
  expect(found?.clock).toEqual({ metric: "resolution", dueBefore: at("Tue 16:30"), dueAfter: at("Mon 17:00") });
});

test("a ticket comes under the policy that is for it now; where none is, it keeps its own", () => {
  const clocks = foldLines(open);
  const inVans = aTicket({ clocks, fields: { queue: "Vans", priority: "Medium" } });
  expect(recompute(inVans, frame(settingsWith(SAME, ["vans", "standard"])))?.policy).toEqual(["vans", 1]);
  expect(recompute(aTicket({ clocks }), frame(settingsWith(SAME, ["vans"])))).toBeUndefined();
});

test("the key names policies, versions and their order", () => {
  expect(policyKey(settingsWith(SAME))).toBe("standard 2");
  expect(policyKey(settingsWith(SAME, ["vans", "standard"]))).toBe("vans 1\nstandard 2");
});
