import { z } from "zod";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";
import { ROLES } from "@/lib/auth/policy";
import { line, mutationId } from "@/lib/field-schemas";
import { LOCALES, THEMES } from "@/lib/i18n/locales";
import { normalizeEmail } from "./normalize-email";

const email = z
  .string("type")
  .max(320, "tooLong")
  .transform(normalizeEmail)
  .pipe(z.string().min(1, "required"))
  .pipe(z.email("email").max(320, "tooLong"));
const name = line(120);
const role = z.enum(ROLES, "role");
/** A link's secret. Longer or shorter ones name nothing, which the lookup answers. */
const linkToken = z.string("type").min(1, "required").max(200, "tooLong");

const newPassword = z
  .string("type")
  .min(PASSWORD_MIN_LENGTH, "passwordTooShort")
  .max(PASSWORD_MAX_LENGTH, "tooLong");
const knownPassword = z.string("type").min(1, "required").max(PASSWORD_MAX_LENGTH, "tooLong");

/** The first admin and the first desk. */
export const completeSetupSchema = z.strictObject({
  token: linkToken,
  deskName: line(120),
  name,
  email,
  password: newPassword,
});
export type CompleteSetupInput = z.infer<typeof completeSetupSchema>;

export const addInvitationSchema = z.strictObject({ mutationId, email, name, role });
export type AddInvitationInput = z.infer<typeof addInvitationSchema>;

export const acceptInvitationSchema = z.strictObject({ token: linkToken, name, password: newPassword });
export type AcceptInvitationInput = z.infer<typeof acceptInvitationSchema>;

export const updateMemberSchema = z.strictObject({
  mutationId,
  role: role.optional(),
  isDisabled: z.boolean("type").optional(),
});
export type UpdateMemberInput = z.infer<typeof updateMemberSchema>;

/** Null follows the browser, or the system. */
export const updateProfileSchema = z.strictObject({
  mutationId,
  name: name.optional(),
  locale: z.enum(LOCALES, "value").nullable().optional(),
  theme: z.enum(THEMES, "value").nullable().optional(),
});
export type UpdateProfileInput = z.infer<typeof updateProfileSchema>;

export const changePasswordSchema = z.strictObject({
  mutationId,
  currentPassword: knownPassword,
  newPassword,
});
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;

export const createApiTokenSchema = z.strictObject({ mutationId, name });
export type CreateApiTokenInput = z.infer<typeof createApiTokenSchema>;

/** From the command line; without a desk the only one, or the first of an empty instance. */
export const addUserSchema = z.strictObject({
  email,
  name,
  role,
  password: newPassword,
  deskName: line(120).optional(),
});
export type AddUserInput = z.infer<typeof addUserSchema>;

export const setUserPasswordSchema = z.strictObject({ email, password: newPassword });
export type SetUserPasswordInput = z.infer<typeof setUserPasswordSchema>;

export const addUserTokenSchema = z.strictObject({ email, name, deskName: line(120).optional() });
export type AddUserTokenInput = z.infer<typeof addUserTokenSchema>;
