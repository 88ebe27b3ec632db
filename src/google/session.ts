/** This instant, epoch ms: the one clock of the desk. */
export const now = (): number => new Date().getTime();

/** The address of whoever acts; "unknown" where Google hides it (platform B7). */
export function actingUser(): string {
  return Session.getActiveUser().getEmail() || "unknown";
}
