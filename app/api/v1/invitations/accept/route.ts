import { z } from "zod";
import { created, publicRoute } from "@/lib/http/route";
import { acceptInvitation } from "@/lib/members/mutations";
import { acceptInvitationSchema } from "@/lib/members/schemas";

export const POST = publicRoute({
  summary: "Accept an invitation: makes the account; answers with the address to sign in with",
  body: acceptInvitationSchema,
  response: z.object({ email: z.string() }),
  status: 201,
  handler: async ({ body }) => created(await acceptInvitation(body)),
});
