import { z } from "zod";
import { ROLES } from "@/lib/auth/policy";
import { LOCALES, THEMES } from "@/lib/i18n/locales";

const instant = z.iso.datetime();
const role = z.enum(ROLES);

/** A colleague of the desk. */
export const memberViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** For admins; null for the others. */
  email: z.string().nullable(),
  role,
  isDisabled: z.boolean(),
  joinedAt: instant,
});
export type MemberView = z.infer<typeof memberViewSchema>;

/** An invitation that still waits for its person. */
export const invitationViewSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role,
  createdAt: instant,
  expiresAt: instant,
});
export type InvitationView = z.infer<typeof invitationViewSchema>;

/** What the person with the link sees before they accept. */
export type OpenInvitation = { email: string; name: string; role: z.infer<typeof role>; deskName: string };

export const apiTokenViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type ApiTokenView = z.infer<typeof apiTokenViewSchema>;

/** A browser in which the person is signed in. */
export const sessionViewSchema = z.object({
  id: z.uuid(),
  startedAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  isCurrent: z.boolean(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

/** Who is signed in, where, and what they chose. */
export const profileSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  desk: z.object({ id: z.uuid(), name: z.string() }),
  locale: z.enum(LOCALES).nullable(),
  theme: z.enum(THEMES).nullable(),
});
export type Profile = z.infer<typeof profileSchema>;
