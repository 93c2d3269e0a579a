import { bareMutationSchema } from "@/lib/field-schemas";
import { pageOf } from "@/lib/http/page-schema";
import { route } from "@/lib/http/route";
import { sessionViewSchema } from "@/lib/members/member-views";
import { endSessions } from "@/lib/members/mutations";
import { listSessions } from "@/lib/members/queries";

export const GET = route({
  summary: "The browsers in which I am signed in",
  response: pageOf(sessionViewSchema),
  handler: async ({ actor }) => ({ items: await listSessions(actor), nextCursor: null }),
});

export const DELETE = route({
  summary: "End all my sessions but this one",
  body: bareMutationSchema,
  status: 204,
  handler: async ({ actor, body }) => endSessions(actor, "others", body),
});
