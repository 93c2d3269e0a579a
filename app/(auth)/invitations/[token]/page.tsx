import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/members/entrance";
import { InvitationForm } from "@/components/members/invitation-form";
import { LinkButton } from "@/components/ui/link-button";
import { getOpenInvitation } from "@/lib/members/queries";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.invite");
  return { title: t("link") };
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [t, roles, invitation] = await Promise.all([
    getTranslations("auth.invitation"),
    getTranslations("vocabulary.role"),
    getOpenInvitation(token),
  ]);
  if (!invitation) {
    return (
      <Entrance title={t("invalidTitle")} lead={t("invalidBody")}>
        <LinkButton href={routes.signIn()}>{t("toSignIn")}</LinkButton>
      </Entrance>
    );
  }
  const { deskName, role } = invitation;
  return (
    <Entrance title={t("title", { desk: deskName })} lead={t("lead", { role: roles(role) })}>
      <InvitationForm token={token} invitation={invitation} />
    </Entrance>
  );
}
