import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/app-frame/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t("notFoundTitle") };
}

export default async function NotFound() {
  const t = await getTranslations("errors");
  return (
    <MessagePage
      title={t("notFoundTitle")}
      actions={
        <LinkButton href={routes.articles()} variant="primary">
          {t("toArticles")}
        </LinkButton>
      }
    >
      <p>{t("notFoundBody")}</p>
    </MessagePage>
  );
}
