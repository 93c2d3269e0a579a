import type { AttachSourceInput, CitationFields, SourceFields } from "@/lib/sources/schemas";
import type { CitationView, SourceKind, SourceView, Stance } from "@/lib/sources/source-view";
import { withScheme } from "./source-link";

/** What stands in the source form; all of it text, as it is kept while it is typed. */
export type SourceDraft = {
  /** A source the desk already has; its own fields are then not sent. */
  sourceId: string | null;
  /** Null until somebody chooses: then it follows from whether there is an address. */
  kind: SourceKind | null;
  title: string;
  url: string;
  publisher: string;
  author: string;
  publishedAt: string;
  isPrimary: boolean;
  isConfidential: boolean;
  stance: Stance;
  locator: string;
  excerpt: string;
  accessedAt: string;
};

export function newSourceDraft({ today, stance }: { today: string; stance: Stance }): SourceDraft {
  return {
    sourceId: null,
    kind: null,
    title: "",
    url: "",
    publisher: "",
    author: "",
    publishedAt: "",
    isPrimary: false,
    isConfidential: false,
    stance,
    locator: "",
    excerpt: "",
    accessedAt: today,
  };
}

export function draftOfSource(
  source: SourceView,
): Omit<SourceDraft, "stance" | "locator" | "excerpt" | "accessedAt"> {
  return {
    sourceId: source.id,
    kind: source.kind,
    title: source.title,
    url: source.url ?? "",
    publisher: source.publisher ?? "",
    author: source.author ?? "",
    publishedAt: dayOf(source.publishedAt),
    isPrimary: source.isPrimary,
    isConfidential: source.isConfidential,
  };
}

export function draftOfCitation(citation: CitationView): SourceDraft {
  return {
    ...draftOfSource(citation.source),
    stance: citation.stance,
    locator: citation.locator ?? "",
    excerpt: citation.excerpt ?? "",
    accessedAt: dayOf(citation.accessedAt),
  };
}

/** What kind of source the form stands for: with an address a web page, without one a document. */
export function kindOf(draft: Pick<SourceDraft, "kind" | "url">): SourceKind {
  return draft.kind ?? (draft.url.trim() === "" ? "DOCUMENT" : "PAGE");
}

/** Whether anything was typed that leaving would lose. */
export function isWorthKeeping(draft: SourceDraft): boolean {
  const { title, url, publisher, author, locator, excerpt, sourceId } = draft;
  return sourceId !== null || [title, url, publisher, author, locator, excerpt].some((text) => text !== "");
}

export function sourceFields(
  draft: SourceDraft,
): Required<Pick<SourceFields, "kind" | "title">> & SourceFields {
  return {
    kind: kindOf(draft),
    title: draft.title,
    url: orNull(withScheme(draft.url)),
    publisher: orNull(draft.publisher),
    author: orNull(draft.author),
    publishedAt: orNull(draft.publishedAt),
    isPrimary: draft.isPrimary,
    isConfidential: draft.isConfidential,
  };
}

export function citationFields(draft: SourceDraft): Required<CitationFields> {
  return {
    stance: draft.stance,
    locator: orNull(draft.locator),
    excerpt: draft.excerpt.trim() === "" ? null : draft.excerpt,
    accessedAt: orNull(draft.accessedAt),
  };
}

export function attachInput(draft: SourceDraft): Omit<AttachSourceInput, "mutationId"> {
  const citation = citationFields(draft);
  return draft.sourceId === null
    ? { ...citation, source: sourceFields(draft) }
    : { ...citation, sourceId: draft.sourceId };
}

/** The fields that differ, so that nothing untouched is written over. */
export function changedFields<Fields extends Record<string, unknown>>(
  before: Fields,
  after: Fields,
): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => value !== before[name]),
  ) as Partial<Fields>;
}

/** A draft as kept in the browser; null where it is not one of ours. */
export function parseSourceDraft(text: string, blank: SourceDraft): SourceDraft | null {
  try {
    const stored = JSON.parse(text) as Partial<SourceDraft>;
    return { ...blank, ...stored };
  } catch {
    return null;
  }
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
const dayOf = (at: string | null) => at?.slice(0, 10) ?? "";
