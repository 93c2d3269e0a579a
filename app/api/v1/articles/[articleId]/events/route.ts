import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { articleStreams } from "@/lib/live/article-streams";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  // Reverse proxies would collect the events before they pass them on.
  "x-accel-buffering": "no",
};

const seq = z.string().regex(/^\d{1,9}$/, "unknownCursor");

export const GET = route({
  summary: "What happens to an article, as server-sent events; resumed by Last-Event-ID or `after`",
  params: z.strictObject({ articleId: recordId }),
  query: z.strictObject({ after: seq.optional() }),
  produces: "text/event-stream",
  handler: async ({ actor, params, query, request }) => {
    const lastEventId = seq.safeParse(request.headers.get("last-event-id")).data;
    const after = lastEventId ?? query.after;
    const stream = await articleStreams.open(actor, {
      articleId: params.articleId,
      afterSeq: after === undefined ? null : Number(after),
    });
    return new Response(stream, { headers: HEADERS });
  },
});
