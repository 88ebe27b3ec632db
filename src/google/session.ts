/** This instant, epoch ms: the one clock of the desk. */
export const now = (): number => new Date().getTime();

/** The address of whoever acts; "unknown" where Google hides it, by an empty text or by an exception (platform B7). */
export function actingUser(): string {
  try {
    return Session.getActiveUser().getEmail() || "unknown";
  } catch {
    return "unknown";
  }
}
