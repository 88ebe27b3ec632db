import type { User } from "../services/session/user.ts";

/** The address of somebody given as Google's methods take people: by address or as a User. */
export const emailOf = (user: string | User): string => (typeof user === "string" ? user : user.email);
