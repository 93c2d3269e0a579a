"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ImportPreview } from "@/lib/articles/article-views";
import type { Detail, ImportDraft } from "./import-draft";
import { shownDetail } from "./import-draft";

const LANGUAGES = ["de", "en", "fr", "es", "it", "nl", "pl"] as const;

/** BCP 47 for a language that could not be told. */
const UNDETERMINED = "und";

type Props = {
  draft: ImportDraft;
  preview: ImportPreview | null;
  errors: Partial<Record<string, string>>;
  onChange: (change: Partial<ImportDraft>) => void;
};

/** What the text says about itself, to be checked beside it, and what the desk plans. */
export function ImportDetails({ draft, preview, errors, onChange }: Props) {
  const t = useTranslations("articles.new");
  const languageName = useTranslations("vocabulary.language");

  function inputOf(detail: Detail) {
    return {
      value: shownDetail(detail, { draft, preview }),
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ corrections: { ...draft.corrections, [detail]: event.currentTarget.value } }),
    };
  }

  function hintOf(detail: Detail): string | null {
    if (draft.corrections[detail] !== undefined) return t("changed");
    return preview?.[detail] && preview[detail] !== UNDETERMINED ? t("fromText") : null;
  }

  const language = inputOf("language");
  const isListed = LANGUAGES.some((known) => known === language.value);
  return (
    <div className="flex flex-col gap-8">
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-3">
          <span className="block font-semibold text-base">{t("recognised")}</span>
          <span className="block text-ink-faint text-xs">
            {t(preview ? "recognisedHint" : "recognisedEmpty")}
          </span>
        </legend>
        <Field label={t("headline")} hint={hintOf("title")} error={errors.title}>
          <TextInput {...inputOf("title")} maxLength={500} />
        </Field>
        <div className="grid grid-cols-2 gap-x-3 gap-y-4">
          <Field label={t("agency")} hint={hintOf("agency")} error={errors.agency}>
            <TextInput {...inputOf("agency")} maxLength={200} />
          </Field>
          <Field label={t("dateline")} hint={hintOf("dateline")} error={errors.dateline}>
            <TextInput {...inputOf("dateline")} maxLength={200} />
          </Field>
          <Field label={t("publishedAt")} hint={hintOf("publishedAt")} error={errors.publishedAt}>
            <TextInput {...inputOf("publishedAt")} type="date" />
          </Field>
          <Field label={t("language")} hint={hintOf("language")} error={errors.language}>
            <Select {...language}>
              {language.value === "" ? <option value="" /> : null}
              {LANGUAGES.map((code) => (
                <option key={code} value={code}>
                  {languageName(code)}
                </option>
              ))}
              {isListed || language.value === "" ? null : (
                <option value={language.value}>
                  {language.value === UNDETERMINED ? t("languageUndetermined") : language.value}
                </option>
              )}
            </Select>
          </Field>
        </div>
        <Field label={t("byline")} hint={hintOf("byline")} error={errors.byline}>
          <TextInput {...inputOf("byline")} maxLength={300} />
        </Field>
        <Field label={t("copyright")} hint={hintOf("copyright")} error={errors.copyright}>
          <TextInput {...inputOf("copyright")} maxLength={300} />
        </Field>
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-3 font-semibold text-base">{t("planning")}</legend>
        <Field label={t("deadline")} error={errors.deadline}>
          <TextInput
            type="datetime-local"
            value={draft.deadline}
            onChange={(event) => onChange({ deadline: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("sourceUrl")} error={errors.sourceUrl}>
          <TextInput
            type="url"
            inputMode="url"
            placeholder="https://"
            value={draft.sourceUrl}
            onChange={(event) => onChange({ sourceUrl: event.currentTarget.value })}
          />
        </Field>
        <Checkbox
          label={t("keepsSentences")}
          description={t("keepsSentencesHint")}
          checked={draft.keepsSentences}
          onChange={(event) => onChange({ keepsSentences: event.currentTarget.checked })}
        />
      </fieldset>
    </div>
  );
}
