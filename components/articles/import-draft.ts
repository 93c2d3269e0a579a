import type { TextDescription } from "@/lib/articles/article-views";
import type { ImportArticleInput } from "@/lib/articles/schemas";

/** What a text says about itself and a person may correct. */
export const DETAILS = [
  "title",
  "language",
  "agency",
  "byline",
  "dateline",
  "publishedAt",
  "copyright",
] as const satisfies readonly (keyof TextDescription)[];
export type Detail = (typeof DETAILS)[number];

/** Everything typed into the import form, as its inputs hold it. */
export type ImportDraft = {
  text: string;
  /** Only what a person set; the rest is taken from the text. */
  corrections: Partial<Record<Detail, string>>;
  /** Local time as a datetime-local input writes it, or empty. */
  deadline: string;
  sourceUrl: string;
  /** One claim a sentence instead of single statements. */
  keepsSentences: boolean;
};

export const EMPTY_DRAFT: ImportDraft = {
  text: "",
  corrections: {},
  deadline: "",
  sourceUrl: "",
  keepsSentences: false,
};

export function isEmptyDraft(draft: ImportDraft): boolean {
  return (
    draft.text === "" &&
    draft.deadline === "" &&
    draft.sourceUrl === "" &&
    !draft.keepsSentences &&
    Object.keys(draft.corrections).length === 0
  );
}

/** A stored draft, or null for what is none. */
export function parseImportDraft(stored: string): ImportDraft | null {
  try {
    const draft = JSON.parse(stored) as Partial<ImportDraft> | null;
    if (typeof draft?.text !== "string") return null;
    return { ...EMPTY_DRAFT, ...draft };
  } catch {
    return null;
  }
}

/** What an input shows for a detail: the correction, else what the text says. */
export function shownDetail(
  detail: Detail,
  { draft, preview }: { draft: ImportDraft; preview: TextDescription | null },
): string {
  const corrected = draft.corrections[detail];
  if (corrected !== undefined) return corrected;
  const detected = preview?.[detail] ?? "";
  return detail === "publishedAt" ? detected.slice(0, 10) : detected;
}

/** The draft as the server takes it; what nobody touched is left to the server to read from the text. */
export function toImportInput(draft: ImportDraft): Omit<ImportArticleInput, "mutationId"> {
  const { title, language, publishedAt, ...lines } = draft.corrections;
  return {
    text: draft.text,
    ...(title?.trim() && { title }),
    ...(language && { language }),
    ...(publishedAt !== undefined && { publishedAt: publishedAt === "" ? null : publishedAt }),
    ...lines,
    ...(draft.deadline !== "" && { deadline: new Date(draft.deadline).toISOString() }),
    ...(draft.sourceUrl.trim() !== "" && { sourceUrl: draft.sourceUrl.trim() }),
    ...(draft.keepsSentences && { granularity: "SENTENCE" }),
  };
}

/** Words as a desk counts them: what stands between white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
