/**
 * What Google does where reports disagree or nobody knows: each switch with its readings. The first is taken unless
 * told otherwise. README's section "Switches" says what each means, and where it comes from.
 */
export const READINGS = {
  apostropheUnderText: ["swallowed", "kept"],
  formulaUnderText: ["text", "formula"],
  appendRowUnderText: ["as setValues", "formula", "parsed"],
  undoEvent: ["fires", "silent"],
  undoScope: ["own cells", "script writes too"],
  laterReads: ["fresh", "until flush", "first read"],
  insertBeforeDrain: ["writes stay", "writes follow"],
  warningAtRearranging: ["nothing", "asks", "blocks"],
  toastInSimpleTrigger: ["shows", "throws"],
  activeUserInSimpleTrigger: ["answers", "throws where hidden", "throws"],
  peopleChipReads: ["name", "address"],
  headerOfTypedColumn: ["refused", "written"],
  metadataOfCopiedSheet: ["left behind", "copied"],
  metadataOfCopiedLines: ["left behind", "copied"],
  metadataOfInsertedLines: ["none", "neighbour's"],
} as const;

export type SwitchName = keyof typeof READINGS;
export type Reading<Name extends SwitchName> = (typeof READINGS)[Name][number];
export type Switches = { -readonly [Name in SwitchName]: Reading<Name> };

/** Every switch at its first reading, but those that are given. */
export function switchesWith(turned: Partial<Switches> = {}): Switches {
  const first = Object.fromEntries(Object.entries(READINGS).map(([name, [reading]]) => [name, reading]));
  return { ...(first as Switches), ...turned };
}
