"use client";

import { useRouter } from "next/navigation";
import { useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { useRepeatableWrite } from "@/components/app-frame/use-repeatable-write";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button, buttonClass } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import type { ReportLanguage, ReportProfile } from "@/lib/reports/report-document";
import { REPORT_LANGUAGES, REPORT_PROFILES } from "@/lib/reports/report-document";
import { REPORT_FORMATS } from "@/lib/reports/report-format";
import { routes } from "@/lib/routes";

type Props = {
  articleId: string;
  /** The language the person reads; the report may be in another. */
  language: ReportLanguage;
  canFreeze: boolean;
};

/** Chooses edition and language, shows the draft, and freezes it. */
export function ReportMaker({ articleId, language: initialLanguage, canFreeze }: Props) {
  const t = useTranslations("reports.page");
  const languages = useTranslations("vocabulary.language");
  const [profile, setProfile] = useState<ReportProfile>("internal");
  const [language, setLanguage] = useState<ReportLanguage>(initialLanguage);
  const timeZone = useTimeZone() ?? "UTC";
  const wish = { profile, language, timeZone };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <SegmentedControl
          legend={t("profile")}
          name="profile"
          value={profile}
          onValueChange={setProfile}
          options={REPORT_PROFILES.map((value) => ({ value, label: t(value) }))}
        />
        <SegmentedControl
          legend={t("language")}
          name="language"
          value={language}
          onValueChange={setLanguage}
          options={REPORT_LANGUAGES.map((value) => ({ value, label: languages(value) }))}
        />
      </div>
      <p className="max-w-measure text-ink-soft text-sm" aria-live="polite">
        {t(profile === "internal" ? "internalHint" : "publishableHint")}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {canFreeze ? <FreezeButton articleId={articleId} {...wish} /> : null}
        <a
          href={routes.reportFile(articleId, { ...wish, format: "html" })}
          target="_blank"
          rel="noopener"
          className={buttonClass({})}
        >
          {t("preview")}
          <span className="sr-only"> ({t("previewHint")})</span>
        </a>
        <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
          {t("draftAs")}
          {REPORT_FORMATS.map((format) => (
            <a
              key={format}
              href={routes.reportFile(articleId, { ...wish, format, download: "1" })}
              className="text-ink underline"
            >
              {t(`format.${format}`)}
            </a>
          ))}
        </p>
      </div>
      {canFreeze ? null : <p className="text-ink-faint text-sm">{t("viewerHint")}</p>}
    </div>
  );
}

function FreezeButton({
  articleId,
  ...wish
}: {
  articleId: string;
  profile: ReportProfile;
  language: ReportLanguage;
  timeZone: string;
}) {
  const t = useTranslations("reports.page");
  const common = useTranslations("common");
  const problemText = useProblemText();
  const router = useRouter();
  const { showToast } = useToast();
  const write = useRepeatableWrite();
  const [isOpen, setIsOpen] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function freeze(): Promise<void> {
    setIsPending(true);
    setFailure(null);
    try {
      const { number } = await write(wish, (once) => formApi.freezeReport(articleId, once));
      setIsOpen(false);
      showToast({ text: t("frozen", { number }) });
      router.refresh();
    } catch (error) {
      // The question stays: an answer that was lost is got by saying yes again, and nothing is frozen twice.
      setFailure(problemText(error));
    } finally {
      setIsPending(false);
    }
  }

  return (
    <>
      <Button
        variant="primary"
        onClick={() => {
          setFailure(null);
          setIsOpen(true);
        }}
      >
        {t("freeze")}
      </Button>
      <AlertDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={t("freezeTitle")}
        confirmLabel={t("freeze")}
        cancelLabel={common("cancel")}
        isPending={isPending}
        onConfirm={() => void freeze()}
      >
        <p>{t("freezeBody")}</p>
        <p role="alert" className="mt-2 text-danger-ink text-sm empty:hidden">
          {failure}
        </p>
      </AlertDialog>
    </>
  );
}
