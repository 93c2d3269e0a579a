"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { useEffect, useRef } from "react";
import { ArticleNotes } from "@/components/notes/article-notes";
import { AddClaimButton } from "./add-claim-button";
import { ArticleText } from "./article-text";
import { scrollToNearestEdge } from "./nearest-edge";
import { selectedOffsets } from "./selected-offsets";
import { useTools, useWorkspace } from "./workspace-context";

/** The article in one serif column, its claims marked. */
export function ArticlePane() {
  const t = useTranslations("workspace.article");
  const { store } = useTools();
  const title = useWorkspace((state) => state.header.title);
  const language = useWorkspace((state) => state.header.language);
  const hasHeadline = useWorkspace((state) => state.blocks.some(({ kind }) => kind === "headline"));
  const currentId = useWorkspace((state) => state.currentId);
  const root = useRef<HTMLDivElement>(null);

  // The two panes are two views of one list: the text follows the list, if it has to.
  useEffect(() => {
    if (currentId === null) return;
    const mark = root.current?.querySelector(
      `mark[data-claim="${CSS.escape(currentId)}"]:not([data-repeat])`,
    );
    if (mark) scrollToNearestEdge(mark);
  }, [currentId]);

  /** The words as they stand in the text, without what is there for screen readers only. */
  function copyText(event: ClipboardEvent<HTMLElement>): void {
    const offsets = root.current && selectedOffsets(root.current);
    if (!offsets) return;
    const [from, to] = [Math.min(offsets.from, offsets.to), Math.max(offsets.from, offsets.to)];
    event.clipboardData.setData("text/plain", store.getState().text.slice(from, to));
    event.preventDefault();
  }

  return (
    <div data-scroll-pane className="h-full overflow-y-auto bg-paper print:h-auto print:overflow-visible">
      <article
        lang={language}
        aria-label={t("label")}
        className="mx-auto max-w-[calc(68ch+3rem)] px-6 pt-12 pb-[30dvh] max-[899px]:pt-8 max-sm:px-4 print:max-w-none print:p-0"
        onCopy={copyText}
      >
        <Meta />
        {hasHeadline ? null : (
          <h1 className="mb-8 text-balance font-semibold font-serif text-headline">{title}</h1>
        )}
        <div ref={root} data-article-text className="font-serif text-prose">
          <ArticleText />
        </div>
        <ArticleNotes />
      </article>
      <AddClaimButton root={root} />
    </div>
  );
}

/** Where the text comes from, of which day and version: one quiet line above the headline. */
function Meta() {
  const t = useTranslations("workspace.article");
  const format = useFormatter();
  const header = useWorkspace((state) => state.header);
  const version = useWorkspace((state) => state.textVersion.number);
  const parts = [
    header.agency ?? hostOf(header.sourceUrl),
    header.publishedAt === null ? null : format.dateTime(new Date(header.publishedAt), "day"),
    t("version", { number: version }),
  ].filter((part) => part !== null);
  return <p className="mb-1 text-ink-faint text-sm">{parts.join(" · ")}</p>;
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : null;
}
