"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { isLocale, isTheme } from "@/lib/i18n/locales";
import type { Profile } from "@/lib/members/member-views";
import { ProblemNote } from "./problem-note";
import { readForm, useSubmission } from "./use-submission";

/** Name, language and appearance. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useTranslations("members.profile");
  const router = useRouter();
  const { showToast } = useToast();
  const { submit, isPending, errors, failure } = useSubmission();

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const { name, locale, theme } = readForm(form, ["name", "locale", "theme"]);
    await submit(async () => {
      const saved = await formApi.updateProfile({
        name,
        locale: isLocale(locale) ? locale : null,
        theme: isTheme(theme) ? theme : null,
      });
      if (saved.theme === null) delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = saved.theme;
      router.refresh();
      showToast({ id: "profile", text: t("saved") });
    }, form);
  }

  return (
    <form method="post" noValidate className="flex max-w-[400px] flex-col gap-4" onSubmit={send}>
      <Field label={t("name")} description={t("nameHint")} error={errors.name} isRequired>
        <TextInput name="name" autoComplete="name" maxLength={120} defaultValue={profile.name} />
      </Field>
      <Field label={t("locale")} error={errors.locale}>
        <Select name="locale" defaultValue={profile.locale ?? ""}>
          <option value="">{t("localeBrowser")}</option>
          <option value="de" lang="de">
            Deutsch
          </option>
          <option value="en" lang="en">
            English
          </option>
        </Select>
      </Field>
      <Field label={t("theme")} error={errors.theme}>
        <Select name="theme" defaultValue={profile.theme ?? ""}>
          <option value="">{t("themeSystem")}</option>
          <option value="light">{t("themeLight")}</option>
          <option value="dark">{t("themeDark")}</option>
        </Select>
      </Field>
      <ProblemNote>{failure}</ProblemNote>
      <Button type="submit" variant="primary" isPending={isPending} className="self-start">
        {t("save")}
      </Button>
    </form>
  );
}
