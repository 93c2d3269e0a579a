import type { Metadata } from "next";
import { AssistProvider } from "@/components/assist/assist-context";
import { isClaimFilter } from "@/components/claims/claim-filter";
import { Workspace } from "@/components/workspace/workspace";
import { getArticleForReview, getArticleHeader } from "@/lib/articles/queries";
import { getAssistPlace } from "@/lib/assist/queries";
import { requireActor } from "@/lib/auth/actor";
import { orNotFound } from "@/lib/http/or-not-found";
import type { SearchParams } from "@/lib/http/search-params";
import { firstOf } from "@/lib/http/search-params";

type Props = { params: Promise<{ articleId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  const { articleId } = await params;
  const { title } = await orNotFound(getArticleHeader(actor, articleId));
  return { title };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ articleId }, search] = await Promise.all([params, searchParams]);
  const [article, assistPlace] = await Promise.all([
    orNotFound(getArticleForReview(actor, articleId)),
    getAssistPlace(actor),
  ]);
  const filter = firstOf(search.show);
  return (
    <AssistProvider place={assistPlace}>
      <Workspace
        key={article.id}
        article={article}
        claimId={firstOf(search.claim) ?? null}
        filter={isClaimFilter(filter) ? filter : "all"}
      />
    </AssistProvider>
  );
}
