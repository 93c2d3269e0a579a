"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useFrame } from "@/components/app-frame/frame-context";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { can } from "@/lib/auth/policy";
import type { SourceView } from "@/lib/sources/source-view";

/** Loaded by the first click on edit: the list itself needs none of it. */
const EditSourceDialog = dynamic(async () => (await import("./edit-source-dialog")).EditSourceDialog);

export type RegisteredSource = SourceView & { citationCount: number; lastUsedAt: string };

/** The sources of the desk with what they are and how often they carry a claim. */
export function SourceRegister({ sources }: { sources: readonly RegisteredSource[] }) {
  const t = useTranslations("register");
  const { role } = useFrame();
  const [edited, setEdited] = useState<RegisteredSource | null>(null);
  const canEdit = can({ role }, "source.edit");
  return (
    <>
      <div className="-mx-4">
        <Table aria-label={t("list")} className="max-md:block [&_tbody]:max-md:block">
          <thead className="max-md:sr-only">
            <tr>
              <TableHead className="pl-4">{t("column.title")}</TableHead>
              <TableHead>{t("column.kind")}</TableHead>
              <TableHead>{t("column.marks")}</TableHead>
              <TableHead>{t("column.origin")}</TableHead>
              <TableHead>{t("column.used")}</TableHead>
              {canEdit ? (
                <TableHead className="w-28">
                  <span className="sr-only">{t("column.actions")}</span>
                </TableHead>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <SourceRow key={source.id} source={source} onEdit={canEdit ? () => setEdited(source) : null} />
            ))}
          </tbody>
        </Table>
      </div>
      {edited === null ? null : (
        <EditSourceDialog key={edited.id} source={edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function SourceRow({ source, onEdit }: { source: RegisteredSource; onEdit: (() => void) | null }) {
  const t = useTranslations("register");
  const kind = useTranslations("vocabulary.sourceKind");
  const format = useFormatter();
  const marks = [
    ...(source.isPrimary ? [t("primary")] : []),
    ...(source.isConfidential ? [t("confidential")] : []),
  ];
  const published = source.publishedAt === null ? null : format.dateTime(new Date(source.publishedAt), "day");
  const origin = [source.author, source.publisher, published].filter(Boolean).join(" · ");
  return (
    <TableRow className="max-md:relative max-md:block max-md:border-b max-md:px-4 max-md:py-2">
      <TableCell className="w-[44%] max-w-0 pl-4 max-md:block max-md:h-auto max-md:w-auto max-md:max-w-none max-md:p-0 max-md:pr-24">
        <div className="flex min-w-0 items-baseline gap-x-2 max-md:flex-wrap">
          {source.url === null ? (
            <span className="truncate font-medium" title={source.title}>
              {source.title}
            </span>
          ) : (
            <a
              href={source.url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              title={`${source.title}\n${source.url}`}
              className="flex min-w-0 items-center gap-1 font-medium text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            >
              <span className="truncate">{source.title}</span>
              <Icon name="external" className="size-3 text-ink-faint" />
            </a>
          )}
          {origin === "" ? null : (
            <span className="min-w-0 shrink-[9] truncate text-ink-faint text-sm" title={origin}>
              {origin}
            </span>
          )}
        </div>
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-soft text-sm max-md:mr-3 max-md:inline-block max-md:h-auto max-md:p-0">
        {kind(source.kind)}
      </TableCell>
      <TableCell className="whitespace-nowrap text-sm max-md:mr-3 max-md:inline-block max-md:h-auto max-md:p-0 max-md:empty:hidden">
        {marks.join(", ")}
      </TableCell>
      <TableCell className="max-w-40 truncate text-ink-soft text-sm max-md:mr-3 max-md:inline-block max-md:h-auto max-md:p-0 max-md:empty:hidden">
        {source.originGroup === null ? null : <span title={source.originGroup}>{source.originGroup}</span>}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-soft text-sm tabular-nums max-md:inline-block max-md:h-auto max-md:p-0">
        {t("usedIn", { count: source.citationCount })}
      </TableCell>
      {onEdit === null ? null : (
        <TableCell className="pr-4 text-right last:pr-4 max-md:absolute max-md:top-1 max-md:right-4 max-md:h-auto max-md:p-0 max-md:last:pr-0">
          <Button
            variant="quiet"
            size="sm"
            className="-mr-2"
            aria-label={t("editNamed", { title: source.title })}
            onClick={onEdit}
          >
            {t("edit")}
          </Button>
        </TableCell>
      )}
    </TableRow>
  );
}
