import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/members/entrance";
import { SetupForm } from "@/components/members/setup-form";
import { LinkButton } from "@/components/ui/link-button";
import { isSetupLinkValid, isSetupOpen } from "@/lib/members/queries";
import { routes } from "@/lib/routes";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.setup");
  return { title: t("title") };
}

export default async function SetupPage({ searchParams }: Props) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  const t = await getTranslations("auth");
  if (!(await isSetupOpen())) {
    return (
      <Entrance title={t("setup.doneTitle")} lead={t("setup.doneBody")}>
        <LinkButton href={routes.signIn()} variant="primary">
          {t("invitation.toSignIn")}
        </LinkButton>
      </Entrance>
    );
  }
  if (!(await isSetupLinkValid(token))) {
    return <Entrance title={t("setup.invalidTitle")} lead={t("setup.invalidBody")} />;
  }
  return (
    <Entrance title={t("setup.title")} lead={t("setup.lead")}>
      <SetupForm token={token} />
    </Entrance>
  );
}
