import { route } from "@/lib/http/route";
import { listSources } from "@/lib/sources/queries";
import { listSourcesSchema } from "@/lib/sources/schemas";

export const GET = route({
  summary: "The sources of the desk, the one used last first",
  query: listSourcesSchema,
  handler: ({ actor, query }) => listSources(actor, query),
});
