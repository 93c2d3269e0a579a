"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { asksToSave } from "@/components/claims/claim-text-field";
import type { FieldEdit } from "@/components/drafts/field-edit";
import {
  changedIn,
  emptyEdit,
  findConflicts,
  giveWay,
  isChanged,
  settle,
  shownFields,
  typedSince,
  typeInto,
  typeOver,
} from "@/components/drafts/field-edit";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { KeyHint } from "@/components/workspace/key-hint";
import { scrollToNearestEdge } from "@/components/workspace/nearest-edge";
import { useRuleWords } from "@/components/workspace/rule-words";
import { useDraft, useTools } from "@/components/workspace/workspace-context";
import type { Issue } from "@/lib/errors";
import type { Conflict } from "@/lib/http/api-client";
import { ApiError } from "@/lib/http/api-client";
import type { CitationView, SourceView } from "@/lib/sources/source-view";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source-view";
import type { MetConflict } from "./source-conflict";
import { SourceConflict } from "./source-conflict";
import type { CitationInputs, CitedSourceEdit, SourceInputs } from "./source-edit";
import {
  attachInput,
  changesOfSource,
  citationFields,
  citedSource,
  editedSource,
  inputsOf,
  isProtected,
  isWorthKeeping,
  kindOf,
  newCitedSource,
  parseCitedSourceEdit,
  sourceFields,
  typeIntoSource,
} from "./source-edit";
import { SourceSuggestions } from "./source-suggestions";

/** The fields that show by themselves what is wrong with them. */
const INPUTS = [
  "url",
  "title",
  "kind",
  "publisher",
  "author",
  "publishedAt",
  "locator",
  "accessedAt",
  "excerpt",
];

type Refusal = { issues: readonly Issue[]; message: string | null };

