import { z } from "zod";
import { env } from "@/lib/env";
import { pageOf } from "@/lib/http/page-schema";
import { created, route } from "@/lib/http/route";
import { invitationViewSchema } from "@/lib/members/member-views";
import { addInvitation } from "@/lib/members/mutations";
import { listInvitations } from "@/lib/members/queries";
import { addInvitationSchema } from "@/lib/members/schemas";
import { routes } from "@/lib/routes";

export const GET = route({
  summary: "The open invitations of the desk",
  response: pageOf(invitationViewSchema),
  handler: async ({ actor }) => ({ items: await listInvitations(actor), nextCursor: null }),
});

export const POST = route({
  summary: "Invite a person; `link` is shown this once and works once, for seven days",
  body: addInvitationSchema,
  response: invitationViewSchema.extend({ link: z.url() }),
  status: 201,
  handler: async ({ actor, body }) => {
    const { invitation, token } = await addInvitation(actor, body);
    return created({ ...invitation, link: new URL(routes.invitation(token), env.BELEG_URL).href });
  },
});
