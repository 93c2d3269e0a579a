import { z } from "zod";
import { assistTestResultSchema } from "@/lib/assist/assist-views";
import { testAssistSetting } from "@/lib/assist/jobs";
import { route } from "@/lib/http/route";

export const POST = route({
  summary:
    "Asks the stored language model about a made-up sentence; sends nothing of the desk's and changes nothing",
  body: z.strictObject({}),
  response: assistTestResultSchema,
  handler: ({ actor }) => testAssistSetting(actor),
});
