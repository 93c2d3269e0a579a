import type { Tone } from "@/lib/claims/verdict-scale";
import { misattributionIn } from "@/lib/reports/claim-words";
import type { ReportClaim } from "@/lib/reports/report-document";
import type { Markup } from "./html-markup";
import { html } from "./html-markup";

const WIDTH = 174;
const BASE = 20;
/** Room below the line for the marks of words that were not said, or not so. */
const MARKS_HEIGHT = 3.4;
const MIN_BAR_WIDTH = 0.7;
const LABEL_GAP = 4.2;

/** The graver the finding, the taller the bar: the strip says the same without its colours. */
const HEIGHT = {
  refuted: 14,
  mixed: 10,
  unresolved: 6.5,
  supported: 3.5,
  working: 1.2,
  open: 1.2,
} as const satisfies Record<Tone, number>;

const FILL = {
  refuted: "#aa2d18",
  mixed: "url(#hatch)",
  unresolved: "#ffffff",
  supported: "#8cc4ec",
  working: "#b9bcc3",
  open: "#ffffff",
} as const satisfies Record<Tone, string>;

const STROKE = {
  refuted: "#aa2d18",
  mixed: "#aa7906",
  unresolved: "#5e636e",
  supported: "#0e659e",
  working: "#5e636e",
  open: "#7d8088",
} as const satisfies Record<Tone, string>;

const LABELLED: readonly Tone[] = ["refuted", "mixed"];

type Bar = { claim: number; tone: Tone; isMisattributed: boolean; x: number; width: number };

/** The claims as bars along the text from its first character to its last, as drawing for the cover. */
export function toneStrip({
  claims,
  textLength,
  label,
}: {
  claims: readonly ReportClaim[];
  textLength: number;
  label: string;
}): Markup {
  const scale = WIDTH / Math.max(1, textLength);
  const bars: Bar[] = claims.flatMap((claim) =>
    [...claim.spans, ...claim.repeats.flat()].map(({ start, end }) => ({
      claim: claim.number,
      tone: claim.tone,
      isMisattributed: misattributionIn(claim) !== null,
      x: start * scale,
      width: Math.max(MIN_BAR_WIDTH, (end - start) * scale - 0.25),
    })),
  );
  // Low bars last: where claims overlap, both can be seen.
  const ordered = bars.toSorted((a, b) => HEIGHT[b.tone] - HEIGHT[a.tone]);
  const misattributed = bars.filter(({ isMisattributed }) => isMisattributed);
  const height = BASE + 1 + (misattributed.length > 0 ? MARKS_HEIGHT : 0);
  return html`<svg viewBox="-0.5 0 ${WIDTH + 1} ${height}" role="img" aria-label="${label}">
<defs><pattern id="hatch" width="1.1" height="1.1" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.1" height="1.1" fill="#fbeaa8"/><rect width="0.45" height="1.1" fill="#aa7906"/></pattern></defs>
${ordered.map(drawBar)}
<path d="M0 ${BASE}H${WIDTH}" stroke="#1c1f25" stroke-width="0.3"/>
${labelsOf(bars).map(
  ({ claim, tone, x, width }) =>
    html`<text x="${round(x + width / 2)}" y="${BASE - HEIGHT[tone] - 0.9}" font-size="2.6" font-weight="600" text-anchor="middle" font-family="Inter Variable, sans-serif" fill="#1c1f25">${claim}</text>`,
)}
${marksOf(misattributed).map(
  ({ claim, x, width, hasNumber }) =>
    html`<text x="${round(x + width / 2)}" y="${BASE + 2.9}" font-size="2.6" font-weight="600" text-anchor="middle" font-family="Inter Variable, sans-serif" fill="#93250a">${hasNumber && claim}!</text>`,
)}</svg>`;
}

function drawBar({ tone, x, width }: Bar): Markup {
  const height = HEIGHT[tone];
  return html`<rect x="${round(x)}" y="${round(BASE - height)}" width="${round(width)}" height="${height}" fill="${FILL[tone]}" stroke="${STROKE[tone]}" stroke-width="0.2"${tone === "working" && html` stroke-dasharray="0.8 0.5"`}/>`;
}

/** Numbers over the bars a reader will look for, as many as can be read. */
function labelsOf(bars: readonly Bar[]): Bar[] {
  const shown: Bar[] = [];
  for (const tone of LABELLED) {
    for (const bar of bars) {
      if (bar.tone !== tone) continue;
      const middle = middleOf(bar);
      const isClear = shown.every((other) => Math.abs(middleOf(other) - middle) >= LABEL_GAP);
      if (isClear && !isHidden(bar, bars)) shown.push(bar);
    }
  }
  return shown;
}

/** A mark for each, with its number where there is room. */
function marksOf(bars: readonly Bar[]): (Bar & { hasNumber: boolean })[] {
  let last = Number.NEGATIVE_INFINITY;
  return bars
    .toSorted((a, b) => a.x - b.x)
    .map((bar) => {
      const hasNumber = middleOf(bar) - last >= LABEL_GAP;
      if (hasNumber) last = middleOf(bar);
      return { ...bar, hasNumber };
    });
}

function middleOf({ x, width }: Bar): number {
  return x + width / 2;
}

/** A taller bar beside this one stands where its number would be. */
function isHidden(bar: Bar, bars: readonly Bar[]): boolean {
  const middle = middleOf(bar);
  return bars.some(
    (other) =>
      HEIGHT[other.tone] > HEIGHT[bar.tone] &&
      other.x < middle + LABEL_GAP / 2 &&
      other.x + other.width > middle - LABEL_GAP / 2,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
