"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { cn } from "@/lib/cn";
import type { ArticleBlock, ArticleSegment } from "./article-blocks";
import { layOutArticle } from "./article-blocks";
import { ClaimMark } from "./claim-mark";
import { useAddClaim } from "./use-add-claim";
import { useTools, useWorkspace } from "./workspace-context";

/** The text of the article in its blocks, with the claims marked. */
export function ArticleText() {
  const text = useWorkspace((state) => state.text);
  const blocks = useWorkspace((state) => state.blocks);
  const anchors = useWorkspace((state) => state.anchors);
  const laidOut = useMemo(() => layOutArticle(text, blocks, anchors), [text, blocks, anchors]);
  return laidOut.map((block, index) =>
    block.runsIn ? null : <Block key={block.start} block={block} lead={leadOf(laidOut, index)} />,
  );
}

/** The dateline that stands on the same line before a paragraph. */
function leadOf(blocks: readonly ArticleBlock[], index: number): ArticleBlock | null {
  const before = blocks[index - 1];
  return before?.runsIn ? before : null;
}

const BLOCK_CLASS = {
  headline: "mb-8 text-balance font-semibold text-headline",
  dateline: "mb-5 text-ink-soft",
  byline: "mb-5 font-sans text-ink-soft text-sm",
  paragraph: "mb-5",
  "list-item": "mb-2 pl-6 -indent-4",
  caption: "mb-5 border-line border-l-2 pl-4 text-ink-soft text-lg",
  boilerplate: "mt-8 mb-3 font-sans text-ink-faint text-sm",
} as const satisfies Record<ArticleBlock["kind"], string>;

const Block = memo(function Block({ block, lead }: { block: ArticleBlock; lead: ArticleBlock | null }) {
  const content = <Segments segments={block.segments} />;
  if (block.kind === "headline") return <h1 className={BLOCK_CLASS.headline}>{content}</h1>;
  return (
    <p
      id={block.paragraph === null ? undefined : `paragraph-${block.paragraph}`}
      className={BLOCK_CLASS[block.kind]}
    >
      {lead ? (
        <>
          <span className="group/lead text-ink-soft">
            <Segments segments={lead.segments} />
            <NothingToCheck block={lead} />
          </span>{" "}
        </>
      ) : null}
      {content}
      <NothingToCheck block={block} />
      {block.repeats === null ? null : <RepeatNote of={block.repeats} />}
    </p>
  );
});

function Segments({ segments }: { segments: readonly ArticleSegment[] }) {
  return segments.map((segment) => {
    const top = segment.claims.at(-1);
    if (top) return <ClaimMark key={segment.start} segment={segment} claim={top} />;
    return (
      <span key={segment.start} data-start={segment.start}>
        {segment.text}
      </span>
    );
  });
}

const WITHOUT_CLAIMS: readonly ArticleBlock["kind"][] = ["boilerplate", "byline", "dateline"];

/**
 * Lines around the story carry no claims; whoever sees one in them makes it. Before a story that goes on in the same
 * line the words show only when they are pointed at or reached.
 */
function NothingToCheck({ block }: { block: ArticleBlock }) {
  const t = useTranslations("workspace.article");
  const locale = useLocale();
  const { rights } = useTools();
  const { add, isPending } = useAddClaim();
  if (!WITHOUT_CLAIMS.includes(block.kind)) return null;
  if (block.segments.some(({ claims }) => claims.length > 0)) return null;
  const place = { start: block.start, end: block.end };
  return (
    <span
      lang={locale}
      className={cn(
        "ml-2 select-none whitespace-nowrap font-sans text-ink-faint text-xs print:hidden",
        block.runsIn && "not-group-hover/lead:sr-only focus-within:not-sr-only group-hover/lead:not-sr-only",
      )}
    >
      {t("nothingToCheck")}
      {rights.canEdit ? (
        <>
          {" · "}
          <button
            type="button"
            aria-disabled={isPending || undefined}
            className="min-h-6 rounded-sm underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current"
            onClick={() => void add([place])}
          >
            {t("makeClaim")}
          </button>
        </>
      ) : null}
    </span>
  );
}

/** Words of ours beside the text: neither selected nor copied with it. */
function RepeatNote({ of }: { of: number }) {
  const t = useTranslations("workspace.article");
  return (
    <a
      href={`#paragraph-${of}`}
      className="ml-2 select-none whitespace-nowrap font-sans text-ink-faint text-xs underline decoration-line underline-offset-2 hover:text-ink"
    >
      {t("repeatsParagraph", { number: of })}
    </a>
  );
}
