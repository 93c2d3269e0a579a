import type { Role } from "@/lib/auth/policy";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { Granularity } from "@/lib/claims/claim-vocabulary";
import type { SplitBlock, SplitSentence } from "@/lib/claims/split-claims";
import type { Progress } from "@/lib/claims/verdict-scale";
import type { NoteView } from "@/lib/notes/note-view";

export type MemberOption = { id: string; name: string; role: Role };

export type ArticleHeader = {
  id: string;
  version: number;
  title: string;
  language: string;
  sourceUrl: string | null;
  agency: string | null;
  byline: string | null;
  dateline: string | null;
  copyright: string | null;
  publishedAt: string | null;
  deadline: string | null;
  assigneeId: string | null;
  /** How fine the splitter took the text apart. */
  granularity: Granularity;
  createdAt: string;
};

/** Everything the workspace shows of one article at one moment; `seq` is where its live events go on. */
export type ArticleForReview = ArticleHeader & {
  text: string;
  textVersion: { number: number; sha256: string };
  blocks: SplitBlock[];
  sentences: SplitSentence[];
  claims: ClaimView[];
  /** Notes on the article as a whole. */
  notes: NoteView[];
  progress: Progress;
  members: MemberOption[];
  seq: number;
};

/** Where the work on an article is, derived from its claims. */
export const ARTICLE_STATES = ["OPEN", "IN_PROGRESS", "CHECKED", "SIGNED_OFF"] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** A row of the article list. */
export type ArticleListItem = Pick<
  ArticleHeader,
  "id" | "title" | "agency" | "language" | "deadline" | "assigneeId" | "createdAt"
> & { state: ArticleState; progress: Progress; assigneeName: string | null };

/** What a text says about itself. */
export type TextDescription = Pick<
  ArticleHeader,
  "title" | "language" | "agency" | "byline" | "dateline" | "copyright" | "publishedAt"
>;

/** What an import would bring; nothing of it is stored yet. */
export type ImportPreview = TextDescription & { claimCount: number; repeatedParagraphCount: number };
