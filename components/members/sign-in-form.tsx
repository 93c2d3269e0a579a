"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { SignInError } from "@/lib/auth/sign-in-error";
import { signInInPlace } from "@/lib/http/auth-client";
import { PasswordInput } from "./password-input";
import { ProblemNote } from "./problem-note";
import { readForm } from "./use-submission";

type Props = {
  /** Where to go on; a path of this instance. */
  next: string | null;
  /** What the page before said, when the form was sent before its script was there. */
  error: SignInError | null;
  onSignedIn?: () => void;
};

/** Signs in without losing what was typed. Without its script it is an ordinary form to the same address. */
export function SignInForm({ next, error, onSignedIn }: Props) {
  const t = useTranslations("auth");
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(() => {
    if (error === null) return null;
    return error === "tooMany" ? t("error.tooManySoon") : t(`error.${error}`);
  });

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isPending) return;
    const form = event.currentTarget;
    setIsPending(true);
    setFailure(null);
    const result = await signInInPlace(readForm(form, ["email", "password"]));
    if (result.ok) {
      if (onSignedIn) onSignedIn();
      else window.location.assign(next ?? "/");
      return;
    }
    setIsPending(false);
    setFailure(
      result.error === "tooMany"
        ? t("error.tooMany", { seconds: result.retryAfterSeconds })
        : t(`error.${result.error}`),
    );
    form.querySelector<HTMLInputElement>("[name=password]")?.focus();
  }

  return (
    <form
      method="post"
      action="/api/auth/callback/credentials"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={send}
    >
      {next === null ? null : <input type="hidden" name="next" value={next} />}
      <Field label={t("signIn.email")} isRequired>
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
        />
      </Field>
      <Field label={t("signIn.password")} isRequired>
        <PasswordInput name="password" autoComplete="current-password" />
      </Field>
      <ProblemNote>{failure}</ProblemNote>
      <Button type="submit" variant="primary" isPending={isPending}>
        {isPending ? t("signIn.pending") : t("signIn.submit")}
      </Button>
    </form>
  );
}
