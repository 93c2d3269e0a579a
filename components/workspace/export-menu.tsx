"use client";

import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuGroup, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { ApiError } from "@/lib/http/api-client";
import { routes } from "@/lib/routes";
import { useTools, useWorkspace } from "./workspace-context";

const FORMATS = ["html", "md", "json"] as const;

/** The report of the article: a draft of now as a file, a frozen and numbered one, and all that were frozen before. */
export function ExportMenu({
  onDetails,
  onGranularity,
  onHelp,
  onDelete,
}: {
  onDetails?: () => void;
  onGranularity?: () => void;
  onHelp: () => void;
  onDelete?: () => void;
}) {
  const t = useTranslations("workspace.export");
  const bar = useTranslations("workspace.bar");
  const errors = useTranslations("errors");
  const language = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const { api, rights, announcer } = useTools();
  const { showToast } = useToast();
  const articleId = useWorkspace((state) => state.header.id);
  const granularity = useWorkspace((state) => state.header.granularity);

  function draftHref(format: (typeof FORMATS)[number]): string {
    return routes.reportFile(articleId, { format, language, timeZone, download: "1" });
  }

  async function freeze(): Promise<void> {
    try {
      const report = await api.freezeReport(articleId, { language, timeZone });
      announcer.announce(t("frozen", { number: report.number }));
      showToast({ text: t("frozen", { number: report.number }) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      showToast({ text: errors(`code.${error.code}`), isUrgent: true });
    }
  }

  return (
    <Menu label={t("open")} trigger={<Button variant="primary">{t("open")}</Button>} className="min-w-64">
      <MenuGroup label={t("draft")}>
        {FORMATS.map((format) => (
          <MenuLink key={format} render={<a href={draftHref(format)} download />}>
            {t(`format.${format}`)}
          </MenuLink>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuGroup label={t("numbered")}>
        {rights.canReport ? <MenuItem onClick={() => void freeze()}>{t("freeze")}</MenuItem> : null}
        <MenuLink render={<Link href={routes.articleReports(articleId)} />}>{t("all")}</MenuLink>
      </MenuGroup>
      <MenuSeparator />
      <MenuLink render={<Link href={routes.articleActivity(articleId)} />}>{t("activity")}</MenuLink>
      {onDetails ? <MenuItem onClick={onDetails}>{bar("details")}</MenuItem> : null}
      {onGranularity ? (
        <MenuItem onClick={onGranularity}>{bar(`granularity.${granularity}`)}</MenuItem>
      ) : null}
      <MenuItem onClick={onHelp}>{bar("shortcuts")}</MenuItem>
      {onDelete ? (
        <>
          <MenuSeparator />
          <MenuItem onClick={onDelete}>{bar("delete")}</MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
