import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import type { AnswerTo, Ask } from "../sidebar/api.ts";
import { deletedTickets } from "../workbook/save/deleted-tickets.ts";
import { checkHealth } from "../workbook/health.ts";
import { parse } from "../workbook/memory.ts";
import type { Caller } from "./front-door.ts";
import { confirmRoles } from "./settings-edited.ts";
import { lookAtDesk } from "./with-desk.ts";
import { type Progress, verdict, verifyPass } from "./verify.ts";

const PROGRESS = "verify";

/** One pass of the verification; what is found so far is kept, so that a killed pass is simply done again. */
export function sidebarVerify({ isFresh }: Ask<"sidebarVerify">, { memory }: Caller): AnswerTo<"sidebarVerify"> {
  const before = isFresh ? undefined : parse<Progress>(memory.get(PROGRESS));
  const progress = verifyPass(before);
  memory.set(PROGRESS, JSON.stringify(progress));
  const done = progress.pass + 1 >= progress.passes;
  const share = (progress.pass + 1) / progress.passes;
  return { done, share, text: verdict(progress), differences: [...progress.differences] };
}

export function sidebarHealth(_: Ask<"sidebarHealth">, { memory }: Caller): AnswerTo<"sidebarHealth"> {
  return checkHealth(memory, now());
}

/** A lead confirms the roles that wait, exactly as the page showed them. */
export function sidebarConfirmRoles(
  { roles }: Ask<"sidebarConfirmRoles">,
  { email }: Caller,
): AnswerTo<"sidebarConfirmRoles"> {
  confirmRoles(roles, email);
  return checkHealth(openMemory(), now());
}

export function sidebarDeleted(_: Ask<"sidebarDeleted">, { memory }: Caller): AnswerTo<"sidebarDeleted"> {
  return lookAtDesk(memory, (_desk, workbook) => deletedTickets(workbook));
}
