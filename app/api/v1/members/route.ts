import { pageOf } from "@/lib/http/page-schema";
import { route } from "@/lib/http/route";
import { memberViewSchema } from "@/lib/members/member-views";
import { listMembers } from "@/lib/members/queries";

export const GET = route({
  summary: "Everyone of the desk",
  response: pageOf(memberViewSchema),
  handler: async ({ actor }) => ({ items: await listMembers(actor), nextCursor: null }),
});
