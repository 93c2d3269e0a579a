import { z } from "zod";
import { pageOf } from "@/lib/http/page-schema";
import { route } from "@/lib/http/route";
import { listSources } from "@/lib/sources/queries";
import { listSourcesSchema } from "@/lib/sources/schemas";
import { sourceResponse } from "@/lib/sources/source-response";

export const GET = route({
  summary: "The sources of the desk, the one used last first",
  query: listSourcesSchema,
  response: pageOf(sourceResponse.extend({ citationCount: z.int(), lastUsedAt: z.iso.datetime() })),
  handler: ({ actor, query }) => listSources(actor, query),
});
