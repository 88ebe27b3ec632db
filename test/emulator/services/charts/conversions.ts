/** Files converted a day by account type (platform C7). */
export const CONVERSIONS_PER_DAY = { consumer: 2000, workspace: 4000 } as const;
