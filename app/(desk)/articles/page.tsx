import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/app-frame/page";
import { ArticleList } from "@/components/articles/article-list";
import { FirstSteps } from "@/components/articles/first-steps";
import { ListKeysHint } from "@/components/articles/list-keys-hint";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { SearchField } from "@/components/ui/search-field";
import { listArticles } from "@/lib/articles/queries";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { orNotFound } from "@/lib/http/or-not-found";
import type { SearchParams } from "@/lib/http/search-params";
import { firstOf } from "@/lib/http/search-params";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("articles");
  return { title: t("title") };
}

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const search = await searchParams;
  const query = (firstOf(search.q) ?? "").slice(0, 200);
  const cursor = firstOf(search.cursor);
  const [{ items, nextCursor }, t] = await Promise.all([
    orNotFound(listArticles(actor, { query, cursor })),
    getTranslations("articles"),
  ]);
  const canImport = can(actor, "article.import");
  const isEmptyDesk = items.length === 0 && query === "" && cursor === undefined;
  return (
    <Page
      title={t("title")}
      actions={
        <>
          {isEmptyDesk ? null : (
            <SearchField
              action={routes.articles()}
              label={t("search")}
              placeholder={t("searchPlaceholder")}
              query={query}
              shortcut="/"
              className="w-56 max-sm:w-full"
            />
          )}
          {canImport && !isEmptyDesk ? (
            <LinkButton href={routes.newArticle()} variant="primary">
              {t("import")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {isEmptyDesk ? (
        <EmptyState title={t("empty.title")} actions={canImport ? <FirstSteps /> : null}>
          <p>{t(canImport ? "empty.body" : "empty.bodyViewer")}</p>
        </EmptyState>
      ) : null}
      {items.length === 0 && !isEmptyDesk ? (
        <EmptyState title={t("empty.noHitsTitle", { query })}>
          <p>{t("empty.noHitsBody")}</p>
        </EmptyState>
      ) : null}
      {items.length > 0 ? <ArticleList articles={items} /> : null}
      <div className="mt-4 flex flex-wrap items-center justify-between gap-4">
        {items.length > 0 ? <ListKeysHint canImport={canImport} /> : null}
        <div className="ml-auto flex gap-2">
          {cursor === undefined ? null : (
            <LinkButton href={routes.articles()} size="sm">
              {t("newest")}
            </LinkButton>
          )}
          {nextCursor === null ? null : (
            <LinkButton href={routes.articlesFrom({ query, cursor: nextCursor })} size="sm">
              {t("older")}
            </LinkButton>
          )}
        </div>
      </div>
    </Page>
  );
}
