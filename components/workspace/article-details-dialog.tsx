"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useState } from "react";
import type { FieldEdit } from "@/components/drafts/field-edit";
import {
  changedIn,
  findConflicts,
  isChanged,
  settle,
  shownFields,
  typeInto,
  typeOver,
} from "@/components/drafts/field-edit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { can } from "@/lib/auth/policy";
import type { Issue } from "@/lib/errors";
import type { Conflict } from "@/lib/http/api-client";
import { ApiError } from "@/lib/http/api-client";
import type { ArticleDetails } from "./article-details-draft";
import { articleFields, detailsOf, parseDetailsEdit, storedDetails } from "./article-details-draft";
import { useRuleWords } from "./rule-words";
import { useDraft, useTools, useWorkspace } from "./workspace-context";

const LANGUAGES = ["de", "en", "fr", "es", "it", "nl", "pl"] as const;

/** What is said about the article beside its text, for whoever may change it. */
export function ArticleDetailsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("workspace.details");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const wordOfRule = useRuleWords();
  const vocabulary = useTranslations("vocabulary.language");
  const { store, drafts, announcer } = useTools();
  const header = useWorkspace((state) => state.header);
  const members = useWorkspace((state) => state.members);
  const place = { recordId: header.id, field: "details" };
  const { draft, keep, forget } = useDraft(place);
  const record = { version: header.version, fields: detailsOf(header) };
  const edit = parseDetailsEdit(draft?.text ?? "");
  const fields = shownFields(record.fields, edit);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  const readText = (): string => drafts.read(place)?.text ?? "";

  function keepEdit(next: FieldEdit<ArticleDetails>): void {
    keep({ text: JSON.stringify(next), base: null });
  }

  const change = (next: Partial<ArticleDetails>): void => keepEdit(typeInto(edit, record, next));

  function leave(): void {
    forget(readText());
    onClose();
  }

  async function submit(): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    setIssues([]);
    setProblem(null);
    try {
      await save();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setIssues(error.issues);
      if (error.issues.length === 0) setProblem(errors(`code.${error.code}`));
    } finally {
      setIsPending(false);
    }
  }

  async function save(): Promise<void> {
    const text = readText();
    const sent = parseDetailsEdit(text);
    const changes = changedIn(sent);
    if (isChanged(sent)) {
      try {
        const version = sent.version ?? header.version;
        const saved = await store.updateArticle({ version, ...articleFields(changes) });
        const now = parseDetailsEdit(readText());
        forget(text);
        keepEdit(settle(now, changes, { version: saved.version, fields: detailsOf(saved) }));
      } catch (error) {
        if (!(error instanceof ApiError && error.conflict)) throw error;
        return await meet(error.conflict.current);
      }
    }
    announcer.announce(t("saved"));
    if (!isChanged(parseDetailsEdit(readText()))) leave();
  }

  /** Somebody was faster: says what is stored now; where both have typed the same, there is nothing to decide. */
  async function meet({ version, fields: stored, by }: Conflict["current"]): Promise<void> {
    const now = parseDetailsEdit(readText());
    const theirs = storedDetails(stored);
    const names = findConflicts(now, theirs);
    keepEdit(typeOver(now, { version, fields: theirs }));
    if (names.length === 0) return await save();
    const list = names.map((name) => `${t(name)}: ${shownDetail(name, theirs[name])}`).join(" · ");
    setProblem(t("conflict", { name: by ?? t("somebody"), theirs: list }));
  }

  function shownDetail(name: keyof ArticleDetails, value = ""): string {
    if (name === "assigneeId") return members.find(({ id }) => id === value)?.name ?? t("nobody");
    return value === "" ? t("empty") : value;
  }

  function input(
    name: keyof ArticleDetails,
    props: ComponentProps<typeof TextInput> & { isRequired?: boolean } = {},
  ) {
    const { isRequired, ...rest } = props;
    const issue = issues.find(({ path }) => path === name);
    return (
      <Field label={t(name)} isRequired={isRequired} error={issue && wordOfRule(issue.rule)}>
        <TextInput
          value={fields[name]}
          onChange={(event) => change({ [name]: event.target.value })}
          {...rest}
        />
      </Field>
    );
  }

  const languages = LANGUAGES.some((language) => language === fields.language)
    ? LANGUAGES
    : [fields.language, ...LANGUAGES];
  return (
    <Dialog
      isOpen
      onOpenChange={(next) => !next && onClose()}
      title={t("dialogTitle")}
      isSticky
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={leave}>{draft ? common("discard") : common("cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="sm:col-span-2">{input("title", { isRequired: true })}</div>
        <Field label={t("language")}>
          <Select value={fields.language} onChange={(event) => change({ language: event.target.value })}>
            {languages.map((language) => (
              <option key={language} value={language}>
                {vocabulary.has(language as Parameters<typeof vocabulary>[0])
                  ? vocabulary(language as Parameters<typeof vocabulary>[0])
                  : language}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("assigneeId")}>
          <Select value={fields.assigneeId} onChange={(event) => change({ assigneeId: event.target.value })}>
            <option value="">{t("nobody")}</option>
            {members
              .filter((member) => can(member, "article.edit") || member.id === fields.assigneeId)
              .map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
          </Select>
        </Field>
        {input("agency")}
        {input("byline")}
        {input("dateline")}
        {input("copyright")}
        {input("publishedAt", { type: "date" })}
        {input("deadline", { type: "datetime-local" })}
        <div className="sm:col-span-2">{input("sourceUrl", { inputMode: "url" })}</div>
      </div>
      {problem === null ? null : (
        <p role="alert" className="mt-3 text-danger-ink text-sm">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
