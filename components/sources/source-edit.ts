import type { Edited, FieldEdit } from "@/components/drafts/field-edit";
import { changedIn, isChanged, parseEdit, shownFields, typeInto } from "@/components/drafts/field-edit";
import { isConfidentialUnlessSaid } from "@/lib/sources/confidentiality";
import type { AttachSourceInput, CitationFields, NewSource, SourceFields } from "@/lib/sources/schemas";
import type { CitationView, SourceKind, SourceView, Stance } from "@/lib/sources/source-view";
import { withScheme } from "./source-link";

/** A source as inputs hold it: empty instead of null, a day instead of a moment. */
export type SourceInputs = {
  /** Null until somebody chooses: then it follows from whether there is an address. */
  kind: SourceKind | null;
  title: string;
  url: string;
  publisher: string;
  author: string;
  publishedAt: string;
  originGroup: string;
  isPrimary: boolean;
  /** Null until somebody chooses: then it follows from the kind. */
  isConfidential: boolean | null;
};

/** What a source does to a claim, as inputs hold it. */
export type CitationInputs = { stance: Stance; locator: string; excerpt: string; accessedAt: string };

/** What stands behind the inputs of a source attached to a claim, or about to be. */
export type CitedSource = { source: Edited<SourceInputs>; citation: Edited<CitationInputs> };

/** What is being typed about a source and what it does to a claim; kept as it is typed. */
export type CitedSourceEdit = {
  /** A source that the desk has, picked to be attached; what is typed about another is then not sent. */
  known: Pick<SourceView, "id" | "title" | "publisher"> | null;
  source: FieldEdit<SourceInputs>;
  citation: FieldEdit<CitationInputs>;
};

export function newCitedSource({ today, stance }: { today: string; stance: Stance }): CitedSource {
  return {
    source: {
      version: 0,
      fields: {
        kind: null,
        title: "",
        url: "",
        publisher: "",
        author: "",
        publishedAt: "",
        originGroup: "",
        isPrimary: false,
        isConfidential: null,
      },
    },
    citation: { version: 0, fields: { stance, locator: "", excerpt: "", accessedAt: today } },
  };
}

export function editedSource(source: SourceView): Edited<SourceInputs> {
  const { version, kind, title, isPrimary, isConfidential } = source;
  return {
    version,
    fields: {
      kind,
      title,
      url: source.url ?? "",
      publisher: source.publisher ?? "",
      author: source.author ?? "",
      publishedAt: dayOf(source.publishedAt),
      originGroup: source.originGroup ?? "",
      isPrimary,
      isConfidential,
    },
  };
}

export function citedSource({
  version,
  stance,
  locator,
  excerpt,
  accessedAt,
  source,
}: CitationView): CitedSource {
  return {
    source: editedSource(source),
    citation: {
      version,
      fields: {
        stance,
        locator: locator ?? "",
        excerpt: excerpt ?? "",
        accessedAt: dayOf(accessedAt),
      },
    },
  };
}

/** Fields as the server names them in a conflict, as inputs hold them. */
export function inputsOf(stored: Readonly<Record<string, unknown>>): Partial<SourceInputs & CitationInputs> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [
      name,
      name === "publishedAt" || name === "accessedAt" ? String(value ?? "").slice(0, 10) : (value ?? ""),
    ]),
  );
}

/** What kind of source the inputs stand for: with an address a web page, without one a document. */
export function kindOf({ kind, url }: Pick<SourceInputs, "kind" | "url">): SourceKind {
  return kind ?? (url.trim() === "" ? "DOCUMENT" : "PAGE");
}

/** Whether the source is protected as the inputs stand: what somebody chose, else what its kind asks for. */
export function isProtected(inputs: SourceInputs): boolean {
  return inputs.isConfidential ?? isConfidentialUnlessSaid(kindOf(inputs));
}

/** Types into a source. One that becomes a person is protected again, whatever was ticked for the page it was. */
export function typeIntoSource(
  edit: FieldEdit<SourceInputs>,
  record: Edited<SourceInputs>,
  next: Partial<SourceInputs>,
): FieldEdit<SourceInputs> {
  const before = kindOf(shownFields(record.fields, edit));
  const becomesPerson = next.kind && isConfidentialUnlessSaid(next.kind) && !isConfidentialUnlessSaid(before);
  const isConfidential = record.fields.isConfidential === null ? null : true;
  return typeInto(edit, record, becomesPerson ? { isConfidential, ...next } : next);
}

/** What an edit of a source changes. With its kind goes what was said about confidentiality, also where it stays. */
export function changesOfSource(edit: FieldEdit<SourceInputs>): Partial<SourceInputs> {
  const changes = changedIn(edit);
  const { isConfidential } = edit.typed;
  return changes.kind && isConfidential !== undefined ? { ...changes, isConfidential } : changes;
}

/** The fields of a source that are given, as the server takes them; what nobody has chosen is left to it. */
export function sourceFields(inputs: Partial<SourceInputs>): SourceFields {
  const { title, kind, isPrimary, isConfidential, url, publisher, author, publishedAt, originGroup } = inputs;
  return {
    ...(title !== undefined && { title }),
    ...(kind && { kind }),
    ...(isPrimary !== undefined && { isPrimary }),
    ...(typeof isConfidential === "boolean" && { isConfidential }),
    ...(url !== undefined && { url: orNull(withScheme(url)) }),
    ...(publisher !== undefined && { publisher: orNull(publisher) }),
    ...(author !== undefined && { author: orNull(author) }),
    ...(publishedAt !== undefined && { publishedAt: orNull(publishedAt) }),
    ...(originGroup !== undefined && { originGroup: orNull(originGroup) }),
  };
}

/** The fields of a citation that are given, as the server takes them; an excerpt stays verbatim. */
export function citationFields({
  stance,
  locator,
  excerpt,
  accessedAt,
}: Partial<CitationInputs>): CitationFields {
  return {
    ...(stance !== undefined && { stance }),
    ...(locator !== undefined && { locator: orNull(locator) }),
    ...(excerpt !== undefined && { excerpt: excerpt.trim() === "" ? null : excerpt }),
    ...(accessedAt !== undefined && { accessedAt: orNull(accessedAt) }),
  };
}

export function attachInput(
  record: CitedSource,
  edit: CitedSourceEdit,
): Omit<AttachSourceInput, "mutationId"> {
  const cited = shownFields(record.citation.fields, edit.citation);
  const citation = { ...citationFields(cited), stance: cited.stance };
  if (edit.known !== null) return { ...citation, sourceId: edit.known.id };
  const inputs = shownFields(record.source.fields, edit.source);
  const source: NewSource = { ...sourceFields(inputs), kind: kindOf(inputs), title: inputs.title };
  return { ...citation, source };
}

/** Whether anything was typed that leaving would lose. */
export function isWorthKeeping({ known, source, citation }: CitedSourceEdit): boolean {
  return known !== null || isChanged(source) || isChanged(citation);
}

/** An edit as kept in the browser; an empty one where there is none or it is damaged. */
export function parseCitedSourceEdit(text: string): CitedSourceEdit {
  const kept = parseJson(text) as Partial<CitedSourceEdit> | null;
  return {
    known: kept?.known ?? null,
    source: parseEdit(kept?.source),
    citation: parseEdit(kept?.citation),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
const dayOf = (at: string | null) => at?.slice(0, 10) ?? "";
