import type { ArticleForReview } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import { progressOf } from "@/lib/claims/verdict-scale";
import type { NoteView } from "@/lib/notes/note-view";
import type { CitationView } from "@/lib/sources/source-view";

/** A claim for tests of the browser's part; `start` places it in the text. */
export function buildClaim({
  start = 0,
  ...fields
}: Partial<ClaimView> & { start?: number } = {}): ClaimView {
  return {
    id: "a",
    number: 1,
    version: 1,
    origin: "SPLITTER",
    wording: "The council voted",
    translation: null,
    spans: [{ start, end: start + 5, quote: "quote" }],
    repeats: [],
    sentence: 0,
    speaker: null,
    speakerRole: null,
    mode: "author",
    modality: "asserted",
    kind: "event",
    checkWorthiness: 0.5,
    reasons: [],
    setAside: null,
    isSetAsideProposed: true,
    state: "OPEN",
    verdict: null,
    verdictBy: null,
    verdictAt: null,
    reason: "",
    attributionVerdict: null,
    assigneeId: null,
    isDeleted: false,
    madeBy: null,
    madeFrom: [],
    replacedBy: null,
    citations: [],
    notes: [],
    ...fields,
  };
}

export function buildCitation(id: string): CitationView {
  return {
    id,
    version: 1,
    stance: "SUPPORTS",
    locator: null,
    excerpt: null,
    accessedAt: null,
    source: {
      id: `source-${id}`,
      version: 1,
      kind: "PAGE",
      title: "Minutes of the council",
      url: "https://council.example/minutes",
      publisher: null,
      author: null,
      publishedAt: null,
      isPrimary: true,
      isConfidential: false,
      originGroup: null,
    },
  };
}

export function buildNote(fields: Partial<NoteView>): NoteView {
  return {
    id: "n",
    version: 1,
    claimId: null,
    parentId: null,
    body: "Who said so?",
    visibility: "INTERNAL",
    authorId: "user",
    authorName: "Jana Roth",
    createdAt: "2026-03-14T12:00:00.000Z",
    resolvedAt: null,
    resolvedByName: null,
    ...fields,
  };
}

export function buildArticle(claims: ClaimView[]): ArticleForReview {
  return {
    id: "article",
    version: 1,
    title: "Council votes for cycle path",
    language: "en",
    sourceUrl: null,
    agency: null,
    byline: null,
    dateline: null,
    copyright: null,
    publishedAt: null,
    deadline: null,
    assigneeId: null,
    granularity: "STATEMENT",
    createdAt: "2026-03-14T12:00:00.000Z",
    text: "The council voted. The path will cost money.",
    textVersion: { number: 1, sha256: "0".repeat(64) },
    blocks: [{ kind: "paragraph", start: 0, end: 44, repeatOf: null }],
    sentences: [],
    claims,
    notes: [],
    progress: progressOf(claims),
    members: [],
    seq: 1,
  };
}
