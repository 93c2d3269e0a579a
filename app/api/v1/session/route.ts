import { route } from "@/lib/http/route";
import { profileSchema } from "@/lib/members/member-views";
import { getProfile } from "@/lib/members/queries";

export const GET = route({
  summary: "Who am I: the account, role and desk of the session or token",
  response: profileSchema,
  handler: async ({ actor }) => getProfile(actor),
});
