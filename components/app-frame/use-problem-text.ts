"use client";

import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/http/api-client";
import { UnreachableError } from "./form-api";

/** Words for what went wrong with a request; what is no planned refusal is thrown on. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations("errors");
  return (error) => {
    if (error instanceof UnreachableError) return t("offline");
    if (error instanceof ApiError) return t(`code.${error.code}`);
    throw error;
  };
}
