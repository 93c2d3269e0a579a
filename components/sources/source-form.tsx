"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { asksToSave } from "@/components/claims/claim-text-field";
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
import { ApiError } from "@/lib/http/api-client";
import type { CitationView, SourceView } from "@/lib/sources/source-view";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source-view";
import type { SourceDraft } from "./source-draft";
import {
  attachInput,
  changedFields,
  citationFields,
  draftOfCitation,
  draftOfSource,
  isWorthKeeping,
  kindOf,
  newSourceDraft,
  parseSourceDraft,
  sourceFields,
} from "./source-draft";
import { SourceSuggestions } from "./source-suggestions";

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
  const { store, preferences, announcer } = useTools();
  const { draft: kept, keep, forget } = useDraft({ recordId: citation?.id ?? claimId, field: "source" });
  const form = useRef<HTMLFormElement>(null);
  const [stored] = useState(() =>
    citation
      ? draftOfCitation(citation)
      : newSourceDraft({ today: new Date().toLocaleDateString("sv"), stance: preferences.read().stance }),
  );
  // Opened by a key the form may begin below the edge of the pane.
  useEffect(() => {
    if (form.current) scrollToNearestEdge(form.current);
  }, []);
  const draft = (kept && parseSourceDraft(kept.text, stored)) ?? stored;
  const [isPending, setIsPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** The version a conflict has told of, so that saving again is a decision and no accident. */
  const [knownVersion, setKnownVersion] = useState<number | null>(null);
  const isKnownSource = citation === undefined && draft.sourceId !== null;

  function change(next: Partial<SourceDraft>): void {
    const changed = { ...draft, ...next };
    keep({ text: JSON.stringify(changed), base: null });
    if (next.stance && citation === undefined) preferences.change({ stance: next.stance });
  }

  function leave(): void {
    if (kept) forget(kept.text);
    onDone();
  }

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    setIsPending(true);
    setRefusal(null);
    try {
      if (citation) await saveChanges(citation);
      else await store.attachSource(claimId, attachInput(draft));
      announcer.announce(t(citation ? "saved" : "attached", { title: draft.title }));
      leave();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal({ issues: error.issues, message: messageOf(error) });
      if (error.conflict) setKnownVersion(error.conflict.current.version);
      requestAnimationFrame(() => showFirstError(form.current));
    } finally {
      setIsPending(false);
    }
  }

  function messageOf(error: ApiError): string | null {
    if (error.conflict) {
      const { by, fields } = error.conflict.current;
      const theirs = Object.values(fields).map(String).join(" · ");
      return t("conflict", { name: by ?? t("somebody"), theirs });
    }
    return error.issues.length > 0 ? null : `${errors(`code.${error.code}`)} ${t("kept")}`;
  }

  async function saveChanges(edited: CitationView): Promise<void> {
    const before = draftOfCitation(edited);
    const ofSource = changedFields(sourceFields(before), sourceFields(draft));
    const ofCitation = changedFields(citationFields(before), citationFields(draft));
    if (Object.keys(ofSource).length > 0) {
      await store.updateSource(edited.source.id, {
        version: knownVersion ?? edited.source.version,
        ...ofSource,
      });
    }
    if (Object.keys(ofCitation).length > 0) {
      const version = Object.keys(ofSource).length > 0 ? edited.version : (knownVersion ?? edited.version);
      await store.updateCitation(claimId, edited.id, { version, ...ofCitation });
    }
  }

  function errorOf(field: keyof SourceDraft): string | undefined {
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
        if (event.key === "Escape" && !isWorthKeeping(draft)) onDone();
      }}
    >
      <SegmentedControl
        legend={t("stance")}
        name={`stance-${citation?.id ?? claimId}`}
        value={draft.stance}
        onValueChange={(stance) => change({ stance })}
        options={STANCES.map((value) => ({ value, label: vocabulary(`stance.${value}`) }))}
      />
      {isKnownSource ? (
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 font-medium">{draft.title}</span>
          {draft.publisher === "" ? null : <span className="text-ink-soft">{draft.publisher}</span>}
          <Button size="sm" onClick={() => change({ ...stored, stance: draft.stance, title: "", url: "" })}>
            {t("chooseOther")}
          </Button>
        </p>
      ) : (
        <SourceFields
          draft={draft}
          change={change}
          errorOf={errorOf}
          isNew={citation === undefined}
          onPick={(source) => change(draftOfSource(source))}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("locator")} error={errorOf("locator")}>
          <TextInput
            value={draft.locator}
            placeholder={t("locatorPlaceholder")}
            onChange={(event) => change({ locator: event.target.value })}
          />
        </Field>
        <Field label={t("accessedAt")} error={errorOf("accessedAt")}>
          <TextInput
            type="date"
            value={draft.accessedAt}
            onChange={(event) => change({ accessedAt: event.target.value })}
          />
        </Field>
      </div>
      <Field label={t("excerpt")} description={t("excerptHint")} error={errorOf("excerpt")}>
        <TextArea
          value={draft.excerpt}
          className="font-serif"
          onChange={(event) => change({ excerpt: event.target.value })}
        />
      </Field>
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
          {isWorthKeeping(draft) && kept ? t("discard") : t("cancel")}
        </Button>
        <span className="ml-auto text-ink-faint text-xs">
          <KeyHint command="save" />
        </span>
      </div>
    </form>
  );
}

/** Leads to the first field that was not accepted, with its message in view. */
function showFirstError(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>("[aria-invalid]");
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}

/** What a source is, wherever it is used. */
function SourceFields({
  draft,
  change,
  errorOf,
  isNew,
  onPick,
}: {
  draft: SourceDraft;
  change: (next: Partial<SourceDraft>) => void;
  errorOf: (field: keyof SourceDraft) => string | undefined;
  isNew: boolean;
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
          value={draft.url}
          onChange={(event) => change({ url: event.target.value })}
        />
      </Field>
      <Field label={t("title")} isRequired error={errorOf("title")}>
        <TextInput
          autoComplete="off"
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      {isNew ? <SourceSuggestions query={draft.title || draft.url} onPick={onPick} /> : null}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("kind")}>
          <Select
            value={kindOf(draft)}
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
            value={draft.publisher}
            onChange={(event) => change({ publisher: event.target.value })}
          />
        </Field>
        <Field label={t("author")} error={errorOf("author")}>
          <TextInput value={draft.author} onChange={(event) => change({ author: event.target.value })} />
        </Field>
        <Field label={t("publishedAt")} error={errorOf("publishedAt")}>
          <TextInput
            type="date"
            value={draft.publishedAt}
            onChange={(event) => change({ publishedAt: event.target.value })}
          />
        </Field>
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Checkbox
          label={t("isPrimary")}
          checked={draft.isPrimary}
          onChange={(event) => change({ isPrimary: event.target.checked })}
        />
        <Checkbox
          label={t("isConfidential")}
          checked={draft.isConfidential}
          onChange={(event) => change({ isConfidential: event.target.checked })}
        />
      </div>
    </>
  );
}
