"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";
import { signInInPlace } from "@/lib/http/auth-client";
import type { OpenInvitation } from "@/lib/members/member-views";
import { routes } from "@/lib/routes";
import { PasswordInput } from "./password-input";
import { ProblemNote } from "./problem-note";
import { readForm, useSubmission } from "./use-submission";

/** Makes the account of an invited person, and signs them in. */
export function InvitationForm({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const t = useTranslations("auth");
  const { submit, isPending, errors, failure } = useSubmission();

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const { name, password } = readForm(form, ["name", "password"]);
    await submit(async () => {
      const { email } = await formApi.acceptInvitation({ token, name, password });
      const { ok } = await signInInPlace({ email, password });
      window.location.assign(ok ? routes.articles() : routes.signIn());
    }, form);
  }

  return (
    <form method="post" noValidate className="flex flex-col gap-4" onSubmit={send}>
      <Field label={t("invitation.email")} description={t("invitation.emailHint")} error={errors.email}>
        <TextInput name="email" type="email" autoComplete="username" readOnly value={invitation.email} />
      </Field>
      <Field
        label={t("invitation.name")}
        description={t("invitation.nameHint")}
        error={errors.name}
        isRequired
      >
        <TextInput name="name" autoComplete="name" maxLength={120} defaultValue={invitation.name} />
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
        {isPending ? t("invitation.pending") : t("invitation.submit")}
      </Button>
    </form>
  );
}
