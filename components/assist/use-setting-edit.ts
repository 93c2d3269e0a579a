"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { useRepeatableWrite } from "@/components/app-frame/use-repeatable-write";
import { useToast } from "@/components/ui/toast";
import type { UpdateAssistSettingInput } from "@/lib/assist/schemas";
import { ApiError } from "@/lib/http/api-client";

const RULES = [
  "required",
  "tooLong",
  "url",
  "scheme",
  "credentials",
  "query",
  "insecure",
  "forbiddenHost",
  "apiKey",
  "notConfirmed",
] as const;
const isRule = (rule: string): rule is (typeof RULES)[number] => RULES.some((one) => one === rule);

type Edit = Omit<UpdateAssistSettingInput, "mutationId" | "version">;

/** Saves a change of the setting: whether it runs, what is wrong with which field, and what went wrong as a whole. */
export function useSettingEdit(version: number) {
  const t = useTranslations("assist.settings");
  const problemText = useProblemText();
  const router = useRouter();
  const { showToast } = useToast();
  const write = useRepeatableWrite();
  const [isPending, setIsPending] = useState(false);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);

  function tell(error: unknown): void {
    if (error instanceof ApiError && error.code === "CONFLICT") {
      setFailure(t("conflict"));
      router.refresh();
      return;
    }
    if (!(error instanceof ApiError) || error.issues.length === 0) {
      setFailure(problemText(error));
      return;
    }
    const issues = error.issues.map(({ path, rule }) => [path, t(`rule.${isRule(rule) ? rule : "value"}`)]);
    setErrors(Object.fromEntries(issues));
  }

  /** True where it was saved. */
  async function save(edit: Edit, done: string): Promise<boolean> {
    if (isPending) return false;
    setIsPending(true);
    setErrors({});
    setFailure(null);
    try {
      await write({ version, ...edit }, formApi.updateAssistSetting);
      router.refresh();
      showToast({ id: "assist", text: done });
      return true;
    } catch (error) {
      tell(error);
      return false;
    } finally {
      setIsPending(false);
    }
  }

  return { save, isPending, errors, failure };
}
