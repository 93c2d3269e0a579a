import { z } from "zod";
import { pageOf } from "@/lib/http/page-schema";
import { created, route } from "@/lib/http/route";
import { apiTokenViewSchema } from "@/lib/members/member-views";
import { createApiToken } from "@/lib/members/mutations";
import { listApiTokens } from "@/lib/members/queries";
import { createApiTokenSchema } from "@/lib/members/schemas";

export const GET = route({
  summary: "My API tokens",
  response: pageOf(apiTokenViewSchema),
  handler: async ({ actor }) => ({ items: await listApiTokens(actor), nextCursor: null }),
});

export const POST = route({
  summary: "Make an API token; `token` is shown this once",
  body: createApiTokenSchema,
  response: apiTokenViewSchema.extend({ token: z.string() }),
  status: 201,
  handler: async ({ actor, body }) => {
    const { apiToken, token } = await createApiToken(actor, body);
    return created({ ...apiToken, token });
  },
});
