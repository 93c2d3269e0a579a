"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { useRepeatableWrite } from "@/components/app-frame/use-repeatable-write";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Spinner } from "@/components/ui/spinner";
import { SAMPLES } from "@/lib/articles/samples";
import type { Locale } from "@/lib/i18n/locales";
import { LOCALES } from "@/lib/i18n/locales";
import { routes } from "@/lib/routes";

/** Where an empty desk begins: import, or a sample by one click, the one in the reader's language first. */
export function FirstSteps() {
  const t = useTranslations("articles.empty");
  const locale = useLocale();
  const router = useRouter();
  const problemText = useProblemText();
  const write = useRepeatableWrite();
  const [isPending, startTransition] = useTransition();
  const [chosen, setChosen] = useState<Locale | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function load(language: Locale): void {
    setChosen(language);
    setProblem(null);
    startTransition(async () => {
      try {
        const { id } = await write({ text: SAMPLES[language], language }, formApi.importArticle);
        router.push(routes.article(id));
      } catch (error) {
        setProblem(problemText(error));
      }
    });
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <LinkButton href={routes.newArticle()} variant="primary">
        {t("action")}
      </LinkButton>
      <p className="mt-4 w-full text-ink-soft">{t("sampleLead")}</p>
      {[locale, ...LOCALES.filter((other) => other !== locale)].map((language) => (
        <Button key={language} isPending={isPending} onClick={() => load(language)}>
          {isPending && chosen === language ? <Spinner /> : null}
          {t("sample", { language })}
        </Button>
      ))}
      <p role="alert" className="w-full text-danger-ink text-sm empty:hidden">
        {problem}
      </p>
    </div>
  );
}
