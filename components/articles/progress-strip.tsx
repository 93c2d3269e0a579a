import { useTranslations } from "next-intl";
import type { Progress, Tone } from "@/lib/claims/verdict-scale";
import { TONES } from "@/lib/claims/verdict-scale";

/** Findings first, what is left last: the strip fills from the left. */
const ORDER: readonly Tone[] = ["supported", "mixed", "refuted", "unresolved", "working", "open"];

/**
 * How far an article is, by tone. Widths are attributes of an SVG: the Content-Security-Policy lets no style attribute
 * through.
 */
export function ProgressStrip({ progress, className }: { progress: Progress; className?: string }) {
  const t = useTranslations("vocabulary.tone");
  const parts = ORDER.filter((tone) => progress.byTone[tone] > 0);
  const words = TONES.filter((tone) => progress.byTone[tone] > 0).map(
    (tone) => `${progress.byTone[tone]} ${t(tone)}`,
  );
  let start = 0;
  return (
    <svg
      viewBox={`0 0 ${Math.max(progress.total, 1)} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={className}
    >
      <title>{words.join(", ")}</title>
      <rect width={Math.max(progress.total, 1)} height="1" className="fill-line" />
      {parts.map((tone) => {
        const x = start;
        start += progress.byTone[tone];
        if (tone === "open") return null;
        return (
          <rect
            key={tone}
            data-tone={tone}
            x={x}
            width={progress.byTone[tone]}
            height="1"
            className={tone === "working" ? "fill-line-strong" : "fill-tone-line"}
          />
        );
      })}
    </svg>
  );
}
