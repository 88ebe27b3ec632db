import { type Reading, READINGS, type SwitchName } from "./switches.ts";

/** Describes each reading of a switch in turn; `tests` says what is true under it. */
export function eachReading<Name extends SwitchName>(name: Name, tests: (reading: Reading<Name>) => void): void {
  describe.each<Reading<Name>>([...READINGS[name]])(`${name}: %s`, tests);
}