/** Adds a source to a claim, or edits one that is attached. What is typed is kept until the server has taken it. */
export function SourceForm({
  claimId,
  citation,
  onDone,
}: {
  claimId: string;
  citation?: CitationView;
  onDone: () => void;
}) {
  const t = useTranslations("sources.form");
  const errors = useTranslations("errors");
  const vocabulary = useTranslations("vocabulary");
  const wordOfRule = useRuleWords();
  const { store, drafts, preferences, announcer } = useTools();
  const place = { recordId: citation?.id ?? claimId, field: "source" };
  const { draft: kept, forget } = useDraft(place);
  const form = useRef<HTMLFormElement>(null);
  const [blank] = useState(() =>
    newCitedSource({
      today: new Date().toLocaleDateString("sv"),
      stance: preferences.read().stance,
    }),
  );
  // Opened by a key the form may begin below the edge of the pane.
  useEffect(() => {
    if (form.current) scrollToNearestEdge(form.current);
  }, []);
  const record = citation ? citedSource(citation) : blank;
  const edit = parseCitedSourceEdit(kept?.text ?? "");
  const source = shownFields(record.source.fields, edit.source);
  const cited = shownFields(record.citation.fields, edit.citation);
  const [isPending, setIsPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [conflict, setConflict] = useState<MetConflict | null>(null);

  const readText = (): string => drafts.read(place)?.text ?? "";
  /** The edit as it is by now, for answers that come later. */
  const readEdit = (): CitedSourceEdit => parseCitedSourceEdit(readText());

  function keep(next: CitedSourceEdit, at = place): void {
    drafts.write(at, { text: JSON.stringify(next), base: null });
  }

  function change(next: Partial<SourceInputs>): void {
    keep({ ...edit, source: typeIntoSource(edit.source, record.source, next) });
  }

  function changeCitation(next: Partial<CitationInputs>): void {
    keep({ ...edit, citation: typeInto(edit.citation, record.citation, next) });
    if (next.stance && citation === undefined) preferences.change({ stance: next.stance });
  }

  function leave(): void {
    if (kept) forget(kept.text);
    onDone();
  }

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (isPending) return;
    setIsPending(true);
    setRefusal(null);
    setConflict(null);
    try {
      if (citation) await saveChanges(citation);
      else await attach();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal({ issues: error.issues, message: messageOf(error) });
      requestAnimationFrame(() => showFirstError(form.current));
    } finally {
      setIsPending(false);
    }
  }

  function messageOf(error: ApiError): string | null {
    if (error.issues.length === 0) return `${errors(`code.${error.code}`)} ${t("kept")}`;
    const elsewhere = error.issues.find(({ path }) => !INPUTS.includes(path.replace("source.", "")));
    return elsewhere ? wordOfRule(elsewhere.rule) : null;
  }

  /** What was typed while the answer was awaited becomes an edit of what is attached now. */
  async function attach(): Promise<void> {
    const attached = await store.attachSource(claimId, attachInput(record, edit));
    announcer.announce(t("attached", { title: attached.source.title }));
    const now = readEdit();
    if (!drafts.clear(place, kept?.text ?? "")) {
      if (now.known?.id !== edit.known?.id) return;
      const stored = citedSource(attached);
      const since: CitedSourceEdit = {
        known: null,
        source: typeIntoSource(emptyEdit(), stored.source, typedSince(edit.source, now.source)),
        citation: typeInto(emptyEdit(), stored.citation, typedSince(edit.citation, now.citation)),
      };
      drafts.clear(place, readText());
      if (isWorthKeeping(since)) keep(since, { recordId: attached.id, field: "source" });
    }
    onDone();
  }

  /** Source and citation are two records: each is sent by itself, against the version it was typed over. */
  async function saveChanges(edited: CitationView): Promise<void> {
    const ofSource = readEdit().source;
    const textOfSource = readText();
    if (isChanged(ofSource)) {
      const changes = changesOfSource(ofSource);
      const version = ofSource.version ?? edited.source.version;
      const saved = await meetingConflicts("source", () =>
        store.updateSource(edited.source.id, { version, ...sourceFields(changes) }),
      );
      if (saved === "conflict") return;
      if (saved === "again") return await saveChanges(edited);
      settleDraft(textOfSource, (now) => ({
        ...now,
        source: settle(now.source, changes, editedSource(saved)),
      }));
    }
    const ofCitation = readEdit().citation;
    const textOfCitation = readText();
    if (isChanged(ofCitation)) {
      const changes = changedIn(ofCitation);
      const version = ofCitation.version ?? edited.version;
      const saved = await meetingConflicts("citation", () =>
        store.updateCitation(claimId, edited.id, { version, ...citationFields(changes) }),
      );
      if (saved === "conflict") return;
      if (saved === "again") return await saveChanges(edited);
      settleDraft(textOfCitation, (now) => ({
        ...now,
        citation: settle(now.citation, changes, citedSource(saved).citation),
      }));
    }
    announcer.announce(t("saved", { title: shownFields(record.source.fields, edit.source).title }));
    const rest = readEdit();
    if (isWorthKeeping(rest)) return;
    drafts.clear(place, readText());
    onDone();
  }

  /** Leaves in the draft what was not saved, and forgets what was, also where another tab kept it. */
  function settleDraft(sent: string, settled: (now: CitedSourceEdit) => CitedSourceEdit): void {
    const now = readEdit();
    drafts.clear(place, sent);
    keep(settled(now));
  }

  /** A write that somebody was faster than: shows both, or goes again where both have typed the same. */
  async function meetingConflicts<Result>(
    part: "source" | "citation",
    write: () => Promise<Result>,
  ): Promise<Result | "conflict" | "again"> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof ApiError && error.conflict)) throw error;
      const { current } = error.conflict;
      const now = readEdit();
      const met = part === "source" ? meet(now.source, current) : meet(now.citation, current);
      keep({ ...now, [part]: met.edit });
      if (met.fields.length === 0) return "again";
      setConflict({ by: current.by, fields: met.fields });
      return "conflict";
    }
  }

  function takeTheirs({ fields }: MetConflict): void {
    const theirs = Object.fromEntries(fields.map(({ name, theirs: value }) => [name, value]));
    const isOfSource = fields.some(({ name }) => name in edit.source.typed);
    keep(
      isOfSource
        ? { ...edit, source: giveWay(edit.source, theirs) }
        : { ...edit, citation: giveWay(edit.citation, theirs) },
    );
    setConflict(null);
  }

  function errorOf(field: keyof SourceInputs | keyof CitationInputs): string | undefined {
    const issue = refusal?.issues.find(({ path }) => path === field || path === `source.${field}`);
    return issue && wordOfRule(issue.rule);
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label={citation ? t("editTitle") : t("addTitle")}
      className="flex flex-col gap-3 border-line border-y py-3"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (asksToSave(event)) void submit();
        if (event.key === "Escape" && !isWorthKeeping(edit)) onDone();
      }}
    >
      <SegmentedControl
        legend={t("stance")}
        name={`stance-${citation?.id ?? claimId}`}
        value={cited.stance}
        onValueChange={(stance) => changeCitation({ stance })}
        options={STANCES.map((value) => ({ value, label: vocabulary(`stance.${value}`) }))}
      />
      {edit.known ? (
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 font-medium">{edit.known.title}</span>
          {edit.known.publisher ? <span className="text-ink-soft">{edit.known.publisher}</span> : null}
          <Button size="sm" onClick={() => keep({ ...edit, known: null })}>
            {t("chooseOther")}
          </Button>
        </p>
      ) : (
        <SourceFields
          source={source}
          change={change}
          errorOf={errorOf}
          isNew={citation === undefined}
          isAddressKnown={refusal?.issues.some(({ rule }) => rule === "known") ?? false}
          onPick={({ id, title, publisher }) => keep({ ...edit, known: { id, title, publisher } })}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("locator")} error={errorOf("locator")}>
          <TextInput
            value={cited.locator}
            placeholder={t("locatorPlaceholder")}
            onChange={(event) => changeCitation({ locator: event.target.value })}
          />
        </Field>
        <Field label={t("accessedAt")} error={errorOf("accessedAt")}>
          <TextInput
            type="date"
            value={cited.accessedAt}
            onChange={(event) => changeCitation({ accessedAt: event.target.value })}
          />
        </Field>
      </div>
      <Field label={t("excerpt")} description={t("excerptHint")} error={errorOf("excerpt")}>
        <TextArea
          value={cited.excerpt}
          className="font-serif"
          onChange={(event) => changeCitation({ excerpt: event.target.value })}
        />
      </Field>
      {conflict === null ? null : (
        <SourceConflict conflict={conflict} onTakeTheirs={() => takeTheirs(conflict)} />
      )}
      {refusal?.message ? (
        <p role="alert" className="text-danger-ink text-sm">
          {refusal.message}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" size="sm" isPending={isPending}>
          {citation ? t("save") : t("attach")}
        </Button>
        <Button size="sm" onClick={leave}>
          {isWorthKeeping(edit) ? t("discard") : t("cancel")}
        </Button>
        <span className="ml-auto text-ink-faint text-xs">
          <KeyHint command="save" />
        </span>
      </div>
    </form>
  );
}

/** Lays what is stored now under an edit, and names the fields in which the two differ. */
function meet<Fields extends SourceInputs | CitationInputs>(
  edit: FieldEdit<Fields>,
  { version, fields }: Conflict["current"],
): { edit: FieldEdit<Fields>; fields: MetConflict["fields"] } {
  const theirs = inputsOf(fields) as Partial<Fields>;
  const names = findConflicts(edit, theirs);
  return {
    edit: typeOver(edit, { version, fields: theirs }),
    fields: names.map((name) => ({ name, theirs: theirs[name], yours: edit.typed[name] })),
  };
}

/** Leads to the first field that was not accepted, with its message in view. */
function showFirstError(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>("[aria-invalid]");
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}

/** What a source is, wherever it is used. */
function SourceFields({
  source,
  change,
  errorOf,
  isNew,
  isAddressKnown,
  onPick,
}: {
  source: SourceInputs;
  change: (next: Partial<SourceInputs>) => void;
  errorOf: (field: keyof SourceInputs) => string | undefined;
  isNew: boolean;
  /** The desk has a source with this address, under another name perhaps. */
  isAddressKnown: boolean;
  onPick: (source: SourceView) => void;
}) {
  const t = useTranslations("sources.form");
  const vocabulary = useTranslations("vocabulary.sourceKind");
  return (
    <>
      <Field label={t("url")} hint={t("urlHint")} error={errorOf("url")}>
        <TextInput
          inputMode="url"
          autoComplete="off"
          autoFocus={isNew}
          value={source.url}
          onChange={(event) => change({ url: event.target.value })}
        />
      </Field>
      <Field label={t("title")} isRequired error={errorOf("title")}>
        <TextInput
          autoComplete="off"
          value={source.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      {isNew ? (
        <SourceSuggestions query={isAddressKnown ? source.url : source.title || source.url} onPick={onPick} />
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("kind")} error={errorOf("kind")}>
          <Select
            value={kindOf(source)}
            onChange={(event) => {
              const kind = SOURCE_KINDS.find((known) => known === event.target.value);
              if (kind) change({ kind });
            }}
          >
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {vocabulary(kind)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("publisher")} error={errorOf("publisher")}>
          <TextInput
            value={source.publisher}
            onChange={(event) => change({ publisher: event.target.value })}
          />
        </Field>
        <Field label={t("author")} error={errorOf("author")}>
          <TextInput value={source.author} onChange={(event) => change({ author: event.target.value })} />
        </Field>
        <Field label={t("publishedAt")} error={errorOf("publishedAt")}>
          <TextInput
            type="date"
            value={source.publishedAt}
            onChange={(event) => change({ publishedAt: event.target.value })}
          />
        </Field>
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Checkbox
          label={t("isPrimary")}
          checked={source.isPrimary}
          onChange={(event) => change({ isPrimary: event.target.checked })}
        />
        <Checkbox
          label={t("isConfidential")}
          description={t("isConfidentialHint")}
          checked={isProtected(source)}
          onChange={(event) => change({ isConfidential: event.target.checked })}
        />
      </div>
    </>
  );
}
