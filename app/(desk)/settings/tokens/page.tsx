import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateTokenButton } from "@/components/members/create-token-button";
import { SettingsPage } from "@/components/members/settings-page";
import { TokenList } from "@/components/members/token-list";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/auth/actor";
import { listApiTokens } from "@/lib/members/queries";

const DESCRIPTION_PATH = "/api/v1/openapi.json";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.tokens");
  return { title: t("title") };
}

export default async function TokensPage() {
  const actor = await requireActor();
  const [tokens, t, roles] = await Promise.all([
    listApiTokens(actor),
    getTranslations("members.tokens"),
    getTranslations("vocabulary.role"),
  ]);
  return (
    <SettingsPage
      section="tokens"
      title={t("title")}
      lead={t("lead", { role: roles(actor.role) })}
      actions={<CreateTokenButton />}
    >
      {tokens.length > 0 ? (
        <TokenList tokens={tokens} />
      ) : (
        <EmptyState title={t("emptyTitle")}>
          <p>
            {t("emptyBody")} <a href={DESCRIPTION_PATH}>{DESCRIPTION_PATH}</a>
          </p>
        </EmptyState>
      )}
    </SettingsPage>
  );
}
