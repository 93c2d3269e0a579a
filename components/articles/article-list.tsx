"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useRef } from "react";
import { useFrame } from "@/components/app-frame/frame-context";
import type { ArticleListItem } from "@/lib/articles/article-views";
import { can } from "@/lib/auth/policy";
import { routes } from "@/lib/routes";
import { ArticleStateBadge } from "./article-state-badge";
import { Deadline } from "./deadline";
import { ProgressStrip } from "./progress-strip";
import { useListKeys } from "./use-list-keys";

/** The articles of the desk, one line each; j and k step through them. */
export function ArticleList({ articles }: { articles: readonly ArticleListItem[] }) {
  const t = useTranslations("articles");
  const list = useRef<HTMLUListElement>(null);
  const { role } = useFrame();
  useListKeys(list, can({ role }, "article.import"));
  return (
    <ul ref={list} aria-label={t("list")} className="-mx-4 border-line border-t">
      {articles.map((article) => (
        <li key={article.id} className="border-line border-b">
          <ArticleRow article={article} />
        </li>
      ))}
    </ul>
  );
}

function ArticleRow({ article }: { article: ArticleListItem }) {
  const t = useTranslations("articles");
  const format = useFormatter();
  const { progress } = article;
  const imported = new Date(article.createdAt);
  return (
    <div className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-2 transition-colors hover:bg-sunken has-[a:focus-visible]:bg-sunken has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:-outline-offset-2 lg:h-10 lg:grid-cols-[minmax(0,1fr)_216px_112px_248px_128px] lg:py-0">
      <div className="flex min-w-0 items-baseline gap-3 max-lg:col-span-2">
        <Link
          href={routes.article(article.id)}
          title={article.title}
          className="truncate font-medium text-ink no-underline outline-none before:absolute before:inset-0"
        >
          {article.title}
        </Link>
        <span className="shrink-0 truncate text-ink-faint text-sm max-lg:hidden lg:max-w-[40%]">
          {[article.agency, format.dateTime(imported, "dayOfYear")].filter(Boolean).join(" · ")}
        </span>
      </div>
      <p className="flex min-w-0 items-center gap-3 text-ink-soft text-sm tabular-nums">
        {progress.total === 0 ? (
          t("noClaims")
        ) : (
          <>
            <ProgressStrip progress={progress} className="h-1.5 w-20 shrink-0 rounded-full max-lg:w-16" />
            <span className="truncate">
              {t("checked", { checked: progress.checked, total: progress.total })}
            </span>
          </>
        )}
      </p>
      <ArticleStateBadge state={article.state} />
      <div className="min-w-0 text-sm tabular-nums max-lg:col-span-2">
        {article.deadline === null ? (
          <span className="text-ink-faint max-lg:hidden">{t("deadline.none")}</span>
        ) : (
          <Deadline deadline={article.deadline} />
        )}
      </div>
      <p
        className="truncate text-sm max-lg:hidden"
        title={article.assigneeName === null ? undefined : t("assignedTo", { name: article.assigneeName })}
      >
        {article.assigneeName ?? <span className="text-ink-faint">{t("unassigned")}</span>}
      </p>
    </div>
  );
}
