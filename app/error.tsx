"use client";

import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/app-frame/message-page";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("errors");
  const common = useTranslations("common");
  return (
    <MessagePage
      title={t("unexpectedTitle")}
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            {common("retry")}
          </Button>
          <LinkButton href={routes.articles()}>{t("toArticles")}</LinkButton>
        </>
      }
    >
      {error.digest === undefined ? (
        <p>{t("unexpectedBodyPlain")}</p>
      ) : (
        <>
          <p>{t("unexpectedBody")}</p>
          <p>
            <code className="rounded-sm bg-sunken px-1 font-mono text-base text-ink">{error.digest}</code>
          </p>
        </>
      )}
    </MessagePage>
  );
}
