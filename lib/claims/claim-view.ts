import type { NoteView } from "@/lib/notes/note-view";
import type { CitationView } from "@/lib/sources/source-view";
import type { AttributionVerdict, ClaimState, Verdict } from "./verdict-scale";

/** Half-open UTF-16 offsets into the text version, with the words that stand there. */
export type SpanView = { start: number; end: number; quote: string };

/** A claim as the workspace, the HTTP interface and the live events show it. Times are ISO 8601, UTC. */
export type ClaimView = {
  id: string;
  number: number;
  version: number;
  origin: "SPLITTER" | "HAND";
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
  state: ClaimState;
  verdict: Verdict | null;
  verdictBy: string | null;
  verdictAt: string | null;
  reason: string;
  attributionVerdict: AttributionVerdict | null;
  assigneeId: string | null;
  isDeleted: boolean;
  citations: CitationView[];
  notes: NoteView[];
};
