"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { can } from "@/lib/auth/policy";
import type { Issue } from "@/lib/errors";
import { ApiError } from "@/lib/http/api-client";
import type { ArticleDetails } from "./article-details-draft";
import { changedDetails, detailsOf } from "./article-details-draft";
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
  const { store, announcer } = useTools();
  const header = useWorkspace((state) => state.header);
  const members = useWorkspace((state) => state.members);
  const { draft, keep, forget } = useDraft({ recordId: header.id, field: "details" });
  const [before] = useState(() => ({ version: header.version, fields: detailsOf(header) }));
  const [fields, setFields] = useState<ArticleDetails>(() =>
    draft ? { ...before.fields, ...(JSON.parse(draft.text) as Partial<ArticleDetails>) } : before.fields,
  );
  const [version, setVersion] = useState(draft?.base?.version ?? before.version);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  function change(next: Partial<ArticleDetails>): void {
    const changed = { ...fields, ...next };
    setFields(changed);
    keep({ text: JSON.stringify(changed), base: { version, text: "" } });
  }

  function leave(): void {
    forget(JSON.stringify(fields));
    onClose();
  }

  async function submit(): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    setIssues([]);
    setProblem(null);
    try {
      const changed = changedDetails(before.fields, fields);
      if (Object.keys(changed).length > 0) await store.updateArticle({ version, ...changed });
      announcer.announce(t("saved"));
      leave();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setIssues(error.issues);
      if (error.conflict) {
        const { current } = error.conflict;
        const theirs = Object.values(current.fields).join(" · ");
        setProblem(t("conflict", { name: current.by ?? t("somebody"), theirs }));
        setVersion(current.version);
      } else if (error.issues.length === 0) setProblem(errors(`code.${error.code}`));
    } finally {
      setIsPending(false);
    }
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
