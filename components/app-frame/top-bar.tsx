"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { routes } from "@/lib/routes";
import { useFrame } from "./frame-context";
import { UserMenu } from "./user-menu";

type Crumb = { label: string; href?: string };

type Props = {
  /** Inside an article: what stands behind the name of the desk. Without crumbs the sections stand there. */
  crumbs?: readonly Crumb[];
  /** Progress and buttons of the page, at the right. */
  children?: ReactNode;
};

/** The bar of 44 px over every page of a desk. */
export function TopBar({ crumbs, children }: Props) {
  const t = useTranslations("common.frame");
  const { deskName } = useFrame();
  return (
    <header className="flex h-11 shrink-0 items-center gap-4 border-line border-b bg-surface px-4 text-sm print:hidden">
      <div className="flex min-w-0 flex-1 items-center gap-3">
        <Link
          href={routes.articles()}
          title={deskName}
          className={cn(
            "max-w-[40%] truncate rounded-sm font-semibold text-ink no-underline",
            crumbs === undefined ? "max-sm:max-w-[30%]" : "shrink-0 max-md:hidden",
          )}
        >
          {deskName}
        </Link>
        {crumbs === undefined ? (
          <Sections label={t("navigation")} articles={t("articles")} sources={t("sources")} />
        ) : (
          <Crumbs label={t("breadcrumbs")} articles={t("articles")} crumbs={crumbs} />
        )}
      </div>
      {children === undefined ? null : <div className="flex shrink-0 items-center gap-3">{children}</div>}
      <UserMenu />
    </header>
  );
}

function Sections({ label, articles, sources }: { label: string; articles: string; sources: string }) {
  const pathname = usePathname();
  const sections = [
    { href: routes.articles(), label: articles },
    { href: routes.sources(), label: sources },
  ];
  return (
    <nav aria-label={label} className="flex items-center gap-1">
      {sections.map(({ href, label: section }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname.startsWith(href) ? "page" : undefined}
          className="inline-flex h-7 items-center rounded-sm px-2 text-ink-soft no-underline transition-colors hover:bg-sunken hover:text-ink underline-offset-8 aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:underline"
        >
          {section}
        </Link>
      ))}
    </nav>
  );
}

function Crumbs({ label, articles, crumbs }: { label: string; articles: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-3">
        <li className="shrink-0 md:hidden">
          <Link href={routes.articles()} className="rounded-sm text-ink no-underline hover:underline">
            {articles}
          </Link>
        </li>
        {crumbs.map((crumb, index) => (
          <li
            key={crumb.label}
            className={cn(
              "flex min-w-0 items-center gap-3 text-ink-soft",
              index < crumbs.length - 1 && "shrink-[99]",
            )}
          >
            <span aria-hidden="true" className="text-ink-faint">
              /
            </span>
            {crumb.href === undefined ? (
              <span
                aria-current={index === crumbs.length - 1 ? "page" : undefined}
                title={crumb.label}
                className="truncate"
              >
                {crumb.label}
              </span>
            ) : (
              <Link
                href={crumb.href}
                title={crumb.label}
                className="truncate rounded-sm text-ink-soft no-underline hover:text-ink hover:underline"
              >
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
