import type { Company } from "./company.ts";

/** Lets the timers run until a time of a day of March 2026; the 2nd is a Monday. */
export function until({ workspace: { clock } }: Company, day: number, time: string): void {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  clock.advance(Date.UTC(2026, 2, day, hours, minutes) - clock.now());
}

/** The mails that left, as "who: subject". */
export const told = ({ workspace }: Company): string[] =>
  workspace.mails.map(({ to, subject }) => `${to.join()}: ${subject}`);

/** What the last mail to somebody says. */
export const bodyTo = ({ workspace }: Company, to: string): string =>
  workspace.mails.filter((mail) => mail.to.includes(to)).at(-1)?.body ?? "";

/** Runs the timer once an hour until the beginning of a day of March 2026: what is told doesn't hang on how often it is looked. */
export function hourly({ workspace: { clock }, project }: Company, day: number): void {
  while (clock.now() < Date.UTC(2026, 2, day)) {
    clock.reach(clock.now() + 3_600_000);
    project.run("onTimer", [], { trigger: "clock" });
  }
}
