"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { ProblemNote } from "@/components/members/problem-note";
import { readForm } from "@/components/members/use-submission";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { AssistSettingView } from "@/lib/assist/assist-views";
import { useSettingEdit } from "./use-setting-edit";

/** Address, model and key. The key is only ever written: the field is empty, whatever is stored. */
export function AssistEndpointForm({ setting }: { setting: AssistSettingView }) {
  const t = useTranslations("assist.settings");
  const { save, isPending, errors, failure } = useSettingEdit(setting.version);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const { baseUrl, model, apiKey } = readForm(form, ["baseUrl", "model", "apiKey"]);
    const isSaved = await save(
      {
        ...(baseUrl !== setting.baseUrl && { baseUrl }),
        ...(model !== setting.model && { model }),
        ...(apiKey !== "" && { apiKey: apiKey.trim() }),
      },
      t("saved"),
    );
    const keyField = form.elements.namedItem("apiKey");
    if (isSaved && keyField instanceof HTMLInputElement) keyField.value = "";
  }

  return (
    <form method="post" noValidate className="flex max-w-[480px] flex-col gap-4" onSubmit={send}>
      <Field label={t("baseUrl")} description={t("baseUrlHint")} error={errors.baseUrl} isRequired>
        <TextInput
          name="baseUrl"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={setting.baseUrl}
        />
      </Field>
      <Field label={t("model")} description={t("modelHint")} error={errors.model} isRequired>
        <TextInput
          name="model"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          defaultValue={setting.model}
        />
      </Field>
      <Field
        label={t("apiKey")}
        hint={t("apiKeyOptional")}
        description={t(setting.hasApiKey ? "apiKeyStored" : "apiKeyNone")}
        error={errors.apiKey}
      >
        <TextInput type="password" name="apiKey" autoComplete="off" maxLength={500} />
      </Field>
      <ProblemNote>{failure}</ProblemNote>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("save")}
        </Button>
        {setting.hasApiKey ? (
          <Button isPending={isPending} onClick={() => void save({ apiKey: null }, t("keyRemoved"))}>
            {t("removeKey")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
