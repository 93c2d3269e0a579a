import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "@/components/app-frame/page";
import { FrozenReportList } from "@/components/reports/frozen-report-list";
import { ReportMaker } from "@/components/reports/report-maker";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getArticleHeader } from "@/lib/articles/queries";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { orNotFound } from "@/lib/http/or-not-found";
import type { SearchParams } from "@/lib/http/search-params";
import { firstOf } from "@/lib/http/search-params";
import { getReportScope, listReports } from "@/lib/reports/queries";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ articleId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.page");
  return { title: t("title") };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ articleId }, search] = await Promise.all([params, searchParams]);
  const cursor = firstOf(search.cursor);
  const [article, scope, { items, nextCursor }, t, language] = await Promise.all([
    orNotFound(getArticleHeader(actor, articleId)),
    orNotFound(getReportScope(actor, articleId)),
    orNotFound(listReports(actor, articleId, { cursor })),
    getTranslations("reports.page"),
    getLocale(),
  ]);
  const unchecked = scope.claims - scope.checked;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      crumbs={[{ label: article.title, href: routes.article(articleId) }, { label: t("title") }]}
    >
      <section aria-labelledby="new-report" className="border-line border-t pt-4">
        <h2 id="new-report" className="font-semibold text-lg">
          {t("newTitle")}
        </h2>
        <p className="mb-4 text-ink-soft text-sm tabular-nums">
          {t("scope", { checked: scope.checked, claims: scope.claims, version: scope.textVersion })}
          {unchecked > 0 ? `. ${t("incomplete", { count: unchecked })}` : null}
        </p>
        <ReportMaker articleId={articleId} language={language} canFreeze={can(actor, "report.create")} />
      </section>
      <section aria-labelledby="frozen-reports" className="mt-10 border-line border-t pt-4">
        <h2 id="frozen-reports" className="mb-2 font-semibold text-lg">
          {t("listTitle")}
        </h2>
        {items.length === 0 ? (
          <EmptyState title={t("emptyTitle")}>
            <p>{t("emptyBody")}</p>
          </EmptyState>
        ) : (
          <FrozenReportList articleId={articleId} reports={items} />
        )}
        <div className="mt-4 flex justify-end gap-2">
          {cursor === undefined ? null : (
            <LinkButton href={routes.articleReports(articleId)} size="sm">
              {t("newest")}
            </LinkButton>
          )}
          {nextCursor === null ? null : (
            <LinkButton href={routes.articleReportsFrom(articleId, nextCursor)} size="sm">
              {t("older")}
            </LinkButton>
          )}
        </div>
      </section>
    </Page>
  );
}
