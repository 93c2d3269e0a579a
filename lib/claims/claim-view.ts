import type { NoteView } from "@/lib/notes/note-view";
import type { CitationView } from "@/lib/sources/source-view";
import type { SetAside } from "./claim-vocabulary";
import type { AttributionVerdict, ClaimState, Verdict } from "./verdict-scale";

/** Half-open UTF-16 offsets into the text version, with the words that stand there. */
export type SpanView = { start: number; end: number; quote: string };

/** A claim as the workspace, the HTTP interface and the live events show it. Times are ISO 8601, UTC. */
export type ClaimView = {
  id: string;
  number: number;
  version: number;
  origin: "SPLITTER" | "HAND" | "MODEL";
  wording: string;
  translation: { language: string; wording: string } | null;
  spans: SpanView[];
  repeats: { sentence: number | null; spans: SpanView[] }[];
  /** Index into the sentences of the text version. */
  sentence: number | null;
  speaker: string | null;
  speakerRole: string | null;
  mode: string;
  modality: string;
  kind: string;
  checkWorthiness: number | null;
  reasons: string[];
  /** Why it needs no check; null where it is to be checked. */
  setAside: SetAside | null;
  /** True while `setAside` is as Beleg proposed it and nobody has decided. */
  isSetAsideProposed: boolean;
  state: ClaimState;
  verdict: Verdict | null;
  verdictBy: string | null;
  verdictAt: string | null;
  reason: string;
  attributionVerdict: AttributionVerdict | null;
  assigneeId: string | null;
  isDeleted: boolean;
  /** The restructuring that made this claim; undoing it brings back `madeFrom`. */
  madeBy: string | null;
  /** The claims in whose place this one stands; their history is its own. Empty for what the splitter found. */
  madeFrom: { id: string; number: number }[];
  /** The restructuring that put others in this claim's place; such a claim is deleted and comes back by undoing it. */
  replacedBy: string | null;
  citations: CitationView[];
  notes: NoteView[];
};

/** A claim as one row of the database gives it: its places in a list, own place and repeats together. */
export type ClaimRow = Omit<ClaimView, "translation" | "spans" | "repeats" | "verdictAt"> & {
  translationLanguage: string | null;
  translationWording: string | null;
  verdictAt: Date | null;
  /** Ordered by occurrence (0 is the claim's own place) and position. */
  places: (SpanView & { occurrence: number; sentence: number | null })[];
};

/** Tells the claim's own place from its repeats. */
export function toClaimView({
  places,
  translationLanguage,
  translationWording,
  verdictAt,
  ...row
}: ClaimRow): ClaimView {
  const spans: SpanView[] = [];
  const repeats = new Map<number, { sentence: number | null; spans: SpanView[] }>();
  for (const { occurrence, sentence, ...span } of places) {
    if (occurrence === 0) {
      spans.push(span);
      continue;
    }
    const repeat = repeats.get(occurrence) ?? { sentence, spans: [] };
    repeat.spans.push(span);
    repeats.set(occurrence, repeat);
  }
  return {
    ...row,
    translation:
      translationLanguage !== null && translationWording !== null
        ? { language: translationLanguage, wording: translationWording }
        : null,
    spans,
    repeats: [...repeats.values()],
    verdictAt: verdictAt?.toISOString() ?? null,
  };
}

/** The order of the text, which is the order of the work. */
export function compareByPlace(a: ClaimView, b: ClaimView): number {
  return (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || a.number - b.number;
}
