import type { SourceFields } from "@/lib/sources/schemas";
import type { SourceKind, SourceView } from "@/lib/sources/source-view";
import { SOURCE_KINDS } from "@/lib/sources/source-view";

/** A source as the inputs of its dialog hold it: empty instead of null, a day instead of a moment. */
export type SourceEdit = {
  kind: SourceKind;
  title: string;
  url: string;
  publisher: string;
  author: string;
  publishedAt: string;
  originGroup: string;
  isPrimary: boolean;
  isConfidential: boolean;
};

const TEXTS = ["title", "url", "publisher", "author", "publishedAt", "originGroup"] as const;

export function editOf(source: SourceView): SourceEdit {
  return mergeSaved(
    {
      kind: source.kind,
      title: "",
      url: "",
      publisher: "",
      author: "",
      publishedAt: "",
      originGroup: "",
      isPrimary: false,
      isConfidential: false,
    },
    source,
  );
}

/** The edit with what is saved laid over it; fields that are not named stay. */
export function mergeSaved(edit: SourceEdit, saved: Record<string, unknown>): SourceEdit {
  const texts = TEXTS.filter((name) => name in saved).map((name) => {
    const text = String(saved[name] ?? "");
    return [name, name === "publishedAt" ? text.slice(0, 10) : text];
  });
  const kind = SOURCE_KINDS.find((known) => known === saved.kind);
  return {
    ...edit,
    ...Object.fromEntries(texts),
    ...(kind !== undefined && { kind }),
    ...(typeof saved.isPrimary === "boolean" && { isPrimary: saved.isPrimary }),
    ...(typeof saved.isConfidential === "boolean" && { isConfidential: saved.isConfidential }),
  };
}

/** What was changed, as the server takes it: empty is null. */
export function changedFields(base: SourceEdit, edit: SourceEdit): SourceFields {
  const { title, kind, isPrimary, isConfidential } = edit;
  const optional = (["url", "publisher", "author", "publishedAt", "originGroup"] as const)
    .filter((name) => edit[name].trim() !== base[name].trim())
    .map((name) => [name, edit[name].trim() === "" ? null : edit[name].trim()]);
  return {
    ...(title !== base.title && { title }),
    ...(kind !== base.kind && { kind }),
    ...(isPrimary !== base.isPrimary && { isPrimary }),
    ...(isConfidential !== base.isConfidential && { isConfidential }),
    ...Object.fromEntries(optional),
  };
}
