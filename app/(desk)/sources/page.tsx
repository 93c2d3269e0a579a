import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/app-frame/page";
import { SourceRegister } from "@/components/sources/source-register";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { SearchField } from "@/components/ui/search-field";
import { requireActor } from "@/lib/auth/actor";
import { orNotFound } from "@/lib/http/or-not-found";
import type { SearchParams } from "@/lib/http/search-params";
import { firstOf } from "@/lib/http/search-params";
import { routes } from "@/lib/routes";
import { listSources } from "@/lib/sources/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("register");
  return { title: t("title") };
}

export default async function SourcesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const search = await searchParams;
  const query = (firstOf(search.q) ?? "").slice(0, 200);
  const cursor = firstOf(search.cursor);
  const [{ items, nextCursor }, t] = await Promise.all([
    orNotFound(listSources(actor, { query, cursor })),
    getTranslations("register"),
  ]);
  const isEmptyDesk = items.length === 0 && query === "" && cursor === undefined;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        isEmptyDesk ? null : (
          <SearchField
            action={routes.sources()}
            label={t("search")}
            placeholder={t("searchPlaceholder")}
            query={query}
            className="w-72 max-sm:w-full"
          />
        )
      }
    >
      {isEmptyDesk ? (
        <EmptyState
          title={t("empty.title")}
          actions={
            <LinkButton href={routes.articles()} variant="primary">
              {t("empty.action")}
            </LinkButton>
          }
        >
          <p>{t("empty.body")}</p>
        </EmptyState>
      ) : null}
      {items.length === 0 && !isEmptyDesk ? (
        <EmptyState title={t("noHitsTitle", { query })}>
          <p>{t("noHitsBody")}</p>
        </EmptyState>
      ) : null}
      {items.length > 0 ? <SourceRegister sources={items} /> : null}
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        {cursor === undefined ? null : (
          <LinkButton href={routes.sources()} size="sm">
            {t("newest")}
          </LinkButton>
        )}
        {nextCursor === null ? null : (
          <LinkButton href={routes.sourcesFrom({ query, cursor: nextCursor })} size="sm">
            {t("older")}
          </LinkButton>
        )}
      </div>
    </Page>
  );
}
