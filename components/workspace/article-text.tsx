"use client";

import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import type { ArticleBlock, ArticleSegment } from "./article-blocks";
import { layOutArticle } from "./article-blocks";
import { ClaimMark } from "./claim-mark";
import { useWorkspace } from "./workspace-context";

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
          <span className="text-ink-soft">
            <Segments segments={lead.segments} />
          </span>{" "}
        </>
      ) : null}
      {content}
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
