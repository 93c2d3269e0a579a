import { z } from "zod";
import { created, publicRoute } from "@/lib/http/route";
import { completeSetup } from "@/lib/members/mutations";
import { completeSetupSchema } from "@/lib/members/schemas";

export const POST = publicRoute({
  summary: "Set the instance up by its one-time link: makes the first desk and its admin",
  body: completeSetupSchema,
  response: z.object({ userId: z.uuid(), deskId: z.uuid() }),
  status: 201,
  handler: async ({ body }) => created(await completeSetup(body)),
});
