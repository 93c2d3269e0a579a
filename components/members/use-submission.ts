"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";
import type { Issue } from "@/lib/errors";
import { ApiError } from "@/lib/http/api-client";

const RULES = [
  "required",
  "type",
  "value",
  "character",
  "tooLong",
  "email",
  "taken",
  "alreadyMember",
  "passwordTooShort",
  "wrong",
  "lastAdmin",
  "noLongerOpen",
] as const;
type Rule = (typeof RULES)[number];

const isRule = (rule: string): rule is Rule => RULES.some((one) => one === rule);

/** The text fields of a form by their names. */
export function readForm<Name extends string>(
  form: HTMLFormElement,
  names: readonly Name[],
): Record<Name, string> {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? "")])) as Record<
    Name,
    string
  >;
}

/** One request of a form: whether it runs, what it says about the fields, and what went wrong as a whole. */
export function useSubmission() {
  const t = useTranslations("members");
  const problemText = useProblemText();
  const [isPending, setIsPending] = useState(false);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);

  function wordIssue({ path, rule }: Issue): [string, string] {
    return [path, t(`rule.${isRule(rule) ? rule : "value"}`, { count: PASSWORD_MIN_LENGTH })];
  }

  /**
   * Runs the request; when it is refused, the reasons are in `errors` and `failure`, and the first wrong field of
   * `form` has the focus.
   */
  async function submit(task: () => Promise<void>, form?: HTMLFormElement): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    setErrors({});
    setFailure(null);
    try {
      await task();
    } catch (error) {
      if (error instanceof ApiError && error.issues.length > 0) {
        flushSync(() => setErrors(Object.fromEntries(error.issues.map(wordIssue))));
        form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      } else {
        setFailure(t("failed", { reason: problemText(error) }));
      }
    } finally {
      setIsPending(false);
    }
  }

  return { submit, isPending, errors, failure };
}
