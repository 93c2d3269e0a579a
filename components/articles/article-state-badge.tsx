import { useTranslations } from "next-intl";
import type { ArticleState } from "@/lib/articles/article-views";

const SIGN = {
  OPEN: "○",
  IN_PROGRESS: "…",
  CHECKED: "✓",
  SIGNED_OFF: "✓✓",
} as const satisfies Record<ArticleState, string>;

/** Where the work is. No hue: that is kept for findings. */
export function ArticleStateBadge({ state }: { state: ArticleState }) {
  const t = useTranslations("vocabulary.articleState");
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-soft text-sm">
      <span aria-hidden="true" className="inline-block w-4 text-center text-ink-faint text-xs">
        {SIGN[state]}
      </span>
      {t(state)}
    </span>
  );
}
