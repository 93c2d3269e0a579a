"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";
import { PasswordInput } from "./password-input";
import { ProblemNote } from "./problem-note";
import { readForm, useSubmission } from "./use-submission";

/** Changes the own password. `email` lets password managers know whose it is. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("members.password");
  const words = useTranslations("auth.password");
  const router = useRouter();
  const { showToast } = useToast();
  const { submit, isPending, errors, failure } = useSubmission();

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const passwords = readForm(form, ["currentPassword", "newPassword"]);
    await submit(async () => {
      await formApi.changePassword(passwords);
      form.reset();
      router.refresh();
      showToast({ id: "password", text: t("changed") });
    }, form);
  }

  return (
    <form method="post" noValidate className="flex max-w-[400px] flex-col gap-4" onSubmit={send}>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label={t("current")} error={errors.currentPassword} isRequired>
        <PasswordInput name="currentPassword" autoComplete="current-password" />
      </Field>
      <Field
        label={words("new")}
        description={words("hint", { count: PASSWORD_MIN_LENGTH })}
        error={errors.newPassword}
        isRequired
      >
        <PasswordInput name="newPassword" autoComplete="new-password" />
      </Field>
      <ProblemNote>{failure}</ProblemNote>
      <Button type="submit" isPending={isPending} className="self-start">
        {t("submit")}
      </Button>
    </form>
  );
}
