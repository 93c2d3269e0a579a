"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";
import { signInInPlace } from "@/lib/http/auth-client";
import { routes } from "@/lib/routes";
import { PasswordInput } from "./password-input";
import { ProblemNote } from "./problem-note";
import { readForm, useSubmission } from "./use-submission";

/** Makes the first desk and its admin, and signs them in. */
export function SetupForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const { submit, isPending, errors, failure } = useSubmission();

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = readForm(form, ["deskName", "name", "email", "password"]);
    await submit(async () => {
      await formApi.completeSetup({ token, ...fields });
      const { ok } = await signInInPlace(fields);
      window.location.assign(ok ? routes.articles() : routes.signIn());
    }, form);
  }

  return (
    <form method="post" noValidate className="flex flex-col gap-4" onSubmit={send}>
      <Field
        label={t("setup.deskName")}
        description={t("setup.deskNameHint")}
        error={errors.deskName}
        isRequired
      >
        <TextInput name="deskName" autoComplete="organization" maxLength={120} />
      </Field>
      <Field label={t("setup.name")} description={t("setup.nameHint")} error={errors.name} isRequired>
        <TextInput name="name" autoComplete="name" maxLength={120} />
      </Field>
      <Field label={t("setup.email")} error={errors.email} isRequired>
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
        />
      </Field>
      <Field
        label={t("password.label")}
        description={t("password.hint", { count: PASSWORD_MIN_LENGTH })}
        error={errors.password}
        isRequired
      >
        <PasswordInput name="password" autoComplete="new-password" />
      </Field>
      <ProblemNote>{failure}</ProblemNote>
      <Button type="submit" variant="primary" isPending={isPending}>
        {isPending ? t("setup.pending") : t("setup.submit")}
      </Button>
    </form>
  );
}
