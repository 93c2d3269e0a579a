import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityFilter } from "@/components/activity/activity-filter";
import { ActivityList } from "@/components/activity/activity-list";
import { Page } from "@/components/app-frame/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { filterActivity, peopleOf } from "@/lib/activity/filter-activity";
import { listActivity } from "@/lib/activity/queries";
import { getArticleHeader } from "@/lib/articles/queries";
import { requireActor } from "@/lib/auth/actor";
import { orNotFound } from "@/lib/http/or-not-found";
import type { SearchParams } from "@/lib/http/search-params";
import { firstOf } from "@/lib/http/search-params";
import { listMembers } from "@/lib/members/queries";
import { routes } from "@/lib/routes";

const ENTRIES_PER_PAGE = 500;

type Props = { params: Promise<{ articleId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("title") };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ articleId }, search] = await Promise.all([params, searchParams]);
  const person = firstOf(search.person) ?? "";
  const noun = firstOf(search.noun) ?? "";
  const cursor = firstOf(search.cursor);
  const [article, { items, nextCursor }, members, t] = await Promise.all([
    orNotFound(getArticleHeader(actor, articleId)),
    orNotFound(listActivity(actor, { articleId, cursor, limit: ENTRIES_PER_PAGE })),
    listMembers(actor),
    getTranslations("activity"),
  ]);
  const entries = filterActivity(items, { person, noun });
  return (
    <Page
      width="text"
      title={t("title")}
      lead={t("lead")}
      crumbs={[{ label: article.title, href: routes.article(articleId) }, { label: t("title") }]}
      actions={
        <ActivityFilter
          action={routes.articleActivity(articleId)}
          person={person}
          noun={noun}
          people={peopleOf(items)}
        />
      }
    >
      {entries.length === 0 ? (
        <EmptyState title={t("noHitsTitle")}>
          <p>{t("noHitsBody")}</p>
        </EmptyState>
      ) : (
        <ActivityList
          articleId={articleId}
          entries={entries}
          names={new Map(members.map(({ id, name }) => [id, name]))}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-measure text-ink-faint text-xs">
          {t("chainHint")}{" "}
          <code className="rounded-sm bg-sunken px-1 text-ink-soft">npm run -s beleg -- verify</code>
        </p>
        {nextCursor === null ? null : (
          <LinkButton
            href={routes.articleActivityFrom(articleId, { person, noun, cursor: nextCursor })}
            size="sm"
          >
            {t("newer")}
          </LinkButton>
        )}
      </div>
    </Page>
  );
}
