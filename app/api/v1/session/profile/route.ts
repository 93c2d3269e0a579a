import { choiceCookie } from "@/lib/auth/choice-cookie";
import { route } from "@/lib/http/route";
import { LOCALE_COOKIE, THEME_COOKIE } from "@/lib/i18n/locales";
import { profileSchema } from "@/lib/members/member-views";
import { updateProfile } from "@/lib/members/mutations";
import { getProfile } from "@/lib/members/queries";
import { updateProfileSchema } from "@/lib/members/schemas";

export const PATCH = route({
  summary: "Change my name, language or theme",
  body: updateProfileSchema,
  response: profileSchema,
  handler: async ({ actor, body }) => {
    await updateProfile(actor, body);
    const response = Response.json(await getProfile(actor));
    if (body.locale !== undefined) {
      response.headers.append("set-cookie", choiceCookie(LOCALE_COOKIE, body.locale));
    }
    if (body.theme !== undefined) {
      response.headers.append("set-cookie", choiceCookie(THEME_COOKIE, body.theme));
    }
    return response;
  },
});
